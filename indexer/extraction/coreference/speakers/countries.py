"""For whom somebody speaks of whom the text tells no country: as it stands beside a side, or leaves an office open."""

from __future__ import annotations

from indexer.extraction.annotation.places.cities import city
from indexer.extraction.coreference.speakers.surroundings import Surroundings
from indexer.extraction.document.words import runs
from indexer.extraction.lang.en.coreference_patterns import (
    A_PEOPLE,
    HOME_OFFICES,
    OFFICIALS_OF_A_TOWN,
    SENT_ABROAD,
    SIDES,
    STATES_WITHOUT,
)
from indexer.extraction.lang.en.role_nouns import BODIES, HELD_ANYWHERE, OFFICES
from indexer.extraction.lang.word_lists import word_list
from indexer.extraction.model.annotation import Annotations, ToponymKind
from indexer.extraction.model.coreference import Body, Entity, Person
from schemas.statement import Span

NONE = frozenset[str]()
OF_A_STATE = word_list("bodies-of-a-state")
OF_A_FIELD = word_list("bodies-of-a-field")
DEPARTMENTS = word_list("departments")
ARMED = word_list("armed-bodies")
STATE_WORDS = word_list("words-of-state")


def of_a_side(mention: Span, annotations: Annotations) -> tuple[str, ...]:
    """ "The Polish side", "Iranian sources": those that stand before the noun; "Swiss" in a headline."""
    if A_PEOPLE.fullmatch(mention.of(annotations.text)) is not None:
        last = annotations.place_at(mention.end - 1)
        return last.codes if last is not None and last.kind is ToponymKind.DEMONYM else ()
    side = SIDES.search(annotations.text, *mention)
    return tuple(sorted(annotations.countries_in(mention.start, side.start()))) if side is not None else ()


def left_out(entity: Entity, mention: Span, words: str, surroundings: Surroundings) -> frozenset[str]:
    """Those of an office or a body of state of which the text tells none; `words` are those of the mention."""
    if entity.territories or entity.no_state:
        return NONE
    if isinstance(entity, Body):
        is_told = _is_of_a_state(entity.name) or _is_of_an_official(words)
        of_a_state = is_told and not entity.plural
        return _at_hand(entity, entity.name, surroundings) if of_a_state else NONE
    if not isinstance(entity, Person):
        return NONE
    town = OFFICIALS_OF_A_TOWN.search(words)
    if town is not None:
        return surroundings.annotations.countries_in(*mention) or _of_a_town(town["town"])
    return _of_an_office(entity, surroundings)


def _is_of_a_state(body: str) -> bool:
    """ "Ministry of Transport", "Foreign Office", "Department of Labour", but not "press office"."""
    head = body.partition(" of ")[0].split()[-1].lower()
    return head in OF_A_STATE or (head in OF_A_FIELD and not DEPARTMENTS.isdisjoint(runs(body.lower())))


def _is_of_an_official(words: str) -> bool:
    """ "President Silva's office"."""
    *owner, last = runs(words.lower()) or [""]
    return last == "office" and "s" in owner and not OFFICES.isdisjoint(owner)


def _of_a_town(name: str) -> frozenset[str]:
    code = city(name)
    return frozenset((code,)) if code else NONE


def _of_an_office(person: Person, surroundings: Surroundings) -> frozenset[str]:
    if not person.of_state or person.plural or _has_a_name_of_its_own(person.organisation or ""):
        return NONE
    if SENT_ABROAD.search(person.role or "") and not person.organisation:
        return NONE  # at home elsewhere, or sent by several states
    for code, office in HOME_OFFICES.items():
        if office.search(person.role or person.name) and code in surroundings.named:
            return frozenset((code,))
    if _may_be_held_anywhere(person):
        return surroundings.government_at(person.first)
    codes = _at_hand(person, f"{person.role or person.name} {person.organisation or ''}", surroundings)
    return codes - STATES_WITHOUT.get((person.role or "").lower(), NONE)


def _may_be_held_anywhere(person: Person) -> bool:
    """ "Chairman", "campaign director": of a party or a company as well, but not "police chief"."""
    if person.organisation or not person.nouns or person.nouns - HELD_ANYWHERE:
        return False
    return not any(word in BODIES or word in STATE_WORDS for word in runs((person.role or "").lower()))


def _at_hand(entity: Entity, words: str, surroundings: Surroundings) -> frozenset[str]:
    """That of a government at hand, else that of its department: "the foreign minister" where the article names the
    Portuguese foreign ministry.
    """
    at_hand = surroundings.at(entity.first)
    return at_hand if at_hand or surroundings.home else surroundings.of_department(runs(words.lower()))


def _has_a_name_of_its_own(organisation: str) -> bool:
    """ "Rapid Support Forces", "Karen National Army": armed, but not known to be a state's."""
    *before, last = organisation.split() or [""]
    return last in ARMED and any(word[0].isupper() and word.lower() not in STATE_WORDS for word in before)
