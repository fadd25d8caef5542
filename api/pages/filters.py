"""The filters in force, each with the query that lacks it: to take one away, or to say which one emptied a search."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from api.narrowing import chosen, toggled
from api.pages.words import FACETS, day, facet_value
from schemas.query import Dates, Facet, StatementQuery
from search.labels import label


@dataclass(frozen=True, slots=True)
class Filter:
    """`without` is the same query, from its first page, with this filter taken away."""

    label: str
    value: str
    without: StatementQuery


def filters(query: StatementQuery, sources: Mapping[str, str], *, words: bool = False) -> Iterator[Filter]:
    """`sources` are names by id. With `words`, the words searched for come first."""
    query = replace(query, cursor=None)
    if words and query.q.strip():
        yield Filter("The words", query.q, replace(query, q=""))
    for facet in Facet:
        for value in chosen(query, facet):
            name = sources.get(value, value) if facet is Facet.SOURCE else label(facet, value)
            yield Filter(FACETS[facet], facet_value(facet, value, name), toggled(query, facet, value))
    verb = "Said" if query.dates is Dates.SAID else "Published"
    if query.date_from:
        yield Filter(f"{verb} from", day(query.date_from), replace(query, date_from=None))
    if query.date_to:
        yield Filter(f"{verb} to", day(query.date_to), replace(query, date_to=None))
