"""A search in short, as pages of speakers and countries show it: over time, counted, and what is newest."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from api.page.chart.chart import Chart
from api.page.export_links import ExportLinks
from api.parties.kinds import PartyKind
from api.queries.addresses import NOTHING, addresses
from api.queries.answer import rows, search_and_count
from schemas.identity.word_key import word_key
from schemas.page import Bucket, FacetRow, Total
from schemas.query import StatementQuery
from schemas.statement import FoundStatement
from search.engine import View
from search.queries.completion import MAX_WORDS
from search.text.analysis import words

LATEST = 10  # statements shown
ROWS = 10  # of each list beside them
NAMES = 20  # ways to write a name
COMPLETED = 1_000  # names among which these are looked for: "Al" begins many, and is a name too


@dataclass(frozen=True, slots=True)
class Profile:
    """Each row of `facets` leads to the search with that value as one more filter."""

    query: StatementQuery
    total: Total
    chart: Chart | None
    facets: Mapping[str, Sequence[FacetRow]]
    latest: Sequence[FoundStatement]
    links: ExportLinks


def profile(view: View, query: StatementQuery, facets: Collection[str], draw: Callable[[], Chart | None]) -> Profile:
    """`draw` is asked while the facets are counted."""
    page, counted = search_and_count(view, replace(query, limit=LATEST), facets, ROWS)
    address_by = addresses("pages.index").varying(query)
    drawn = draw() if page.data else None
    counts = counted()
    return Profile(
        query=query,
        total=page.total,
        chart=drawn,
        facets={facet: rows(query, facet, counts[facet], address_by) for facet in facets},
        latest=page.data,
        links=ExportLinks.of(query),
    )


def names_with(view: View, kind: PartyKind, name: str) -> Sequence[Bucket]:
    """Those in whose name all words of this one stand, in any transliteration, the most frequent first."""
    wanted = keys(name)
    if not 0 < len(wanted) <= MAX_WORDS:
        return []
    begun = view.complete(NOTHING, kind.field, name, COMPLETED)
    return [bucket for bucket in begun if wanted <= keys(bucket.label)][:NAMES]


def the_only(name: str, named: Sequence[Bucket]) -> str | None:
    """The id of the one speaker who has all words of the name, or no others; None where several have."""
    same = [bucket for bucket in named if keys(bucket.label) == keys(name)]
    return next((found[0].value for found in (named, same) if len(found) == 1), None)


def keys(name: str) -> set[str]:
    """Its words, each in one spelling."""
    return set(map(word_key, words(name)))
