"""What a phrase beside a name tells of the person: office, organisation, and for whom it is held."""

from __future__ import annotations

from indexer.extraction.coreference.bodies import Bodies
from indexer.extraction.coreference.entities import Entity, History, Sort, heads_of
from indexer.extraction.coreference.persons import Persons
from indexer.extraction.lang.en.role_nouns import BODIES, NO_ROLES, SPOKESPERSONS
from indexer.extraction.lang.word_lists import listed, word_list
from indexer.extraction.model.annotation import RolePhrase

FORMER = word_list("former")

RANKS = listed(
    "general colonel admiral lieutenant major captain brigadier marshal commodore sergeant rear vice air gen col lt "
    "adm maj brig capt sgt cmdr prince princess hrh staff"
)
TITLED = listed("minister spokesman spokeswoman spokesperson president commander chief ambassador")
COUNTRIES = listed("country nation state republic kingdom island archipelago emirate")
NO_PORTFOLIO = listed("minister ministers deputy vice first state the of")
COMMISSIONERS = listed("commissioner vice-president")


def owner_of(phrase: RolePhrase, history: History, bodies: Bodies, persons: Persons) -> Entity | None:
    """Whose spokesman "its spokesman" is, or "the ministry's", or "Silva's"."""
    if not phrase.owner or phrase.owner in ("my", "our", "your"):
        return None
    if phrase.owner in ("his", "her"):
        return None if phrase.head in NO_ROLES else history.last_person("m" if phrase.owner == "his" else "f")
    last = phrase.owner.split()[-1].lower()
    if phrase.owner in ("its", "their") or last in COUNTRIES:
        return history.last_body()
    known = bodies.known(phrase.owner, phrase.start) or (None if phrase.head in NO_ROLES else persons.named(last))
    if known is None and last in BODIES:
        known = Entity(Sort.BODY, phrase.owner, phrase.start, organisation=phrase.owner, nobody=phrase.nobody)
        known.codes, known.territories = set(phrase.codes), set(phrase.territories)
    return known


def learn(person: Entity, phrase: RolePhrase, owner: Entity | None, bodies: Bodies) -> None:
    """What an office beside the name tells; a former one tells only that it is not held any more."""
    person.described = True
    person.learn_gender(phrase.head)
    if phrase.words & FORMER or any(word.startswith("ex-") for word in phrase.words):
        person.nobody = person.nobody or person.role is None
        return
    person.heads |= heads_of(phrase)
    person.nobody = person.nobody or phrase.nobody
    if phrase.determiner not in ("a", "an") or person.role is None:
        person.codes.update(phrase.codes)
        person.territories.update(phrase.territories)
    if person.role is None or (phrase.role is not None and _is_a_rank(person.role)):
        person.role = _without_rank(phrase.role)
        person.official = person.official or phrase.is_official
    if owner is not None:
        _belong_to(person, owner)
    elif phrase.owner[:1].isupper() and not phrase.codes:
        person.official = False  # "Arawa's mayor": of a place that is not known
    if phrase.organisation is not None:
        _belong(person, phrase.organisation, phrase, bodies)
    elif person.organisation is None:
        _belong_by_office(person, phrase, bodies)


def _without_rank(role: str | None) -> str | None:
    """ "Defence Minister Gen" is a defence minister."""
    words = (role or "").split()
    while (
        len(words) > 1 and words[-1].rstrip(".").lower() in RANKS and any(word.lower() in TITLED for word in words[:-1])
    ):
        words.pop()
    return " ".join(words) or None


def _is_a_rank(role: str) -> bool:
    """ "Rear Adm" and "Princess" tell less than the office that follows."""
    return all(word.rstrip(".").lower() in RANKS for word in role.split())


def learn_relation(person: Entity, phrase: RolePhrase, owner: Entity | None, bodies: Bodies) -> None:
    """ "Who speaks for the ministry", "of the Norwegian navy"."""
    person.described = True
    if owner is not None and owner.sort is Sort.BODY:
        _belong_to(person, owner)
        return
    person.codes.update(phrase.codes)
    person.territories.update(phrase.territories)
    person.nobody = person.nobody or phrase.nobody
    if phrase.organisation is not None and not phrase.is_office:
        _belong(person, phrase.organisation, phrase, bodies)


def _belong_to(person: Entity, body: Entity) -> None:
    if body.sort is Sort.PERSON:
        body = body.itself
        person.organisation = person.organisation or body.organisation
        person.official = person.official and body.official
    elif body.sort is Sort.BODY:
        person.organisation = person.organisation or body.name
    if not person.codes:
        person.codes.update(body.codes)
        person.territories.update(body.territories)
    person.nobody = person.nobody or body.nobody


def _belong(person: Entity, organisation: str, phrase: RolePhrase, bodies: Bodies) -> None:
    body = bodies.known(organisation, phrase.start, phrase.codes)
    if body is not None:
        _belong_to(person, body)
    else:
        person.organisation = person.organisation or organisation


def _belong_by_office(person: Entity, phrase: RolePhrase, bodies: Bodies) -> None:
    """A minister without a portfolio in his title belongs to the ministry at hand, a commissioner to the commission."""
    if phrase.head in SPOKESPERSONS and phrase.role is not None and not phrase.codes:
        body = bodies.known(phrase.role.rpartition(" ")[0], phrase.start)  # "army spokesman"
        person.codes.update(body.codes if body is not None else ())
        return
    if phrase.head in ("ambassador", "consul", "attaché") and not phrase.codes:
        body = bodies.last_of("embassy") or bodies.last_of("consulate")  # "Ambassador Silva"
        person.codes.update(body.codes if body is not None else ())
        return
    if phrase.head == "minister" and not phrase.words - NO_PORTFOLIO and "deputy" in phrase.words | {"vice"}:
        body = bodies.last_of("ministry")
    elif phrase.head in COMMISSIONERS and not phrase.codes:
        body = bodies.last_of("commission")
    else:
        return
    if body is not None:
        _belong_to(person, body)
