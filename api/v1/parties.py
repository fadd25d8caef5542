"""One speaker or one organisation by its id."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from api.context import current_settings, current_view
from api.openapi.blueprint import Blueprint
from api.parties.kinds import ORGANISATION, SPEAKER, PartyKind
from api.parties.party import Party, party, table
from api.queries.addresses import addresses
from api.queries.answer import rows
from api.v1.timeline import Bar
from schemas.page import FacetRow, Total
from schemas.query import Interval, StatementQuery
from schemas.wire.party import OnePartySchema, PartySizeSchema
from search.errors import NotFound

blueprint = Blueprint("parties", __name__, url_prefix="/v1", description="Who speaks, and for which organisation")


@dataclass(frozen=True, slots=True)
class Bars:
    data: Sequence[Bar]
    interval: Interval
    undated: int


@dataclass(frozen=True, slots=True)
class OneParty:
    data: Party
    total: Total
    facets: Mapping[str, Sequence[FacetRow]]
    timeline: Bars
    applied: StatementQuery


def one(kind: PartyKind, id_: str, limit: int) -> OneParty:
    view = current_view()
    found = party(view, kind, id_, table(current_settings().people))
    if found is None:
        raise NotFound(f"nothing is said by a {kind.noun} {id_!r}")
    here = addresses("statements.statements")
    counts = view.facets(found.query, kind.facets, limit)
    address_by = here.varying(found.query)
    facets = {facet: rows(found.query, facet, counts[facet], address_by) for facet in kind.facets}
    over_time = view.timeline(found.query, Interval.YEAR)
    bars = Bars([Bar.of(stretch) for stretch in over_time.stretches], over_time.interval, over_time.undated)
    return OneParty(found, view.count(found.query), facets, bars, found.query)


@blueprint.operation("/speakers/<speaker_id>", query=PartySizeSchema, answer=OnePartySchema)
def speaker(asked: dict[str, int], speaker_id: str) -> OneParty:
    """One speaker: names, offices with their years, to and about whom, over time

    An office is told where two articles give it, or the operator's table does. `same_name` has those whose id differs
    by the country alone, which may be the same person: not every article tells the country.
    """
    return one(SPEAKER, speaker_id, asked["limit"])


@blueprint.operation("/organisations/<organisation_id>", query=PartySizeSchema, answer=OnePartySchema)
def organisation(asked: dict[str, int], organisation_id: str) -> OneParty:
    """One organisation: names, who speaks for it, to and about whom, over time

    What it says itself, with no name beside, is found by `speaker_id`.
    """
    return one(ORGANISATION, organisation_id, asked["limit"])
