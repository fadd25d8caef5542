"""What of a short text is not found as it should be."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.kinds.table import Asked, Case
from schemas.statement import Extraction, Span, Statement

MARGIN = " \n\t.,;"  # what may stand at either end of a part, or not


def faults(case: Case, extraction: Extraction) -> Iterator[str]:
    """What is not as it should be, in words."""
    text, found = case.article.text, extraction.statements
    wanted = [words(text, spans) for spans in case.statements]
    got = [words(text, statement.spans) for statement in found]
    yield from (f"not found: {' … '.join(each)}" for each in wanted if each not in got)
    yield from (f"not said: {' … '.join(each)}" for each in got if each not in wanted)
    for spans, asked in zip(wanted, case.asked, strict=True):
        for statement in (each for each, its_words in zip(found, got, strict=True) if its_words == spans):
            yield from wrong_values(asked, statement)
            break
    mentions = {statement.speaker.mention for statement in found if statement.speaker}
    cues = {statement.cue.span for statement in found if statement.cue}
    yield from (f"no mention: {text[slice(*span)]}" for span in sorted(case.mentions - mentions))
    yield from (f"no cue: {text[slice(*span)]}" for span in sorted(case.cues - cues))


def words(text: str, spans: tuple[Span, ...]) -> tuple[str, ...]:
    return tuple(text[slice(*span)].strip(MARGIN) for span in spans)


def wrong_values(asked: Asked, statement: Statement) -> Iterator[str]:
    speaker, target = statement.speaker, statement.target
    values = {
        "name": speaker.name if speaker else None,
        "role": speaker.role if speaker else None,
        "countries": " ".join(sorted(speaker.countries)) if speaker else None,
        "day": str(statement.said_on) if statement.said_on else None,
        "target": target.name if target else None,
        "target_countries": " ".join(sorted(target.countries)) if target else None,
    }
    for name, value in values.items():
        right = getattr(asked, name)
        shown = value or "–"
        if right and shown.casefold() not in map(str.casefold, right):
            yield f"{name.replace('_', ' ')} {shown}, not {'/'.join(right)}"
