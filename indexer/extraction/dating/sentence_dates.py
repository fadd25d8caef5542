"""The dates of one sentence that may be the day of what it tells, read once for all that is said in it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from indexer.extraction.model.annotation import DateExpression
from schemas.dates import PartialDate
from schemas.statement import Span

RELATIVE = re.compile(r"\b(?:who|which|whose|where|when|as|after|before|whom)\b")


@dataclass(frozen=True, slots=True)
class SentenceDates:
    """`days` and `months` are those of the main clause in the order of the text, `relative` the first of another."""

    days: Sequence[DateExpression]
    months: Sequence[DateExpression]  # or years
    relative: PartialDate | None
    first_day: DateExpression | None
    last_day: DateExpression | None

    @classmethod
    def of(cls, text: str, sentence: Span, mentions: Sequence[DateExpression]) -> SentenceDates:
        told = [mention for mention in mentions if mention.on is not None and not mention.aside]
        main: list[DateExpression] = []
        relative: list[DateExpression] = []
        for mention, in_a_clause in zip(told, _in_relative_clauses(text, sentence, told), strict=True):
            (relative if in_a_clause else main).append(mention)
        days = [mention for mention in told if _is_a_day(mention)]
        return cls(
            days=[mention for mention in main if _is_a_day(mention)],
            months=[mention for mention in main if not _is_a_day(mention)],
            relative=next((mention.on for mention in relative if _is_a_day(mention)), None),
            first_day=days[0] if days else None,
            last_day=days[-1] if days else None,
        )

    def nearest(self, position: int) -> PartialDate | None:
        """The nearest day of the main clause, or else month; of two as near, the one before."""
        among = self.days or self.months
        at = bisect_left(among, position, key=lambda mention: mention.span.start)
        beside = among[max(0, at - 1) : at + 1]
        return min(beside, key=lambda mention: abs(mention.span.start - position)).on if beside else None


def _is_a_day(mention: DateExpression) -> bool:
    return mention.on is not None and mention.on.day is not None


def _in_relative_clauses(text: str, sentence: Span, mentions: Sequence[DateExpression]) -> list[bool]:
    """For each whether a relative pronoun stands before it with no comma between."""
    found = []
    begin, opened = sentence.start, False
    for mention in mentions:
        comma = text.rfind(",", begin, mention.span.start)
        if comma >= 0:
            begin, opened = comma + 1, False
        opened = opened or RELATIVE.search(text, begin, mention.span.start) is not None
        begin = mention.span.start
        found.append(opened)
    return found
