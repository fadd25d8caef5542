"""Who holds an office: "the Polish minister" is whoever was last said to hold it, and "the official" nearly anybody."""

from __future__ import annotations

from indexer.extraction.coreference.entities.discourse import Discourse
from indexer.extraction.coreference.offices.titles import nouns_of
from indexer.extraction.coreference.people.gender import differ, gender_of
from indexer.extraction.coreference.salience import is_subject
from indexer.extraction.lang.word_lists import word_list
from indexer.extraction.model.annotation import RolePhrase
from indexer.extraction.model.coreference import Mention, Person

ANYONE = word_list("called-of-anyone")
NO_LESS = ANYONE | {"envoy"}
PORTFOLIOS = word_list("portfolios") - {"general"} | {"prime"}
OF_ANOTHER = frozenset({"his", "her", "their"})  # "his Polish lawyer" is not he
SHORT_FORMS = {"pm": "prime", "fm": "foreign"}
HEADS = word_list("heads-of-states-and-bodies")
WAITING = 40  # mentions back to whoever may be "the official"
SPOKE_JUST_NOW = 3  # mentions back to a speaker of whom no office was told yet


def holder(phrase: RolePhrase, discourse: Discourse) -> Person | None:
    """Who was last said to hold the office."""
    nouns = nouns_of(phrase)
    for _, person in discourse.recent():
        if isinstance(person, Person) and nouns & person.nouns and may_hold(person, phrase, discourse.home):
            return person if not _is_another(person, phrase, discourse) else None
    return None


def _is_another(person: Person, phrase: RolePhrase, discourse: Discourse) -> bool:
    """ "The Egyptian president" in "President Silva met the Egyptian president"."""
    is_new = bool(person.parts and phrase.codes) and not person.countries
    return is_new and not is_subject(discourse, phrase.start)


def may_hold(person: Person, phrase: RolePhrase, home: frozenset[str]) -> bool:
    """Whether "the Maltese delegate" can mean this person, who holds an office of that name."""
    if person.plural or not _may_be_of(person, phrase, home):
        return False
    if differ(gender_of(phrase.head), person.gender):
        return False
    if phrase.organisation and phrase.head in HEADS and person.countries and not person.organisation:
        return False  # "the council president", after the president of Poland
    one, other = _portfolio(phrase.role), _portfolio(person.role)
    return not (one and other) or bool(one & other)


def _may_be_of(person: Person, phrase: RolePhrase, home: frozenset[str]) -> bool:
    """Whether the person may speak for the countries and territories that the phrase tells."""
    if (person.no_state and (phrase.codes or phrase.territories)) or (phrase.nobody and person.countries):
        return False
    if phrase.codes and person.countries and person.countries.isdisjoint(phrase.codes):
        return False
    if phrase.codes and not person.countries and not phrase.determiner and home.isdisjoint(phrase.codes):
        return False  # "Eswatini's king", after a king of whom no country was told
    told = phrase.territories and (person.countries or person.territories)
    return not told or not person.territories.isdisjoint(phrase.territories)


def _portfolio(role: str | None) -> frozenset[str]:
    """What tells a "finance minister" from a "prime minister", or a PM from an FM."""
    words = (role or "").lower().replace("defense", "defence").split()
    return PORTFOLIOS.intersection(SHORT_FORMS.get(word, word) for word in words)


def anyone(phrase: RolePhrase, discourse: Discourse) -> Person | None:
    """ "The official", "the Polish leader": whoever spoke last and is no less."""
    if phrase.head not in ANYONE or phrase.role != discourse.text[phrase.end - len(phrase.head) : phrase.end]:
        return None
    if phrase.owner[:1].isupper() and not phrase.codes:
        return None  # "the North's leader"
    wanted = {*phrase.codes, *phrase.territories}
    for _, person in discourse.recent(WAITING):
        if isinstance(person, Person) and not person.plural and (person.of_state or person.nouns & NO_LESS):
            known = person.countries | person.territories
            fits = not wanted or wanted & known or (not known and (person.of_state or person.no_state))
            return person if fits else None
    return None


def _is_of_another(person: Person, phrase: RolePhrase) -> bool:
    """ "The German chancellor", after somebody of whom no country is told."""
    return bool(phrase.codes) and person.countries.isdisjoint(phrase.codes)


def speaker_without_office(phrase: RolePhrase, discourse: Discourse) -> Person | None:
    """ "Ana Silva wrote a letter. The chief negotiator denied …": a person of whom no office was told yet.

    Not "his minister", nor where the article tells of another who holds such an office, nor whoever has but one name:
    that may be anybody.
    """
    if phrase.owner and (not phrase.codes or phrase.owner in OF_ANOTHER):
        return None
    for mention, person in discourse.recent(SPOKE_JUST_NOW):
        if isinstance(person, Person) and mention.is_subject:
            is_free = person.role is None and len(person.parts) > 1 and not person.no_state
            fits = is_free and not _is_of_another(person, phrase)
            return (
                person
                if fits
                and _is_in_a_sentence_before(mention, phrase, discourse)
                and not _is_anothers(phrase, person, discourse)
                else None
            )
    return None


def _is_in_a_sentence_before(mention: Mention, phrase: RolePhrase, discourse: Discourse) -> bool:
    """In the same line; "Ana Silva and the mayor" are two."""
    is_near = discourse.lines_between(mention.span.end, phrase.start) == 0
    return is_near and discourse.sentence_at(mention.span.start) < discourse.sentence_at(phrase.start)


def _is_anothers(phrase: RolePhrase, person: Person, discourse: Discourse) -> bool:
    """Whether such an office stands beside another name, in the text or in its title."""
    nouns = nouns_of(phrase)
    for office in discourse.phrases.phrases:
        beside = discourse.entities.beside(office.start) if nouns & nouns_of(office) else None
        if beside is not None and discourse.entities.itself(beside) != person.id:
            return True
    return any(
        nouns & nouns_of(held.office) and held.parts[-1] not in person.parts
        for held in discourse.annotations.title_holders
    )
