"""Who was mentioned last and acted: whom "she", "it" and "both" can mean."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container

from indexer.extraction.coreference.entities.discourse import WINDOW, Discourse
from indexer.extraction.lang.word_lists import word_list
from indexer.extraction.model.coreference import Entity, EntityId, Gender, Person

BODIES_BACK = 4  # mentions in which a body is looked for, and
ACTING_BODIES_BACK = 10  # one that acted
PEOPLE_BACK = 16
SEVERAL_BACK = 6

NO_SUBJECT = word_list("prepositions-before-no-subject")
LONGEST = max(map(len, NO_SUBJECT))


def last_body(discourse: Discourse) -> Entity | None:
    """What "it" means: the last body or state that acted, else the last one named."""
    for mention, entity in discourse.recent(ACTING_BODIES_BACK):
        if mention.is_subject and not isinstance(entity, Person):
            return entity
    return next((entity for _, entity in discourse.recent(BODIES_BACK) if not isinstance(entity, Person)), None)


def last_of_a_country(discourse: Discourse) -> Entity | None:
    """Whose country "the country" is: of the last who acted and speak for one, else of the last body."""
    for mention, entity in discourse.recent(ACTING_BODIES_BACK):
        if mention.is_subject and len(entity.countries) == 1:
            return entity
    return last_body(discourse)


def last_person(discourse: Discourse, gender: Gender | None = None) -> Person | None:
    """Whom "he" or "she" means: the last person who acted, else the last one named."""
    fitting = [
        (mention, person)
        for mention, person in discourse.recent(PEOPLE_BACK)
        if isinstance(person, Person) and not person.plural and (not gender or person.gender in (None, gender))
    ]
    known = [(mention, person) for mention, person in fitting if person.is_human or not person.parts]
    acting = [(mention, person) for mention, person in known if mention.is_subject]
    perhaps = [(mention, person) for mention, person in fitting if mention.is_subject]  # of whom nothing else is told
    return next((person for _, person in acting or known or perhaps), None)


def last_several(discourse: Discourse) -> Entity | None:
    return next((entity for _, entity in discourse.recent(SEVERAL_BACK) if entity.plural), None)


def latest(discourse: Discourse, among: Container[EntityId]) -> list[EntityId]:
    """Those of them who were mentioned within reach, the earliest first."""
    recent = [entity.id for _, entity in discourse.recent(WINDOW)]
    return list(dict.fromkeys(entity for entity in reversed(recent) if entity in among))


def is_subject(discourse: Discourse, start: int) -> bool:
    """Whether it is the first that its sentence mentions, and not after a preposition."""
    index = bisect_right(discourse.sentence_starts, start) - 1
    begin = discourse.sentence_starts[index] if index >= 0 else 0
    if discourse.history and discourse.history[-1].span.start >= begin:
        return False
    return word_before(discourse.text, begin, start).lower() not in NO_SUBJECT


def word_before(text: str, begin: int, end: int) -> str:
    """What stands between blanks before `end`; of a long word no more than its last letters."""
    while end > begin and text[end - 1].isspace():
        end -= 1
    start = end
    while start > begin and not text[start - 1].isspace() and end - start <= LONGEST:
        start -= 1
    return text[start:end]
