"""The id of an entity of an article, by its kind, its fullest name and its countries."""

from __future__ import annotations

from collections.abc import Iterable

from indexer.extraction.lang.en.determiners import INDEFINITE_DETERMINERS
from indexer.extraction.lang.word_lists import word_list
from indexer.extraction.model.coreference import Body, Entity, Person, State
from schemas.identity import body_id, person_id, state_id, territory_id
from schemas.identity.bodies import id_of_house
from schemas.identity.words import words_of_kind

ENDS_A_PHRASE = word_list("ends-a-phrase")


def id_of_entity(entity: Entity, countries: Iterable[str]) -> str | None:
    """`countries` are those for which it speaks in this article."""
    if entity.plural:
        return None
    codes = () if entity.no_state else tuple(countries)
    match entity:
        case Person():
            return person_id(_full_name(entity), codes) if entity.parts and not _is_an_initial(entity.parts) else None
        case Body():
            return body_id(entity.name, codes)
        case State():
            return id_of_house(entity.name) or _id_of_state(entity)
    return None


def is_somebody_of(entity: Entity, shown: str) -> bool:
    """Whether the words shown mean no body, but somebody of it: "Taliban member", "some Taliban"."""
    before, name, after = shown.partition(entity.name)
    if not isinstance(entity, Body) or not name:
        return False
    first, behind = before.partition(" ")[0].lower(), after.split()
    return first in INDEFINITE_DETERMINERS or bool(behind and behind[0].islower() and behind[0] not in ENDS_A_PHRASE)


def _full_name(person: Person) -> str:
    """With the title that stands for a surname: "Pope Leo"."""
    title = (person.role or "").rpartition(" ")[2]
    reigns = len(person.parts) == 1 and title.lower() in words_of_kind()["reign"]
    return f"{title} {person.name}" if reigns else person.name


def _is_an_initial(parts: tuple[str, ...]) -> bool:
    """ "J. Vale" may be any Vale; "J. D. Vale" is known by that name."""
    return len(parts) == 2 and len(parts[0].rstrip(".")) == 1


def _id_of_state(state: State) -> str | None:
    if len(state.territories) == 1 and not state.countries:
        return territory_id(*state.territories)
    return state_id(*state.countries) if len(state.countries) == 1 else None
