"""A speaker or an organisation by its id."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from api.parties.facts import Facts, facts
from api.parties.kinds import ORGANISATION, PartyKind, kind_of
from api.parties.namesakes import Namesake, country_of_id, of_one_name, of_one_surname
from api.queries.addresses import NOTHING
from schemas.filters import Filters
from schemas.identity.people import People
from schemas.identity.people_file import read_people
from schemas.page import Total
from schemas.query import StatementQuery
from schemas.value_faults import IDENTITY
from search.engine import View


@dataclass(frozen=True, slots=True)
class Party:
    """`name` is what most statements call it, `country` the one that its id tells; `query` finds what it said.

    `same_name` are ids that differ by the country alone, `together` finds what all of these and its own said, `total`
    statements; `similar_names` are others.
    """

    id: str
    name: str
    country: str | None
    query: StatementQuery
    facts: Facts
    same_name: Sequence[Namesake]
    similar_names: Sequence[Namesake]
    together: StatementQuery
    total: Total


def party(view: View, kind: PartyKind, id_: str, people: People) -> Party | None:
    """None where nothing is said under this id."""
    name = name_of(view, kind, id_) if IDENTITY.fullmatch(id_) else None
    if name is None:
        return None
    query, same_name = said_by(kind, id_), of_one_name(view, kind.field, id_, name)
    together = said_by(kind, id_, *(each.id for each in same_name))
    return Party(
        id=id_,
        name=name,
        country=country_of_id(id_),
        query=query,
        facts=facts(view, query, kind.field, people.lines_of(id_)),
        same_name=same_name,
        similar_names=of_one_surname(view, kind.field, id_, name),
        together=together,
        total=view.count(together),
    )


def name_of(view: View, kind: PartyKind, id_: str) -> str | None:
    """What most statements call it; None where nothing is said under this id, and of a name, which filters take."""
    if kind is ORGANISATION and kind_of(id_) is not ORGANISATION:
        return None
    (bucket,) = view.value_counts(NOTHING, {kind.field: [id_]})[kind.field]
    return bucket.label if bucket.count else None


def said_by(kind: PartyKind, *ids: str) -> StatementQuery:
    return StatementQuery(filters=Filters(**{kind.field: ids}))


@cache
def table(path: Path | None) -> People:
    """The operator's, read once a process; nobody where there is none."""
    return read_people(path) if path is not None else People()
