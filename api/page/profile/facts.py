"""What articles tell of one speaker: spellings, and offices with the years in which articles give them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from schemas.query import Sort, StatementQuery
from schemas.statement import FoundStatement
from search.engine import View
from search.queries.spellings import most_frequent

NEWEST, OLDEST = 300, 200  # statements that are read: many said thousands
AGREEING = 2  # articles: what one alone gives may be an error
OFFICES = 6
SPELLINGS = 12


@dataclass(frozen=True, slots=True)
class Office:
    """`first` and `last` are years, None where no article that gives it has a date."""

    role: str
    first: int | None
    last: int | None


@dataclass(frozen=True, slots=True)
class Facts:
    """Spellings by how many statements have them, offices the last first."""

    spellings: Sequence[str]
    offices: Sequence[Office]

    @classmethod
    def of(cls, found: Iterable[FoundStatement]) -> Facts:
        said = list(found)
        return cls(spellings(said), sorted(offices(said), key=lambda office: -(office.last or 0))[:OFFICES])


def facts(view: View, query: StatementQuery) -> Facts:
    """Of the newest and the oldest statements that the query finds."""
    newest = view.search(replace(query, sort=Sort.NEWEST, limit=NEWEST))
    oldest = view.search(replace(query, sort=Sort.OLDEST, limit=OLDEST)).data if newest.next else ()
    return Facts.of({each.statement.id: each for each in chain(newest.data, oldest)}.values())


def spellings(said: Iterable[FoundStatement]) -> Sequence[str]:
    names = Counter(each.statement.speaker.name for each in said if each.statement.speaker)
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
