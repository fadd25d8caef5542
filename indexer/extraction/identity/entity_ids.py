"""The id of an entity of an article, by its kind, its fullest name and its countries."""

from __future__ import annotations

from collections.abc import Iterable

from indexer.extraction.identity.body_phrases import name_of_body
from indexer.extraction.identity.person_names import is_initial_and_surname, passes_as_name
from indexer.extraction.model.coreference import Body, Entity, Person, State
from schemas.identity import body_id, person_id, state_id, territory_id
from schemas.identity.bodies import id_of_house
from schemas.identity.words import words_of_kind


def id_of_entity(entity: Entity, countries: Iterable[str]) -> str | None:
    """`countries` are those for which it speaks in this article."""
    if entity.plural:
        return None
    codes = () if entity.no_state else tuple(countries)
    match entity:
        case Person():
            return person_id(_full_name(entity), codes) if _is_named(entity) else None
        case Body():
            name = name_of_body(entity.name)
            return body_id(name, codes) if name is not None else None
        case State():
            return id_of_house(entity.name) or _id_of_state(entity)
    return None


def _full_name(person: Person) -> str:
    """With the title that stands for a surname: "Pope Leo"."""
    title = (person.role or "").rpartition(" ")[2]
    reigns = len(person.parts) == 1 and title.lower() in words_of_kind()["reign"]
    return f"{title} {person.name}" if reigns else person.name


def _is_named(person: Person) -> bool:
    return bool(person.parts) and not is_initial_and_surname(person.parts) and passes_as_name(person.name)


def _id_of_state(state: State) -> str | None:
    if len(state.territories) == 1 and not state.countries:
        return territory_id(*state.territories)
    return state_id(*state.countries) if len(state.countries) == 1 else None
