"""How many of the statements that match each country, speaker, organisation or source has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from api.context import current_view
from api.openapi.blueprint import Blueprint
from api.queries.addresses import addresses
from api.queries.answer import facet_rows, rows
from schemas.fields import FILTERS
from schemas.fields import Counts as ListOfCounts
from schemas.page import FacetRow, Total
from schemas.query import StatementQuery
from schemas.wire.page import CountsSchema
from schemas.wire.query import Counting, CountingSchema

blueprint = Blueprint("counts", __name__, url_prefix="/v1", description="What there is to choose from")


@dataclass(frozen=True, slots=True)
class Counts:
    data: Sequence[FacetRow]
    total: Total
    more: bool
    applied: StatementQuery


def counts(asked: Counting, facet: str, endpoint: str) -> Counts:
    view, query, limit = current_view(), asked.query, asked.limit
    here = addresses(endpoint)
    if asked.prefix:
        buckets = view.complete(query, facet, asked.prefix, limit + 1)
        data = rows(query, facet, buckets[:limit], here.varying(query))
    else:
        buckets = view.facets(query, [facet], limit + 1)[facet]
        data = facet_rows(view, query, {facet: buckets[:limit]}, here)[facet]
    return Counts(data, view.count(query), len(buckets) > limit, query)


def add_list(facet: str, told: ListOfCounts) -> None:
    def listed(asked: Counting) -> Counts:
        return counts(asked, facet, f"counts.{told.path}")

    listed.__name__ = told.path
    listed.__doc__ = f"""{told.title}, the most frequent first

    The filter `{facet}` does not narrow this list: it keeps the other choices.
    """
    blueprint.operation(f"/{told.path}", query=CountingSchema, answer=CountsSchema)(listed)


for name, field in FILTERS.items():
    if field.counts:
        add_list(name, field.counts)
