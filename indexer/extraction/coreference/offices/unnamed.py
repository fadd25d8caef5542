"""Offices without a name beside them: whom they mean, and who proves to hold them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile

from indexer.extraction.coreference.entities.discourse import Discourse
from indexer.extraction.coreference.entities.evidence import allegiance
from indexer.extraction.coreference.offices.holders import ANYONE, holder
from indexer.extraction.coreference.offices.titles import office_of
from indexer.extraction.coreference.people.gender import differ, told_by
from indexer.extraction.document.layout import HEADLINE
from indexer.extraction.lang.en.role_nouns import SPOKESPERSONS
from indexer.extraction.lang.word_lists import word_list
from indexer.extraction.model.annotation import RolePhrase
from indexer.extraction.model.coreference import Entity, Evidence, EvidenceKind, Person, Title
from schemas.statement import Span

WAITING = 40  # mentions back to an office whose holder is not yet named
OFFICIAL = "official"
OF_A_STATE = word_list("bodies-of-a-state")
LINES = 2  # between an office of a country and the name of its holder


def means_a_holder(phrase: RolePhrase) -> bool:
    """Whether it is an office that one person holds, and tells which: "the minister", but not "a minister"."""
    return phrase.definite and _tells_which(phrase) and not phrase.plural


def _tells_which(phrase: RolePhrase) -> bool:
    return bool(phrase.determiner or phrase.codes or phrase.territories or phrase.owner)


def is_nobody(phrase: RolePhrase, is_spoken: bool, text: str) -> bool:
    """ "Ministers", or a bare "minister", is nobody, if it does not speak and opens no headline."""
    opens_a_headline = phrase.start <= HEADLINE and text[max(0, phrase.start - 1) : phrase.start] in ("", "\n")
    return not is_spoken and (phrase.plural or not _tells_which(phrase)) and not opens_a_headline


def unnamed_office(phrase: RolePhrase, text: str) -> Person:
    """Held by nobody named so far; it waits for the name where it means somebody in particular."""
    awaits_name = phrase.definite and not phrase.plural
    words = text[phrase.body : phrase.end]
    return Person(f"office:{phrase.start}", words, phrase.start, plural=phrase.plural, awaits_name=awaits_name)


def told_of_office(
    office: Person, phrase: RolePhrase, owner: Entity | None, discourse: Discourse
) -> Iterator[Evidence]:
    """As of a person who holds it; but "a minister" and "ministers" hold no office that would be noted.

    "A customs official" and "a foreign ministry spokesman" are of a state all the same, and the spokesman's office is
    noted: it tells whose words they are.
    """
    role = phrase.role if _is_told_by_the_office(phrase) else None
    of_a_body = (
        phrase.organisation.split()[-1].lower() in OF_A_STATE if phrase.organisation else phrase.head == OFFICIAL
    )
    for evidence in office_of(office, phrase, owner, discourse):
        if isinstance(evidence.value, Title) and not office.awaits_name:
            yield replace(evidence, value=Title(role, evidence.value.nouns, evidence.value.of_state and of_a_body))
        else:
            yield evidence


def _is_told_by_the_office(phrase: RolePhrase) -> bool:
    """ "A spokesman", "a Taliban representative", but not "an army officer"."""
    is_of_a_body = phrase.organisation is not None and phrase.head not in ANYONE
    return not phrase.plural and (phrase.head in SPOKESPERSONS or is_of_a_body)


def same_office(phrase: RolePhrase, person: Person) -> Iterator[Evidence]:
    """What a later "the Polish minister" adds."""
    if not person.no_state:
        yield from allegiance(person.id, phrase.span, phrase.codes, phrase.territories)
    if phrase.head in ANYONE:
        return
    if person.parts and phrase.role is not None and person.role is None:
        yield Evidence(EvidenceKind.TITLE, person.id, phrase.span, Title(phrase.role, frozenset(), False))
    yield from told_by(phrase.head, person.id, phrase.span)


def offices_in_the_headline(person: Person, span: Span, discourse: Discourse) -> Iterator[Evidence]:
    """ "Minister Resigns" in a headline: the first of whom such an office is told holds it."""
    countries, nouns = person.countries, person.nouns
    waiting = takewhile(lambda office: office.first < HEADLINE, discourse.entities.offices_awaiting_names())
    for office in waiting:
        fits = not office.countries or (not countries and not person.no_state) or office.countries & countries
        if office.nouns & nouns and fits and not (office.no_state and countries):
            countries, nouns = countries | office.countries, nouns | office.nouns
            yield Evidence(EvidenceKind.SAME_AS, office.id, span, person.id)


def unnamed_before(phrase: RolePhrase, person: Person, discourse: Discourse) -> Iterator[Evidence]:
    """ "Summoned the Polish ambassador. The ambassador, Ana Silva, …"."""
    office = holder(phrase, discourse) if phrase.determiner == "the" and not person.countries else None
    if office is not None and office.id != person.id and not office.parts and not (phrase.codes and office.no_state):
        yield Evidence(EvidenceKind.SAME_AS, office.id, phrase.span, person.id)


def office_taken(person: Person, span: Span, discourse: Discourse) -> Iterator[Evidence]:
    """ "The minister was late. … Ana Silva said": the office that waits for a name gets it."""
    for mention, office in discourse.recent(WAITING):
        if not mention.is_subject:
            continue
        if office.id == person.id:
            return
        if _waits_for(office, person, discourse.lines_between(mention.span.end, span.start)):
            yield Evidence(EvidenceKind.SAME_AS, office.id, span, person.id)
            return


def _waits_for(office: Entity, person: Person, lines: int) -> bool:
    if not isinstance(office, Person) or not office.awaits_name or differ(office.gender, person.gender):
        return False
    if not office.countries:
        return True
    if person.no_state:
        return False
    is_foreign = bool(person.countries) and office.countries.isdisjoint(person.countries)
    return lines <= LINES and not is_foreign
