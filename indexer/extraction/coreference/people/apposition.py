"""Which phrase stands beside which name: "Minister Ana Silva", "Ana Silva, the envoy", "Ana Silva of the ministry"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from indexer.extraction.annotation.places.gazetteer import fold
from indexer.extraction.coreference.entities.discourse import Discourse
from indexer.extraction.coreference.entities.evidence import allegiance
from indexer.extraction.coreference.people.full_names import is_a_new_person
from indexer.extraction.coreference.salience import NO_SUBJECT, word_before
from indexer.extraction.lang.en.apposition_patterns import (
    A_NAME,
    A_SOMEBODY_WHO,
    ALIAS,
    APPOSED,
    ASIDE_BEFORE,
    DASHES,
    NAME_BEHIND_ASIDE,
    NEXT_NAME,
    TELLS_MORE,
    WHO_LEADS,
)
from indexer.extraction.lang.en.place_patterns import REGION, REGIONS
from indexer.extraction.lang.en.role_nouns import ABBREVIATIONS
from indexer.extraction.lang.word_lists import word_list
from indexer.extraction.model.annotation import PersonName, Place, RolePhrase, ToponymKind
from indexer.extraction.model.coreference import EntityId, Evidence, EvidenceKind, Person
from schemas.statement import Span

OPENERS = word_list("openers-before-a-comma")
CLOSES_AN_ASIDE = (",", ".", ")")
LONGEST_ASIDE = 24  # characters of a word in brackets before a name
RELATIVE_REACH = 40  # characters from "who leads" to the body led


def office_before(name: PersonName, discourse: Discourse) -> RolePhrase | None:
    """ "Minister" before "Ana Silva"; before a comma or a bracket only one that says more, or that opens a
    sentence.

    A country may stand between, or a word in brackets: "the governor of Kharkiv, Ukraine, Ana Silva", "Vice President
    (VP) Ana Silva".
    """
    if NAME_BEHIND_ASIDE.match(discourse.text, name.end):
        return None
    aside = ASIDE_BEFORE.search(discourse.text, max(0, name.with_honorific - LONGEST_ASIDE), name.with_honorific)
    start = name.with_honorific if aside is None else aside.start() + 1
    found = _office_up_to(start, discourse)
    country = _country_up_to(start, discourse) if found is None else None
    return found if country is None else _office_up_to(country.span.start, discourse)


def _country_up_to(position: int, discourse: Discourse) -> Place | None:
    if not discourse.text.startswith(", ", position - len(", ")):
        return None
    country = discourse.annotations.place_at(position - len(", ") - 1)
    return country if country is not None and country.span.end + len(", ") == position else None


def _office_up_to(start: int, discourse: Discourse) -> RolePhrase | None:
    for gap in (" ", ". ", ", ", " ("):
        phrase = discourse.phrases.ending(start - len(gap))
        if phrase is None or not phrase.is_office or phrase.plural or not discourse.text.startswith(gap, phrase.end):
            continue
        if gap == ". " and phrase.head not in ABBREVIATIONS:
            continue
        if (
            gap not in (", ", " (")
            or phrase.determiner
            or phrase.owner
            or phrase.codes
            or _opens_a_sentence(phrase, discourse)
        ):
            return phrase
    return None


def _opens_a_sentence(phrase: RolePhrase, discourse: Discourse) -> bool:
    index = bisect_right(discourse.sentence_starts, phrase.start) - 1
    return index >= 0 and not discourse.annotations.words_in(discourse.sentence_starts[index], phrase.start)


def offices_before(office: RolePhrase, person: Person, discourse: Discourse) -> Iterator[Evidence]:
    """That the office is the person's, and another before it: "Mali's junta leader, Captain …", "Minister Prince …".

    But not of another person: "in talks with Turkey's premier, Minister …".
    """
    text = discourse.text
    outer = discourse.phrases.ending(office.start - len(" ")) or discourse.phrases.ending(office.start - len(", "))
    between = text[outer.end : office.start] if outer is not None and outer.is_office and not outer.plural else ""
    is_subject = outer is not None and word_before(text, 0, outer.start).lower() not in NO_SUBJECT
    if outer is not None and ((between == " " and not office.owner) or (between == ", " and is_subject)):
        yield from _stands_beside(outer, person, discourse)
    yield from _stands_beside(office, person, discourse)


def _stands_beside(phrase: RolePhrase, person: Person, discourse: Discourse) -> Iterator[Evidence]:
    if discourse.entities.beside(phrase.start) is None:
        yield Evidence(EvidenceKind.APPOSITION, person.id, phrase.span)


def has_an_office_behind(name: PersonName, words: Span | None, discourse: Discourse) -> bool:
    """Whether one name alone is a person's by an office behind it: "Hartono, the fisheries minister, said".

    `words` are those for a speaker that hold the name; where it does not speak, the office stands between commas and
    the name behind no preposition: not so "in Renk, the minister, …", "Instead, the minister, …".
    """
    apposed = apposed_after(name, discourse)
    if apposed is None or not apposed.is_office or apposed.plural:
        return False
    if not is_a_new_person(name, words or name.span, discourse.text):
        return False
    return words is not None or (
        apposed.determiner == "the"
        and discourse.text[apposed.end : apposed.end + 1] in CLOSES_AN_ASIDE
        and name.of(discourse.text) not in OPENERS
        and not name.parts[0].endswith("ly")
        and word_before(discourse.text, 0, name.with_honorific).lower() not in NO_SUBJECT
    )


def told_after(name: PersonName, person: Person, discourse: Discourse) -> Iterator[Evidence]:
    """What stands behind the name: ", the envoy", ", who leads the ministry", " of Peru", ", 61"."""
    text = discourse.text
    yield from _alias(name, person, discourse)
    phrase = apposed_after(name, discourse)
    if phrase is not None and phrase.head == "counterpart" and NEXT_NAME.match(text, phrase.end):
        return  # "Poland's minister, Ana Silva, her Czech counterpart, Jan Kos, and …"
    if phrase is not None and phrase.is_office and not phrase.plural:
        if discourse.entities.beside(phrase.start) is None:
            yield from _stands_beside(phrase, person, discourse)
            yield from _clause(WHO_LEADS.match(text, phrase.end), person.id, True, discourse)
        return
    somebody = A_SOMEBODY_WHO.match(text, name.end)
    clause = WHO_LEADS.match(text, somebody.end() - 1 if somebody else name.end)
    if clause is not None:
        yield from _clause(clause, person.id, person.described, discourse)
        return
    if text.startswith((" of ", " from "), name.end):
        yield from _of(text.index(" ", name.end + 1) + 1, name, person.id, discourse)
    more = TELLS_MORE.match(text, name.end)
    if more is not None:
        yield Evidence(EvidenceKind.DESCRIPTION, person.id, Span(*more.span()))
        yield Evidence(EvidenceKind.PERSON, person.id, Span(*more.span()))


def _alias(name: PersonName, person: Person, discourse: Discourse) -> Iterator[Evidence]:
    """ "Joko" in "Jan Kos (Joko)", "Jan Kos, known as Joko"."""
    alias = ALIAS.match(discourse.text, name.end)
    span = Span(*alias.span("name")) if alias is not None else None
    if span is not None and discourse.annotations.place_at(span.start) is None:
        yield Evidence(EvidenceKind.NAME, person.id, span, (fold(span.of(discourse.text)).lower(),))


def apposed_after(name: PersonName, discourse: Discourse) -> RolePhrase | None:
    """What stands behind the name; not an office with a name of its own, "The Wire - Minister Ana Silva"."""
    apposed = APPOSED.match(discourse.text, name.end)
    if apposed is None:
        return None
    phrase = discourse.phrases.beginning(apposed.end())
    if phrase is not None and phrase.is_office and not phrase.owner:
        of_its_holder = discourse.phrases.beginning(phrase.end + len(" "))
        if of_its_holder is not None and of_its_holder.owner[:1].isupper() and discourse.text[phrase.end] == " ":
            return of_its_holder  # "President Silva's adviser"
    is_behind_dash = apposed[0].startswith(DASHES)
    return None if phrase is not None and is_behind_dash and A_NAME.match(discourse.text, phrase.end) else phrase


def _clause(
    clause: re.Match[str] | None, person: EntityId, described: bool, discourse: Discourse
) -> Iterator[Evidence]:
    """ "Who leads the ministry"; "President Silva, who chairs the bloc", speaks for her country all the same."""
    if clause is None or ("chair" in clause.group() and described):
        return
    phrase = discourse.phrases.beginning(clause.end(), RELATIVE_REACH)
    if phrase is not None:
        yield Evidence(EvidenceKind.RELATION, person, phrase.span)
        return
    for place in discourse.annotations.places_in(clause.end(), clause.end() + RELATIVE_REACH)[:1]:
        yield Evidence(EvidenceKind.DESCRIPTION, person, place.span)
        yield from allegiance(person, place.span, (), place.territories)


def _of(position: int, name: PersonName, person: EntityId, discourse: Discourse) -> Iterator[Evidence]:
    phrase = discourse.phrases.beginning(position)
    if phrase is not None:
        if not phrase.is_office:
            yield Evidence(EvidenceKind.DESCRIPTION, person, phrase.span)
            yield Evidence(EvidenceKind.RELATION, person, phrase.span)
        return
    place = discourse.annotations.place_at(position + len("the ") * discourse.text.startswith("the ", position))
    if place is not None and place.kind is ToponymKind.NAME:
        yield from allegiance(person, place.span, place.codes, place.territories)
        return
    region = REGION.match(discourse.text, position)
    office = office_before(name, discourse) if region is not None else None
    if region is not None and office is not None and office.is_official:  # "Senator Ana Silva of Ohio"
        yield from allegiance(person, Span(*region.span()), [REGIONS[region[0]]])
