"""What a search for a speaker or an organisation leaves out: whoever has the same name and another country, or none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from api.parties.kinds import ORGANISATION, SPEAKER, kind_of
from api.parties.namesakes import country_of_id, of_one_name
from api.parties.party import name_of
from api.queries.refinement import toggle
from schemas.query import StatementQuery
from schemas.value_faults import IDENTITY
from search.engine import View


@dataclass(frozen=True, slots=True)
class SameName:
    """`query` is the search with this one too, which finds `count` more. `country` is None where the id tells none."""

    name: str
    country: str | None
    count: int
    query: StatementQuery


def of_same_name(view: View, query: StatementQuery) -> Iterator[SameName]:
    """Of each id that the query asks for."""
    for kind in (SPEAKER, ORGANISATION):
        asked = query.filters[kind.field]
        ids = [id_ for id_ in asked if kind is kind_of(id_) and IDENTITY.fullmatch(id_)]
        others = dict.fromkeys(
            each.id for id_ in ids for each in of_one_name(view, kind.field, id_, name_of(view, kind, id_) or id_)
        )
        wanted = [id_ for id_ in others if id_ not in asked]
        for bucket in view.value_counts(query, {kind.field: wanted})[kind.field] if wanted else ():
            if bucket.count:
                added = toggle(query, kind.field, bucket.value)
                yield SameName(bucket.label, country_of_id(bucket.value), bucket.count, added)
