"""What articles, and an operator's table, tell of a speaker or an organisation: spellings, and offices with years."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import chain

from schemas.fields import FILTERS
from schemas.identity.people import Holder
from schemas.query import Sort, StatementQuery
from schemas.statement import FoundStatement
from search.engine import View
from search.queries.spellings import most_frequent

NEWEST, OLDEST = 300, 200  # statements that are read: many said thousands
AGREEING = 2  # articles: what one alone gives may be an error
OFFICES = 6
SPELLINGS = 12


class Told(StrEnum):
    """By what an office is known."""

    ARTICLES = "articles"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Office:
    """`first` and `last` are years: those in which articles give it, None where none of them has a date; or those that
    the table has, None where it leaves them open. `organisation` is told by the table alone.
    """

    role: str
    first: int | None
    last: int | None
    organisation: str | None = None
    told_by: Told = Told.ARTICLES


@dataclass(frozen=True, slots=True)
class Facts:
    """Spellings by how many statements have them; offices of the table, then others, each the last first."""

    spellings: Sequence[str]
    offices: Sequence[Office]


def facts(view: View, query: StatementQuery, field: str, lines: Iterable[Holder] = ()) -> Facts:
    """Of the newest and the oldest statements that the query finds; `lines` are those of the table about a speaker."""
    newest = view.search(replace(query, sort=Sort.NEWEST, limit=NEWEST))
    oldest = view.first(replace(query, sort=Sort.OLDEST, limit=OLDEST)) if newest.next else ()
    said = list({each.statement.id: each for each in chain(newest.data, oldest)}.values())
    known = sorted(map(office_of, filter(lambda line: line.office, lines)), key=last_first)
    given = offices(said) if field == "speaker_id" else ()
    others = [each for each in given if each.role.casefold() not in {other.role.casefold() for other in known}]
    return Facts(spellings(said, field), [*known, *sorted(others, key=last_first)][:OFFICES])


def last_first(office: Office) -> int:
    is_open = office.last is None and office.told_by is Told.TABLE
    return -(date.max.year if is_open else office.last or 0)


def office_of(line: Holder) -> Office:
    first, last = line.first_day, line.last_day
    return Office(
        line.office,
        first.year if first > date.min else None,
        last.year if last < date.max else None,
        line.organisation or None,
        Told.TABLE,
    )


def spellings(said: Iterable[FoundStatement], field: str) -> Sequence[str]:
    spelled = FILTERS[field].spelling
    names = Counter(name for each in said for name in (spelled(each) if spelled else ()))
    return sorted(names, key=lambda name: (-names[name], name))[:SPELLINGS]


def offices(said: Iterable[FoundStatement]) -> Iterator[Office]:
    """Those that several articles give, as most of them write it, the most frequent first."""
    given: defaultdict[str, list[FoundStatement]] = defaultdict(list)
    for each in said:
        if each.statement.speaker and each.statement.speaker.role:
            given[each.statement.speaker.role.casefold()].append(each)
    for told in sorted(given.values(), key=len, reverse=True):
        if len({each.article.id for each in told}) >= AGREEING:
            years = sorted(day.year for each in told if (day := each.article.published_on))
            written = Counter(str(each.statement.speaker.role) for each in told if each.statement.speaker)
            yield Office(most_frequent(written), years[0] if years else None, years[-1] if years else None)
