"""What an office beside a name, or a body that it has to do with, tells of the person."""

from __future__ import annotations

from collections.abc import Iterator

from indexer.extraction.annotation.roles.modifiers import DESCRIBING
from indexer.extraction.annotation.roles.states import LOCAL, is_former
from indexer.extraction.coreference.bodies.lookup import known_as, last_of
from indexer.extraction.coreference.entities.discourse import Discourse
from indexer.extraction.coreference.entities.evidence import (
    affiliation,
    allegiance,
    introduction,
    no_state,
    organisation_of,
)
from indexer.extraction.coreference.offices.owners import SUCCESSOR
from indexer.extraction.coreference.people.gender import told_by
from indexer.extraction.lang.en.role_nouns import SPOKESPERSONS, SYNONYMS
from indexer.extraction.lang.word_lists import word_list
from indexer.extraction.model.annotation import RolePhrase
from indexer.extraction.model.coreference import Affiliation, Body, Entity, Evidence, EvidenceKind, Person, Title

RANKS = word_list("ranks")
BEFORE_A_RANK = word_list("offices-before-a-rank")
NO_PORTFOLIO = word_list("in-a-title-without-portfolio")
OF_THE_COMMISSION = word_list("of-the-commission")
OF_THE_EMBASSY = word_list("of-the-embassy")


def nouns_of(phrase: RolePhrase) -> frozenset[str]:
    """By which nouns the office is met again: a "prime minister" as a minister and as a premier."""
    noun = SYNONYMS.get(phrase.head, phrase.head)
    is_prime = noun == "minister" and (phrase.head == "pm" or "prime" in phrase.words)
    return frozenset((noun, "premier")) if is_prime else frozenset((noun,))


def office_of(person: Person, phrase: RolePhrase, owner: Entity | None, discourse: Discourse) -> Iterator[Evidence]:
    """What an office tells of whoever holds it; a former one tells only that it is not held any more.

    `owner` is whose office it is, where a possessive tells: "its spokesman". An office of another country than the
    person's tells nothing: "… - Kazakh President" before "Lavrov", where a link runs into the text.
    """
    if person.countries and phrase.codes and person.countries.isdisjoint(phrase.codes):
        return
    yield from told_by(phrase.head, person.id, phrase.span)
    if is_former(phrase.words):
        if person.role is None:
            yield no_state(person.id, phrase.span)
        return
    if phrase.determiner not in ("a", "an") or person.role is None:
        yield from allegiance(person.id, phrase.span, phrase.codes, phrase.territories)
    if phrase.nobody:
        yield no_state(person.id, phrase.span)
    title = Title(_without_rank(phrase.role), nouns_of(phrase), phrase.is_official)
    yield Evidence(EvidenceKind.TITLE, person.id, phrase.span, title)
    yield from _organisation(person, phrase, owner, discourse)


def _without_rank(role: str | None) -> str | None:
    """ "Defence Minister Gen" is a defence minister, but "Chief of the General Staff" has no rank."""
    words = (role or "").split()
    office = list(words)
    while len(office) > 1 and office[-1].rstrip(".").lower() in RANKS and _names_an_office(office[:-1]):
        office.pop()
    return " ".join(words if office and office[-1] in ("of", "the") else office) or None


def _names_an_office(words: list[str]) -> bool:
    return any(word.lower() in BEFORE_A_RANK for word in words)


def _organisation(person: Person, phrase: RolePhrase, owner: Entity | None, discourse: Discourse) -> Iterator[Evidence]:
    """To whom the holder belongs: the owner, and what the phrase names, or else what such an office belongs to.

    A successor has the office of whoever has left it, and does not belong to that person.
    """
    has_left = phrase.head == SUCCESSOR and owner is not None and owner.no_state
    if owner is not None and owner.id != person.id and not has_left:
        yield affiliation(person.id, phrase.span, owner)
    if not phrase.codes and ((owner is None and phrase.owner[:1].isupper()) or _is_of_a_region(phrase, discourse)):
        # "Arawa's mayor", "the Delta governor": of a place that is not known
        yield Evidence(EvidenceKind.NO_OFFICE_OF_STATE, person.id, phrase.span)
    if phrase.organisation is not None:
        yield from _named_organisation(person, phrase.organisation, phrase, discourse)
    elif person.organisation is None and (owner is None or organisation_of(owner) is None):
        yield from _by_office(person, phrase, discourse)


