"""Bodies by their names: "the Red Cross", "the bloc" and "the ministry" are the ones that the article names in full."""

from __future__ import annotations

from itertools import islice

from indexer.extraction.coreference.entities import Entity, Sort
from indexer.extraction.document.words import runs
from indexer.extraction.lang.en.role_nouns import BODIES
from indexer.extraction.model.annotation import Annotations, Organisation, OrganisationMention, RolePhrase

EMPTY = frozenset(("the", "of", "s", "for", "and"))
LATEST = 200  # bodies that share a word, of which the last named are looked at
AS_THEY_STAND = frozenset(("EU", "UN", "U.N.", "NATO", "Nato", "G7", "G20"))  # nobody writes these out


def content_words(text: str) -> frozenset[str]:
    return frozenset(word.lower() for word in runs(text)) - EMPTY


class Bodies:
    def __init__(self, annotations: Annotations) -> None:
        self.annotations = annotations
        self._known: dict[Organisation, Entity] = {}
        self._fullest: dict[Organisation, str] = {}
        self._by_word: dict[str, list[Entity]] = {}
        self._by_name: dict[str, Entity] = {}  # those whose name is a single word
        for each in annotations.organisations:
            form = annotations.text[each.start : each.end]
            if len(form) > len(self._fullest.get(each.organisation, "")):
                self._fullest[each.organisation] = form

    def organisation(self, found: OrganisationMention) -> Entity:
        """One of several states, or another that speaks for none."""
        form = self.annotations.text[found.start : found.end]
        if found.organisation not in self._known:
            name = form if form in AS_THEY_STAND else self._fullest[found.organisation]
            entity = Entity(Sort.BODY, name, found.start, organisation=name, nobody=True)
            entity.words = content_words(found.organisation.name) | found.organisation.kinds
            self._known[found.organisation] = entity
            self._index(entity)
        return self._known[found.organisation]

    def body(self, phrase: RolePhrase) -> Entity:
        """The one that the phrase means, new if it was not named before."""
        assert phrase.organisation is not None
        inside = self.annotations.organisations_in(phrase.body, phrase.end)
        if inside and inside[0].start == phrase.body and inside[0].end >= phrase.end:
            return self.organisation(inside[0])
        known = self.known(phrase.organisation, phrase.start, phrase.codes)
        if known is not None:
            return known
        entity = Entity(
            Sort.BODY, phrase.organisation, phrase.start, organisation=phrase.organisation, nobody=phrase.nobody
        )
        entity.codes, entity.territories = set(phrase.codes), set(phrase.territories)
        entity.words = content_words(phrase.organisation)
        self._index(entity)
        return entity

    def called(self, name: str, phrase: RolePhrase | None, first: int) -> Entity:
        """The one of that name of its own; `phrase` tells what it is, without one it speaks for no state."""
        entity = self._by_name.get(name)
        if entity is None:
            entity = Entity(Sort.BODY, name, first, organisation=name, nobody=phrase is None or phrase.nobody)
            entity.words = content_words(name) | {name.lower()}
            if phrase is not None:
                entity.codes, entity.territories = set(phrase.codes), set(phrase.territories)
                entity.words |= content_words(phrase.organisation or "")
            self._index(entity)
        return entity

    def known(self, words: str, position: int, codes: tuple[str, ...] = ()) -> Entity | None:
        """The body named last whose name holds all of `words`; for a bare "bloc" also one that is called so."""
        for each in self.annotations.organisations_in(position, position + len(words) + 40):
            if words in each.organisation.forms:
                return self.organisation(each)
        wanted = content_words(words)
        if not wanted:
            return None
        rarest = min((self._by_word.get(word, []) for word in wanted), key=len)
        for entity in islice(reversed(rarest), LATEST):
            if wanted <= entity.words and not (codes and entity.codes and not entity.codes & set(codes)):
                return entity
        return self._by_nickname(words) if len(wanted) == 1 else None

    def _by_nickname(self, words: str) -> Entity | None:
        """Named only further down, or never by itself."""
        kind = words.lower()
        for each in self.annotations.organisations[:200]:
            if kind in each.organisation.kinds:
                return self.organisation(each)
        return None

    def last_of(self, noun: str) -> Entity | None:
        """The ministry, say, that was named last."""
        return next(iter(reversed(self._by_word.get(noun, []))), None) if noun in BODIES else None

    def _index(self, entity: Entity) -> None:
        for word in entity.words:
            self._by_word.setdefault(word, []).append(entity)
        if entity.name.lower() in entity.words:
            self._by_name.setdefault(entity.name, entity)
