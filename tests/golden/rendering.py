"""All that extraction finds in an article, as lines that a person can judge and a difference can show.

article | AM AZ | Nagorno-Karabakh                                     countries and territories
mixed | Vera Ilk, 61…64 "She" (pronoun) | minister | | PL | 2024-05-07 | 65…69 "said" (say, assert)
  about PL | | context 93 120 | sentence 61…124                        characters of the sentences before and behind
  by person:vera-ilk:PL                                                where the speaker has an id
  to Latvia, 70…77 "Latvia" | LV | state:LV                            where somebody is told or accused
  75…95 "“a door,” she called"                                         one line a span
  … 101…110 "“and yet”"                                                behind … where something stands between
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import unified_diff

from schemas.parts import JOINT, places_of_parts
from schemas.statement import Extraction, Span, Statement


def rendered(text: str, extraction: Extraction) -> str:
    """Of the article of that `text`; ends in a line end."""
    about = _row("article", " ".join(extraction.countries), ", ".join(extraction.territories))
    return "\n".join([about, *(line for each in extraction.statements for line in _lines(text, each)), ""])


def difference(before: str, after: str) -> str:
    """What stands in one and not in the other, with three lines around; "" where they are equal."""
    return "\n".join(unified_diff(before.splitlines(), after.splitlines(), "before", "now", lineterm=""))


def _lines(text: str, statement: Statement) -> Iterator[str]:
    speaker, cue, context = statement.speaker, statement.cue, statement.context
    who = ["", "", "", ""]
    if speaker is not None:
        name = f"{speaker.name}, {_place(text, speaker.mention)}{f' ({speaker.basis})' if speaker.basis else ''}"
        who = [name, speaker.role or "", speaker.organisation or "", " ".join(speaker.countries)]
    said_by = f"{_place(text, cue.span)} ({cue.lemma}, {cue.act})" if cue is not None else ""
    yield _row(statement.kind, *who, str(statement.said_on or ""), said_by)
    about = _row("  about", " ".join(statement.countries), ", ".join(statement.territories))
    sentence = _ends(statement.sentence.span) if statement.sentence else "–"
    yield f"{about} | context {len(context.before)} {len(context.after)} | sentence {sentence}"
    if speaker is not None and speaker.id is not None:
        yield f"  by {speaker.id}"
    if statement.target is not None:
        name = f"  to {statement.target.name}, {_place(text, statement.target.mention)}"
        yield _row(name, " ".join(statement.target.countries), *filter(None, [statement.target.id]))
    for span, place in zip(statement.spans, places_of_parts(statement), strict=True):
        joint = "… " if statement.text[: place.start].endswith(JOINT) else ""
        yield f"  {joint}{_place(text, span)}"


def _row(*cells: str) -> str:
    return " | ".join(cells).replace("  |", " |").rstrip()


def _place(text: str, span: Span) -> str:
    return f'{_ends(span)} "{"⏎".join(span.of(text).splitlines())}"'


def _ends(span: Span) -> str:
    return f"{span.start}…{span.end}"
