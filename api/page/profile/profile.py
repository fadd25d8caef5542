"""A search in short, as pages of speakers and countries show it: over time, counted, and what is newest."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from api.page.chart.chart import Chart
from api.page.export_links import ExportLinks
from api.queries.addresses import NOTHING, addresses
from api.queries.answer import rows, search_and_count
from schemas.filters import Filters
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
    here = addresses("pages.index")
    drawn = draw() if page.data else None
    counts = counted()
    return Profile(
        query=query,
        total=page.total,
        chart=drawn,
        facets={facet: rows(query, facet, counts[facet], here) for facet in facets},
        latest=page.data,
        links=ExportLinks.of(query),
    )


def speaks(view: View, name: str) -> bool:
    """Whether anything was said by somebody whose name has all these words."""
    return bool(words(name)) and view.count(StatementQuery(filters=Filters(speaker=(name,)))).value > 0


def names_with(view: View, name: str) -> Sequence[Bucket]:
    """The speakers in whose name all words of this one stand, in any transliteration, the most frequent first."""
    wanted = keys(name)
    if len(wanted) > MAX_WORDS:
        return []
    begun = view.complete(NOTHING, "speaker_id", name, COMPLETED)
    return [bucket for bucket in begun if wanted <= keys(bucket.label)][:NAMES]


def the_only(name: str, named: Sequence[Bucket]) -> str | None:
    """The id of the one speaker who has all words of the name, or no others; None where several have."""
    same = [bucket for bucket in named if keys(bucket.label) == keys(name)]
    return next((found[0].value for found in (named, same) if len(found) == 1), None)


def keys(name: str) -> set[str]:
    """Its words, each in one spelling."""
    return set(map(word_key, words(name)))


def name_of(view: View, id_: str) -> str | None:
    """What most statements of a speaker call it; None where nothing is said under this id."""
    (bucket,) = view.value_counts(NOTHING, {"speaker_id": [id_]})["speaker_id"]
    return bucket.label if bucket.count else None
