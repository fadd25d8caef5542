"""How many of the statements that match each country, speaker, organisation or source has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from api.context import current_engine
from api.openapi.blueprint import Blueprint
from api.queries.addresses import addresses
from api.queries.answer import facet_rows, rows
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


@blueprint.route("/speakers")
@blueprint.query(CountingSchema)
@blueprint.response(200, CountsSchema)
def speakers(asked: Counting) -> Counts:
    """Speakers, the most frequent first

    The filter `speaker` does not narrow this list: it keeps the other choices.
    """
    return counts(asked, Facet.SPEAKER, "counts.speakers")


@blueprint.route("/organisations")
@blueprint.query(CountingSchema)
@blueprint.response(200, CountsSchema)
def organisations(asked: Counting) -> Counts:
    """Organisations of the speakers, the most frequent first

    The filter `organisation` does not narrow this list: it keeps the other choices.
    """
    return counts(asked, Facet.ORGANISATION, "counts.organisations")


@blueprint.route("/sources")
@blueprint.query(CountingSchema)
@blueprint.response(200, CountsSchema)
def sources(asked: Counting) -> Counts:
    """Outlets, the most frequent first

    The filter `source` does not narrow this list: it keeps the other choices.
    """
    return counts(asked, Facet.SOURCE, "counts.sources")


def counts(asked: Counting, facet: Facet, endpoint: str) -> Counts:
    engine, query, limit = current_engine(), asked.query, asked.limit
    here = addresses(endpoint)
    if asked.prefix:
        buckets = engine.complete(query, facet, asked.prefix, limit + 1)
        data = rows(query, facet, buckets[:limit], here)
    else:
        buckets = engine.facets(query, [facet], limit + 1)[facet]
        data = facet_rows(engine, query, facet, buckets[:limit], here)
    return Counts(data, engine.count(query), len(buckets) > limit, query)
