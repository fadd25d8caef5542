"""Whose office or body it is: "its spokesman", "the ministry's director", "Silva's adviser"."""

from __future__ import annotations

from indexer.extraction.coreference.bodies.lookup import known_as
from indexer.extraction.coreference.bodies.state_names import only_country_before
from indexer.extraction.coreference.entities.discourse import Discourse
from indexer.extraction.coreference.people.short_names import only_one_called
from indexer.extraction.coreference.pronouns import GENDERS, POSSESSIVE_MEANINGS, antecedent
from indexer.extraction.coreference.salience import last_of_a_country
from indexer.extraction.lang.en.apposition_patterns import SPEAKS_FOR
from indexer.extraction.lang.en.role_nouns import BODIES, NO_ROLES, SPOKESPERSONS
from indexer.extraction.lang.word_lists import word_list
from indexer.extraction.model.annotation import RolePhrase
from indexer.extraction.model.coreference import Body, Entity

SUCCESSOR = "successor"
COUNTRIES = word_list("nouns-of-a-country")


def owner_of(phrase: RolePhrase, discourse: Discourse) -> Entity | None:
    """The entity that the possessive before the noun means; None if there is none, or nobody can tell."""
    if not phrase.owner:
        return _principal(phrase, discourse)
    pronoun = POSSESSIVE_MEANINGS.get(phrase.owner)
    if pronoun is not None:
        is_colleague = pronoun in GENDERS and phrase.head in NO_ROLES and phrase.head != SUCCESSOR
        return antecedent(pronoun, discourse) if not is_colleague else None
    last = phrase.owner.split()[-1].lower()
    if last in COUNTRIES:
        return only_country_before(phrase.start, discourse) or last_of_a_country(discourse)
    body = known_as(phrase.owner, phrase.start, discourse)
    if body is not None:
        return body
    person = None if phrase.head in NO_ROLES else only_one_called(last, discourse.entities)
    if person is not None:
        return discourse.entities[person]
    return _unknown_body(phrase) if last in BODIES else None


def _principal(phrase: RolePhrase, discourse: Discourse) -> Entity | None:
    """Ana Silva in "a spokesman for Ms Silva"."""
    if phrase.head not in SPOKESPERSONS or phrase.organisation is not None:
        return None
    spoken_for = SPEAKS_FOR.search(discourse.text, phrase.start, phrase.end)
    person = only_one_called(spoken_for["name"].lower(), discourse.entities) if spoken_for is not None else None
    return discourse.entities[person] if person is not None else None


def _unknown_body(phrase: RolePhrase) -> Body:
    return Body(
        f"owner:{phrase.start}",
        phrase.owner,
        phrase.start,
        countries=frozenset(phrase.codes),
        territories=frozenset(phrase.territories),
        no_state=phrase.nobody,
        organisation=phrase.owner,
    )
