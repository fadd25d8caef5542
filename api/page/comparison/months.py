"""What two parties said, month by month: the newest months first, of each some statements and how many there are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, replace
from itertools import groupby

from api.page.comparison.parties import Party
from api.queries.answer import meanwhile
from api.queries.refinement import during
from schemas.dates.partial_dates import PartialDate
from schemas.page import Timeline, Total
from schemas.query import Dates, Interval, Sort, StatementQuery
from schemas.statement import FoundStatement
from search.engine import View
from search.queries.timeline import aligned

MOST_MONTHS = 6  # of a page, which stays below 100 kB
MOST_STATEMENTS = 24  # of a page
MOST_OF_A_MONTH = 8  # of one party


@dataclass(frozen=True, slots=True)
class Said:
    """Of one party in one month. `query` finds `total` statements; of these `vague` are dated less exactly than by
    month, and `beside` are the other party's, too, and stand there. Copies are folded in `shown`.
    """

    party: Party
    query: StatementQuery
    total: Total
    vague: int
    shown: Sequence[FoundStatement]
    beside: int = 0


@dataclass(frozen=True, slots=True)
class Month:
    """`said` has each party's part, None where there is nothing."""

    month: PartialDate
    said: Sequence[Said | None]


@dataclass(frozen=True, slots=True)
class Gap:
    """Months in which no party said anything, `first` the earliest."""

    first: PartialDate
    last: PartialDate


@dataclass(frozen=True, slots=True)
class Months:
    """From the newest to the oldest. `earlier` is the newest month beyond these in which anything was said, if any;
    `undated` how many of each party's statements are of no month.
    """

    rows: Sequence[Month | Gap]
    earlier: PartialDate | None
    undated: Sequence[int]


def by_month(view: View, query: StatementQuery, parties: Sequence[Party]) -> Sequence[Timeline]:
    """Of each party, over the same months. QueryError where there would be too many to look at."""
    counting = [meanwhile(view.timeline, party.said(query), Interval.MONTH) for party in parties]
    return aligned([each.result() for each in counting])


def months(
    view: View,
    query: StatementQuery,
    parties: Sequence[Party],
    timelines: Sequence[Timeline],
    until: PartialDate | None,
) -> Months:
    """`timelines` are those of the parties by month."""
    counts = dict(newest_first(timelines, until))
    spoken = [month for month, each in counts.items() if any(each)]
    shown, earlier = spoken[:MOST_MONTHS], spoken[MOST_MONTHS : MOST_MONTHS + 1]
    most = min(MOST_OF_A_MONTH, MOST_STATEMENTS // (len(parties) * max(1, len(shown))))
    exact = [timeline.undated == 0 for timeline in timelines]
    asked = {month: said_in(view, query, parties, month, counts[month], exact, most) for month in shown}
    found = {month: Month(month, each_once(answers)) for month, answers in asked.items()}
    last = shown[-1] if shown else None
    rows = with_gaps([month for month in counts if last and month.first_day >= last.first_day], found)
    return Months(list(rows), next(iter(earlier), None), [timeline.undated for timeline in timelines])


def with_gaps(months: Sequence[PartialDate], found: Mapping[PartialDate, Month]) -> Iterator[Month | Gap]:
    """`months` are one after another, the newest first."""
    for spoken, stretch in groupby(months, found.__contains__):
        if spoken:
            yield from (found[month] for month in stretch)
        else:
            empty = list(stretch)
            yield Gap(empty[-1], empty[0])


def newest_first(
    timelines: Sequence[Timeline], until: PartialDate | None
) -> Iterator[tuple[PartialDate, tuple[int, ...]]]:
    """Each month with its counts, from the last that is asked for."""
    for stretches in reversed(list(zip(*(each.stretches for each in timelines), strict=True))):
        month = stretches[0].start
        if until is None or month.first_day <= until.last_day:
            yield month, tuple(stretch.count for stretch in stretches)


def said_in(
    view: View,
    query: StatementQuery,
    parties: Sequence[Party],
    month: PartialDate,
    counts: Sequence[int],
    exact: Sequence[bool],
    most: int,
) -> Sequence[Future[Said] | None]:
    """Of each party, asked for at once. `exact` says of whom all dates are known to the month."""
    narrowed = during(query, month, month)
    return [
        meanwhile(said, view, party, party.said(narrowed), count, is_all, most) if count else None
        for party, count, is_all in zip(parties, counts, exact, strict=True)
    ]


def said(view: View, party: Party, query: StatementQuery, count: int, is_all: bool, most: int) -> Said:
    """`count` are dated to the month or the day: those that are not come last, and are counted if there may be any."""
    newest = view.first(replace(query, sort=Sort.NEWEST, collapse=True, limit=min(most, count)))
    total = Total(count) if is_all else view.count(query)
    return Said(
        party=party,
        query=query,
        total=total,
        vague=total.value - count,
        shown=[found for found in newest if (day := dated(found, query.dates)) and day.month],
    )


def dated(found: FoundStatement, dates: Dates) -> PartialDate | None:
    return found.statement.said_on if dates is Dates.SAID else found.article.published_on


def each_once(answers: Sequence[Future[Said] | None]) -> Sequence[Said | None]:
    """A statement for both parties stands with the first."""
    known: set[str] = set()
    once: list[Said | None] = []
    for answer in answers:
        side = answer.result() if answer else None
        if side is not None:
            own = [found for found in side.shown if found.statement.id not in known]
            known |= {found.statement.id for found in own}
            side = replace(side, shown=own, beside=len(side.shown) - len(own))
        once.append(side)
    return once
