"""The filters in force, each with the queries around it: to take one away, or to say which of them emptied a search."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from api.presentation.english import day, facet_value
from api.queries.refinement import toggle
from schemas.dates.partial_dates import PartialDate
from schemas.fields import BY_NAME, FILTERS, Value
from schemas.query import StatementQuery
from search.queries.labels import label

DATES = tuple(field.label for field in BY_NAME.values() if field.value is Value.DATE)


@dataclass(frozen=True, slots=True)
class Filter:
    """`without` is the same query, from its first page, with this filter taken away; `alone` has no other."""

    label: str
    value: str
    without: StatementQuery
    alone: StatementQuery

    @property
    def told(self) -> str:
        """What a title says of it: a date alone could be its first day or its last."""
        return f"{self.label[0].lower()}{self.label[1:]} {self.value}" if self.label.startswith(DATES) else self.value


Labels = Mapping[str, Mapping[str, str]]  # what values are called, by facet


def words_and_filters(query: StatementQuery, labels: Labels) -> Iterator[Filter]:
    """The words searched for as one more filter, the first."""
    if query.q.strip():
        alone = StatementQuery(q=query.q, within=query.within, sort=query.sort)
        yield Filter("The words", query.q, replace(query, q="", cursor=None), alone)
    yield from filters(query, labels)


def filters(query: StatementQuery, labels: Labels) -> Iterator[Filter]:
    """`labels` are those of outlets and of ids, which they don't tell themselves."""
    query = replace(query, cursor=None)
    bare = StatementQuery(dates=query.dates, sort=query.sort)
    for facet, values in query.filters.items():
        for value in values:
            name = facet_value(facet, value, name_of(facet, value, labels))
            yield Filter(FILTERS[facet].label, name, toggle(query, facet, value), toggle(bare, facet, value))
    if query.date_from or query.date_to:
        verb = BY_NAME[query.dates].label
        without = replace(query, date_from=None, date_to=None)
        alone = replace(bare, date_from=query.date_from, date_to=query.date_to)
        yield Filter(*stretch(verb, query.date_from, query.date_to), without, alone)


def name_of(facet: str, value: str, labels: Labels) -> str:
    """What people write for a filter's value."""
    return labels.get(facet, {}).get(value) or label(facet, value)


def stretch(verb: str, first: PartialDate | None, last: PartialDate | None) -> tuple[str, str]:
    """One filter, as a bar of the timeline sets both dates at once."""
    if first and last:
        return verb, day(first) if first == last else f"{day(first)} to {day(last)}"
    return (f"{verb} from", day(first)) if first else (f"{verb} to", day(last) if last else "")