def _is_of_a_region(phrase: RolePhrase, discourse: Discourse) -> bool:
    """ "The Delta governor", "Mayor of Renk", but not "the Deputy Mayor"."""
    words = discourse.text[phrase.body : phrase.end].split()
    return phrase.head in LOCAL and any(
        word[0].isupper() and word.lower() not in DESCRIBING and word.lower() != phrase.head for word in words
    )


def _belongs_to(person: Person, whose: Body, phrase: RolePhrase, discourse: Discourse) -> Iterator[Evidence]:
    yield from introduction(whose, phrase.span, discourse.entities)
    yield affiliation(person.id, phrase.span, whose)


def _named_organisation(person: Person, name: str, phrase: RolePhrase, discourse: Discourse) -> Iterator[Evidence]:
    body = known_as(name, phrase.start, discourse, frozenset(phrase.codes))
    if body is None:
        yield Evidence(EvidenceKind.AFFILIATION, person.id, phrase.span, Affiliation(name))
        return
    if _is_an_acronym(name):  # as whoever quotes the office writes it: "ICRC spokesman"
        told = Affiliation(name, body.countries, body.territories, body.no_state)
        yield Evidence(EvidenceKind.AFFILIATION, person.id, phrase.span, told)
    yield from _belongs_to(person, body, phrase, discourse)


def _is_an_acronym(name: str) -> bool:
    """But not EU and UN, which are written out wherever they stand."""
    return name.isupper() and name.isalpha() and len(name) > 2


def _by_office(person: Person, phrase: RolePhrase, discourse: Discourse) -> Iterator[Evidence]:
    """A minister without a portfolio in his title belongs to the ministry at hand, a commissioner to the commission."""
    if phrase.head in SPOKESPERSONS and phrase.role is not None and not phrase.codes:
        body = known_as(phrase.role.rpartition(" ")[0], phrase.start, discourse)  # "army spokesman"
        yield from _speaks_as(person, body, phrase, discourse)
    elif phrase.head in OF_THE_EMBASSY and not phrase.codes:
        body = last_of("embassy", discourse) or last_of("consulate", discourse)  # "Ambassador Silva"
        yield from _speaks_as(person, body, phrase, discourse)
    else:
        body = _at_hand(phrase, discourse)
        if body is not None:
            yield from _belongs_to(person, body, phrase, discourse)


def _speaks_as(person: Person, body: Body | None, phrase: RolePhrase, discourse: Discourse) -> Iterator[Evidence]:
    """Somebody speaks for the countries of the body."""
    if body is not None:
        yield from introduction(body, phrase.span, discourse.entities)
        yield from allegiance(person.id, phrase.span, body.countries)


def _at_hand(phrase: RolePhrase, discourse: Discourse) -> Body | None:
    if phrase.head == "minister" and not phrase.words - NO_PORTFOLIO and "deputy" in phrase.words:
        return last_of("ministry", discourse)
    if phrase.head in OF_THE_COMMISSION and not phrase.codes:
        return last_of("commission", discourse)
    return None


def relation_to(person: Person, phrase: RolePhrase, owner: Entity | None, discourse: Discourse) -> Iterator[Evidence]:
    """What is told by "who speaks for the ministry", "of the Norwegian navy"."""
    yield Evidence(EvidenceKind.DESCRIPTION, person.id, phrase.span)
    if isinstance(owner, Body):
        yield affiliation(person.id, phrase.span, owner)
        return
    yield from allegiance(person.id, phrase.span, phrase.codes, phrase.territories)
    if phrase.nobody:
        yield no_state(person.id, phrase.span)
    if phrase.organisation is not None and not phrase.is_office:
        yield from _named_organisation(person, phrase.organisation, phrase, discourse)
