"""Which body is meant: "the Red Cross", "the bloc" and "the ministry" are the ones that the article names in full."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import islice

from indexer.extraction.coreference.bodies.named_organisations import content_words
from indexer.extraction.coreference.entities.discourse import Discourse
from indexer.extraction.lang.en.role_nouns import BODIES
from indexer.extraction.lang.word_lists import word_list
from indexer.extraction.model.annotation import OrganisationMention, RolePhrase
from indexer.extraction.model.coreference import Body

ENDS_A_PHRASE = word_list("ends-a-phrase")
LATEST = 200  # bodies that share a word, of which the last named are looked at; organisations that may have a nickname
AHEAD = 40  # characters behind a phrase in which the organisation that it names may end


def organisation(found: OrganisationMention, discourse: Discourse) -> Body:
    """One of several states, or another that speaks for none."""
    body = discourse.organisations[found.organisation.name]
    return discourse.entities.body(body.id) if body.id in discourse.entities else body


def body_of(phrase: RolePhrase, discourse: Discourse, countries: Iterable[str] = ()) -> Body:
    """The one that the phrase means, or a new one; `countries` are those it speaks for, if the phrase tells none."""
    assert phrase.organisation is not None
    inside = discourse.annotations.organisations_in(phrase.body, phrase.end)
    if inside and inside[0].end >= phrase.end and _only_describes(discourse.text[phrase.body : inside[0].start]):
        return organisation(inside[0], discourse)
    codes = frozenset(phrase.codes or countries)
    return known_as(phrase.organisation, phrase.start, discourse, codes) or Body(
        f"body:{phrase.start}",
        phrase.organisation,
        phrase.start,
        countries=codes,
        territories=frozenset(phrase.territories),
        no_state=phrase.nobody,
        organisation=phrase.organisation,
        words=content_words(phrase.organisation),
    )


def _only_describes(words: str) -> bool:
    """ "Closed" before "Security Council", but neither "Peru's" nor "head of the"."""
    return all(word.isalpha() and word.islower() and word not in ENDS_A_PHRASE for word in words.split())


def body_named(name: str, told: RolePhrase | None, first: int, discourse: Discourse) -> Body:
    """The one of that name of its own, or a new one; `told` says what it is, without it it speaks for no state."""
    known = discourse.entities.with_name(name)
    if known is not None:
        return discourse.entities.body(known)
    body = Body(f"name:{name}", name, first, no_state=True, organisation=name)
    words = content_words(name) | {name.lower()}
    if told is None:
        return replace(body, words=words)
    return replace(
        body,
        countries=frozenset(told.codes),
        territories=frozenset(told.territories),
        no_state=told.nobody,
        words=words | content_words(told.organisation or ""),
    )


def known_as(words: str, position: int, discourse: Discourse, countries: frozenset[str] = frozenset()) -> Body | None:
    """The body named last whose name holds all of `words`; for a bare "bloc" also one that is called so."""
    for each in discourse.annotations.organisations_in(position, position + len(words) + AHEAD):
        if words in each.organisation.forms:
            return organisation(each, discourse)
    wanted = content_words(words)
    if not wanted:
        return None
    rarest = min((discourse.entities.with_word(word) for word in wanted), key=len)
    for body in map(discourse.entities.body, islice(reversed(rarest), LATEST)):
        if wanted <= body.words and not (countries and body.countries and not body.countries & countries):
            return body
    return _nicknamed(words.lower(), discourse) if len(wanted) == 1 else None


def _nicknamed(word: str, discourse: Discourse) -> Body | None:
    """Named only further down, or never by itself."""
    for each in discourse.annotations.organisations[:LATEST]:
        if word in each.organisation.kinds:
            return organisation(each, discourse)
    return None


def last_of(noun: str, discourse: Discourse) -> Body | None:
    """The ministry, say, that was named last."""
    with_noun = discourse.entities.with_word(noun)
    return discourse.entities.body(with_noun[-1]) if noun in BODIES and with_noun else None
