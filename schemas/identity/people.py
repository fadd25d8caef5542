"""People and the offices that they hold, as an operator's table tells them: who is meant by a name or an office."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import combinations
from typing import TypeVar

from schemas.dates.partial_dates import PartialDate
from schemas.identity.letters import plain
from schemas.identity.name_words import words_of_name
from schemas.identity.parts import only_country

Key = TypeVar("Key")


@dataclass(frozen=True, slots=True)
class Holder:
    """One line of the table: somebody who holds an office from the first day to the last, or has none ("").

    `country` is an alpha-2 code, or "". `line` is where it stands in the file.
    """

    id: str
    names: tuple[str, ...]
    office: str
    organisation: str
    country: str
    first_day: date
    last_day: date
    line: int

    def holds_on(self, day: PartialDate) -> bool:
        """Throughout the day, the month or the year."""
        return self.first_day <= day.first_day and day.last_day <= self.last_day

    def overlaps(self, other: Holder) -> bool:
        """For more than the day on which one follows the other."""
        return self.first_day < other.last_day and other.first_day < self.last_day


@dataclass(frozen=True)
class People:
    """The lines of a table, in its order."""

    holders: tuple[Holder, ...] = field(default=())

    def named(self, name: str, countries: Iterable[str], on: PartialDate | None) -> frozenset[str]:
        """The ids of all who may be called so: of that country, where one is known, and if there are several, in an
        office on that day."""
        code = only_country(countries)
        found = [each for each in self._by_name.get(words_of_name(name), ()) if _is_of(each, code)]
        if len({each.id for each in found}) > 1 and on is not None:
            found = [each for each in found if each.holds_on(on)] or found
        return frozenset(each.id for each in found)

    def holding(self, office: str, countries: Iterable[str], on: PartialDate | None) -> frozenset[str]:
        """The ids of all who hold the office of that one country on that day; none where either is not known."""
        code = only_country(countries)
        if code is None or on is None:
            return frozenset()
        return frozenset(each.id for each in self._by_office.get((plain(office), code), ()) if each.holds_on(on))

    def lines_of(self, id_: str) -> tuple[Holder, ...]:
        return self._by_id.get(id_, ())

    def clashes(self) -> Iterator[tuple[Holder, Holder]]:
        """Two people of one name at one time, whom the country can't tell apart, and two in one office."""
        named = (pair for group in self._by_name.values() for pair in combinations(group, 2))
        holding = (pair for group in self._by_office.values() for pair in combinations(group, 2))
        found = [pair for pair in named if _is_of(pair[0], pair[1].country or None)]
        for one, other in dict.fromkeys((*found, *holding)):
            if one.id != other.id and one.overlaps(other):
                yield one, other

    @cached_property
    def _by_name(self) -> Mapping[tuple[str, ...], tuple[Holder, ...]]:
        named = ((words_of_name(name), each) for each in self.holders for name in each.names)
        return _grouped((words, each) for words, each in named if words)

    @cached_property
    def _by_office(self) -> Mapping[tuple[str, str], tuple[Holder, ...]]:
        """Those of a country: no other office can be asked for."""
        told = (each for each in self.holders if each.office and each.country)
        return _grouped(((plain(each.office), each.country), each) for each in told)

    @cached_property
    def _by_id(self) -> Mapping[str, tuple[Holder, ...]]:
        return _grouped((each.id, each) for each in self.holders)


def _is_of(holder: Holder, code: str | None) -> bool:
    return code is None or holder.country in {"", code}


def _grouped(pairs: Iterable[tuple[Key, Holder]]) -> Mapping[Key, tuple[Holder, ...]]:
    found: defaultdict[Key, list[Holder]] = defaultdict(list)
    for key, holder in pairs:
        found[key].append(holder)
    return {key: tuple(holders) for key, holders in found.items()}
