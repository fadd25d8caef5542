"""How the text leads to a speaker: by what a mention says, and by where the statement stands."""

from __future__ import annotations

from collections.abc import Sequence

from indexer.extraction.coreference.entities.discourse import Discourse
from indexer.extraction.coreference.pronouns import PRONOUN_MEANINGS, PronounMeaning, is_pronoun
from indexer.extraction.lang.en.apposition_patterns import ARTICLE
from indexer.extraction.lang.en.issuer_patterns import PAPER
from indexer.extraction.lang.word_lists import word_list
from indexer.extraction.model.annotation import PersonName
from indexer.extraction.model.attribution import Attribution, Rule
from indexer.extraction.model.coreference import Body, Entity, Person, State
from schemas.statement import Basis, Span

UNNAMED_SOURCES = word_list("unnamed-sources")


def basis_of_mention(mention: Span, entity: Entity | None, discourse: Discourse) -> Basis:
    """`entity` is whom the mention means, None where it only describes somebody."""
    words = mention.of(discourse.text)
    if is_pronoun(words):
        is_own = PRONOUN_MEANINGS[words.lower()] is PronounMeaning.SPEAKER
        return Basis.ISSUER if is_own else Basis.PRONOUN
    if entity is not None and PAPER.fullmatch(words) is not None:
        return Basis.ISSUER
    if words.lower() in UNNAMED_SOURCES:
        return Basis.OFFICE
    if isinstance(entity, State):
        return Basis.STATE
    if isinstance(entity, Person):
        return _of_person(entity, discourse.annotations.names_in(*mention), discourse)
    if isinstance(entity, Body):
        return _of_body(entity, mention, discourse)
    return Basis.NAME if _is_a_name(mention, discourse) else Basis.OFFICE


def basis_of(attribution: Attribution, of_mention: Basis | None) -> Basis | None:
    """Of the speaker of a statement; None where the statement came with the article."""
    if attribution.rule is Rule.GIVEN:
        return None
    if attribution.rule is Rule.ANSWER:
        return Basis.LABEL
    is_named_beside = attribution.rule in {Rule.NAME_BESIDE_QUOTE, Rule.HEADLINE}
    return Basis.CONTINUED if attribution.cue is None and not is_named_beside else of_mention


def _of_person(person: Person, names: Sequence[PersonName], discourse: Discourse) -> Basis:
    """By name is also whoever has but one."""
    own = [name for name in names if any(person.id in discourse.entities.called(part) for part in name.parts)]
    if not own:
        return Basis.OFFICE
    in_full = any(len(name.parts) > 1 for name in own) or len(person.parts) == 1
    return Basis.NAME if in_full else Basis.SURNAME


def _of_body(body: Body, mention: Span, discourse: Discourse) -> Basis:
    """Several at once are states or people where they are named, and a description where they are only counted."""
    if not body.plural or discourse.annotations.names_in(*mention):
        return Basis.NAME
    return Basis.STATE if discourse.annotations.places_in(*mention) else Basis.OFFICE


def _is_a_name(mention: Span, discourse: Discourse) -> bool:
    """ "Rosgaz" and "Hvalur Nord", but neither "Sources" nor "a Polish fisherman"."""
    annotations = discourse.annotations
    words = ARTICLE.sub("", mention.of(annotations.text), count=1).split()
    if annotations.names_in(*mention) or annotations.organisations_in(*mention):
        return all(word[0].isupper() for word in words)
    return len(words) > 1 and all(word[0].isupper() for word in words)
