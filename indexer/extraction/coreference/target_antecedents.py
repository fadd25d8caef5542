"""Whom the words for a target mean that are no name and no office: "them", "both neighbours", "the senator's"."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from indexer.extraction.coreference.bodies.lookup import known_as
from indexer.extraction.coreference.entities.discourse import Discourse
from indexer.extraction.coreference.people.gender import differ
from indexer.extraction.coreference.pronouns import GENDERS, PRONOUN_MEANINGS, PronounMeaning, antecedent
from indexer.extraction.coreference.salience import last_several
from indexer.extraction.lang.en.apposition_patterns import ARTICLE
from indexer.extraction.lang.en.coreference_patterns import NUMBERS
from indexer.extraction.lang.en.role_nouns import BODIES, SYNONYMS
from indexer.extraction.model.annotation import RolePhrase
from indexer.extraction.model.coreference import Allegiance, Entity, Evidence, EvidenceKind, Person
from schemas.statement import Span

SENTENCES = 2  # the target's own and the one before, in which those are named whom a pronoun may mean
BACK = 16  # mentions


def plural_before(words: Span, discourse: Discourse) -> RolePhrase | None:
    """ "Met the leaders to urge them": the office of several that was named last; nobody's for "him" and "it"."""
    if PRONOUN_MEANINGS[words.of(discourse.text).lower()] is not PronounMeaning.SEVERAL:
        return None
    phrases = discourse.annotations.role_phrases
    first = bisect_left(phrases, _beginning(words.start, discourse), key=lambda phrase: phrase.start)
    last = bisect_left(phrases, words.start, key=lambda phrase: phrase.start)
    return next((phrase for phrase in reversed(phrases[first:last]) if phrase.plural and phrase.is_office), None)


def pronoun_target(words: Span, discourse: Discourse) -> Entity | None:
    """Of "him" and "her" the only one at hand who may be meant, or else somebody who is known to be of that sex."""
    meaning = PRONOUN_MEANINGS[words.of(discourse.text).lower()]
    if meaning is PronounMeaning.SEVERAL:
        return last_several(discourse)
    entity = antecedent(meaning, discourse)
    if meaning not in GENDERS or not isinstance(entity, Person) or entity.gender is GENDERS[meaning]:
        return entity
    begin = _beginning(words.start, discourse)
    at_hand = {
        person.id
        for mention, person in discourse.recent(BACK)
        if isinstance(person, Person) and not person.plural and mention.span.start >= begin
        if not differ(person.gender, GENDERS[meaning])
    }
    return entity if at_hand == {entity.id} else None


def _beginning(position: int, discourse: Discourse) -> int:
    """Where the sentence before begins."""
    return discourse.sentence_starts[max(0, bisect_right(discourse.sentence_starts, position) - SENTENCES)]


def two_others(group: Entity, words: Span, speaker: Entity, discourse: Discourse) -> Iterator[Evidence]:
    """ "China urged both neighbours": the only two countries that the article names beside the speaker's."""
    number = NUMBERS.get(ARTICLE.sub("", words.of(discourse.text), count=1).split()[0].lower(), 0)
    others = discourse.named - speaker.countries
    if not group.countries and speaker.countries and number == len(others):
        yield Evidence(EvidenceKind.COUNTRY, group.id, words, Allegiance(others))


def known_by_noun(words: Span, discourse: Discourse) -> Entity | None:
    """ "The senator's request": who was mentioned last of whom that office is told, or the body of that noun."""
    plain = ARTICLE.sub("", words.of(discourse.text), count=1).lower()
    if plain in BODIES:
        return known_as(plain, words.start, discourse)
    noun = SYNONYMS.get(plain, plain)
    holders = (entity for _, entity in discourse.recent() if isinstance(entity, Person) and noun in entity.nouns)
    return next(holders, None)
