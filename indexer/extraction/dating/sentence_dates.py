"""The dates of each sentence that may be the day of what it tells."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from indexer.extraction.lang.en.dating_patterns import REDUCED_CLAUSE, RELATIVE_PRONOUN, WHILE_SPEAKING
from indexer.extraction.model.annotation import DateExpression
from indexer.extraction.model.attribution import Attribution
from indexer.extraction.model.document import Document
from schemas.dates.partial_dates import PartialDate
from schemas.statement import Span

CLAUSE = 100  # characters from the participle of a clause to its date


@dataclass(frozen=True, slots=True)
class SentenceDates:
    """`days` and `months` (or years) are those of the main clause in the order of the text, `relative` is the first day
    of a clause of what went on meanwhile. `first_day` and `last_day` may be of any. `is_open`: the main clause has a
    date that the text does not let be resolved.
    """

    days: tuple[DateExpression, ...] = ()
    months: tuple[DateExpression, ...] = ()
    relative: PartialDate | None = None
    first_day: DateExpression | None = None
    last_day: DateExpression | None = None
    is_open: bool = False

    def nearest(self, position: int) -> PartialDate | None:
        """The nearest day of the main clause, or else month; of two as near, the one before."""
        among = self.days or self.months
        at = bisect_left(among, position, key=lambda date: date.span.start)
        beside = among[max(0, at - 1) : at + 1]
        return min(beside, key=lambda date: abs(date.span.start - position)).on if beside else None


NO_DATES = SentenceDates()


def dates_outside(dates: Sequence[DateExpression], attributions: Sequence[Attribution]) -> tuple[DateExpression, ...]:
    """Those that do not lie in what was said."""
    spans = sorted(span for attribution in attributions for span in attribution.spans)
    starts = [span.start for span in spans]

    def is_said(date: DateExpression) -> bool:
        index = bisect_right(starts, date.span.start) - 1
        return any(date.span.start < span.end for span in spans[max(0, index - 2) : index + 1])

    return tuple(date for date in dates if not is_said(date))


def dates_by_sentence(document: Document, dates: Sequence[DateExpression]) -> tuple[SentenceDates, ...]:
    """Of each sentence of the document. `dates` are in the order of the text."""
    starts = [date.span.start for date in dates]

    def within(sentence: Span) -> Sequence[DateExpression]:
        return dates[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]

    return tuple(dates_of(document.text, sentence, within(sentence)) for sentence in document.sentences)


def dates_of(text: str, sentence: Span, dates: Sequence[DateExpression]) -> SentenceDates:
    told = [date for date in dates if not date.aside]
    if not told:
        return NO_DATES
    days = [date for date in told if is_day(date)]
    in_clause = list(zip(told, in_relative_clauses(text, sentence, told), strict=True))
    main = [date for date, clause in in_clause if not clause]
    return SentenceDates(
        days=tuple(filter(is_day, main)),
        months=tuple(date for date in main if date.on is not None and not is_day(date)),
        relative=next((date.on for date, clause in in_clause if clause in WHILE_SPEAKING and is_day(date)), None),
        first_day=days[0] if days else None,
        last_day=days[-1] if days else None,
        is_open=any(date.on is None for date in main),
    )


def is_day(date: DateExpression) -> bool:
    return date.on is not None and date.on.day is not None


def in_relative_clauses(text: str, sentence: Span, dates: Sequence[DateExpression]) -> Iterator[str]:
    """For each the relative pronoun that stands before it with no comma between, or the participle, or ""."""
    begin, opened = sentence.start, ""
    for date in dates:
        comma = text.rfind(",", begin, date.span.start)
        if comma >= 0:
            begin, opened = comma + 1, ""
        pronoun = RELATIVE_PRONOUN.search(text, begin, date.span.start)
        reduced = REDUCED_CLAUSE.search(text, max(sentence.start, date.span.start - CLAUSE), date.span.start)
        if pronoun is not None:
            opened = pronoun.group()
        elif reduced is not None and text.startswith(",", date.span.end):
            opened = reduced.group()
        begin = date.span.start
        yield opened
