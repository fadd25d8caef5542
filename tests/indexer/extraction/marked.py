"""Texts for tests with their reports marked: "[[Ana Silva]] said {{it was late}}." """

from __future__ import annotations

import re

from benchmarks.kinds.table import read_marks
from indexer.extraction.layers import statements_given
from indexer.extraction.model.attribution import Attribution, AttributionCue, Rule
from indexer.extraction.version import EXTRACTOR
from schemas.article import Article, Source
from schemas.dates.partial_dates import PartialDate
from schemas.statement import Act, Extraction, Kind, Span, Speaker

QUOTES = ("“", '"', "‘")


def marked(text: str) -> tuple[str, list[Attribution]]:
    """`[[ ]]` is a mention, `{{ }}` a content, `<< >>` a cue; a content belongs to the last mention before it in its
    sentence, else to the first after it. Without a cue marked, the word after the mention is one."""
    plain, marks = read_marks(text)
    found: dict[str, list[Span]] = {mark: [span for one, span in marks if one == mark] for mark in ("[[", "{{", "<<")}
    return plain, [_attribution(plain, content, found["[["], found["<<"]) for content in found["{{"]]


def _attribution(text: str, content: Span, mentions: list[Span], cues: list[Span]) -> Attribution:
    before = [m for m in mentions if m.end <= content.start and not re.search(r"\. |\n", text[m.end : content.start])]
    after = [m for m in mentions if m.start >= content.end]
    mention = before[-1] if before else after[0] if after else None
    near = [cue for cue in cues if abs(cue.start - content.start) < 200]
    cue = near[0] if near else Span(mention.end, mention.end + 1) if mention is not None else None
    kind = Kind.DIRECT if text[content.start - 1 : content.start] in QUOTES else Kind.INDIRECT
    return Attribution(kind, (content,), mention, AttributionCue(cue, "say", Act.ASSERT) if cue else None, Rule.GIVEN)


def extracted(
    text: str, title: str = "", published_on: str | None = "2024-05-16", source: str | None = None
) -> Extraction:
    plain, attributions = marked(text)
    published = PartialDate.parse(published_on) if published_on else None
    article = Article(plain, title, None, Source.named(source) if source else None, published)
    return statements_given(article, attributions, EXTRACTOR)


def speakers(text: str, **about: str) -> list[Speaker | None]:
    return [statement.speaker for statement in extracted(text, **about).statements]


def names(text: str, **about: str) -> list[str | None]:
    return [speaker.name if speaker is not None else None for speaker in speakers(text, **about)]


def countries(text: str, **about: str) -> list[str | None]:
    """For whom each speaks, as "FR PL"; None where nobody is known."""
    return [" ".join(speaker.countries) if speaker is not None else None for speaker in speakers(text, **about)]


def days(text: str, **about: str | None) -> list[str | None]:
    statements = extracted(text, **about).statements  # type: ignore[arg-type]
    return [str(statement.said_on) if statement.said_on is not None else None for statement in statements]
