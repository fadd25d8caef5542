"""Several people at once who were named before: "both men", "the two ministers", "the pair"."""

from __future__ import annotations

from indexer.extraction.coreference.entities.discourse import Discourse
from indexer.extraction.coreference.people.gender import differ
from indexer.extraction.lang.en.coreference_patterns import SEVERAL_PEOPLE, SEX_OF_SEVERAL, listed
from indexer.extraction.model.coreference import Body, Gender, Person
from schemas.statement import Span

BACK = 12  # mentions in which they are looked for
TOGETHER = 2


def is_several_people(words: str) -> bool:
    return SEVERAL_PEOPLE.fullmatch(words) is not None


def people_together(words: Span, discourse: Discourse) -> Body | None:
    """The two whom "both men" means; None where they are of another sex than that tells, or nobody knows."""
    told = SEVERAL_PEOPLE.fullmatch(discourse.text, *words)
    return pair_before(words, discourse, SEX_OF_SEVERAL.get((told["noun"] or "").lower())) if told is not None else None


def pair_before(words: Span, discourse: Discourse, sex: str | None = None) -> Body | None:
    """The two whom the last sentence about anybody names, as one body; None where it names one, or a third, or somebody
    of another sex.
    """
    people = _last_named(words, discourse)
    if len(people) != TOGETHER or not all(person.parts for person in people):
        return None
    if sex is not None and any(differ(person.gender, Gender(sex)) for person in people):
        return None
    states = [person.countries for person in people if not person.no_state]
    return Body(
        f"people:{words.start}",
        listed([person.name for person in people]),
        words.start,
        countries=frozenset[str]().union(*states) if all(states) else frozenset(),
        no_state=all(person.no_state for person in people),
        plural=True,
    )


def _last_named(words: Span, discourse: Discourse) -> list[Person]:
    """All people of the last sentence before that mentions any, in the order of the text."""
    people: dict[str, Person] = {}
    sentence = None
    for mention, entity in discourse.recent(BACK):
        at = discourse.sentence_at(mention.span.start)
        if not isinstance(entity, Person) or entity.plural or at == discourse.sentence_at(words.start):
            continue
        if sentence is not None and at != sentence:
            break
        sentence = at
        people.pop(entity.id, None)
        people[entity.id] = entity
    return list(reversed(people.values()))
