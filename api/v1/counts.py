"""How many of the statements that match each country or source has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from api.addresses import address
from api.engine import current_engine
from api.parameters import Blueprint
from api.searching import facet_rows
from schemas.page import FacetRow, Total
from schemas.query import Facet, StatementQuery
from schemas.wire.page import CountsSchema
from schemas.wire.query import Counting, CountingSchema

blueprint = Blueprint("counts", __name__, url_prefix="/v1", description="What there is to choose from")


@dataclass(frozen=True, slots=True)
class Counts:
    data: Sequence[FacetRow]
    total: Total
    more: bool
    applied: StatementQuery


@blueprint.route("/countries")
@blueprint.query(CountingSchema)
@blueprint.response(200, CountsSchema)
def countries(asked: Counting) -> Counts:
    """Countries in any role, the most frequent first

    The filter `country` does not narrow this list: it keeps the other choices.
    """
    return counts(asked, Facet.COUNTRY, "counts.countries")


@blueprint.route("/sources")
@blueprint.query(CountingSchema)
@blueprint.response(200, CountsSchema)
def sources(asked: Counting) -> Counts:
    """Outlets, the most frequent first

    The filter `source` does not narrow this list: it keeps the other choices.
    """
    return counts(asked, Facet.SOURCE, "counts.sources")


def counts(asked: Counting, facet: Facet, endpoint: str) -> Counts:
    engine = current_engine()
    buckets = engine.facets(asked.query, [facet], asked.limit + 1)[facet]
    rows = facet_rows(engine, asked.query, facet, buckets[: asked.limit], partial(address, endpoint))
    return Counts(rows, engine.count(asked.query), len(buckets) > asked.limit, asked.query)
