"""Comparisons that one may want: of whom a search is about, of whom a page is about, and of whom else there is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from api.page.comparison.comparison_request import ComparisonRequest
from api.page.comparison.parties import COUNTRIES, SPEAKERS
from api.parties.kinds import STATE
from api.queries.refinement import narrow
from schemas.page import Bucket, FacetRow
from schemas.query import DEFAULT_LIMIT, StatementQuery
from search.engine import View

OFFERED = 8  # of each kind


@dataclass(frozen=True, slots=True)
class Offer:
    """`labels` are who is compared at `address`."""

    labels: Sequence[str]
    address: str


def comparison_of(query: StatementQuery, facets: Mapping[str, Sequence[FacetRow]]) -> Offer | None:
    """Of the two that a search asks for, or of that one with the most frequent other, or of the two most frequent."""
    facet = SPEAKERS if query.filters[SPEAKERS] else COUNTRIES
    rows = sorted(facets.get(facet, ()), key=lambda row: not row.selected)[:2]
    if len(rows) < 2:
        return None
    a, b = (row.value for row in rows)
    return Offer([row.label for row in rows], ComparisonRequest(of_anybody(query), a, b).address())


def comparison_with(value: str, other: str = "") -> str:
    """The address of a country's or a speaker's comparison with another, or of the choice of one."""
    return ComparisonRequest(StatementQuery(), value, other).address()


def of_anybody(query: StatementQuery) -> StatementQuery:
    """What a comparison keeps of a search."""
    bare = replace(query, sort=None, collapse=False, limit=DEFAULT_LIMIT)
    return narrow(narrow(bare, COUNTRIES, ()), SPEAKERS, ())


def most_frequent(view: View, query: StatementQuery, but: Sequence[str]) -> Mapping[str, Sequence[Bucket]]:
    """Countries and speakers of whom the query finds most, by facet. States are offered as countries."""
    counted = view.facets(query, (COUNTRIES, SPEAKERS), OFFERED + len(but))
    return {
        facet: [each for each in buckets if each.value not in but and not each.value.startswith(STATE)][:OFFERED]
        for facet, buckets in counted.items()
    }
