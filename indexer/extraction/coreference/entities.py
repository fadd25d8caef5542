"""Whom an article speaks of: people, offices not yet named, bodies and states, each with all that is said of it."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from indexer.extraction.lang.en.role_nouns import FEMALE, MALE, SYNONYMS
from indexer.extraction.lang.word_lists import listed, word_list
from indexer.extraction.model.annotation import RolePhrase

PORTFOLIOS = word_list("portfolios")

WINDOW = 150  # namings back to which a pronoun or "the minister" can reach


class Sort(StrEnum):
    PERSON = "person"
    BODY = "body"
    STATE = "state"


@dataclass(slots=True, eq=False)
class Entity:
    """`name` is the fullest form so far; `named` is False while only the office is known.

    `nobody`: it speaks for no state, whatever countries stand beside it. `described`: the text tells who it is beside
    the name. `human`: something tells that the name is a person's. `official`: the office is one of a state unless
    more is said. `same` is the person whose office this was.
    """

    sort: Sort
    name: str
    first: int
    named: bool = True
    parts: tuple[str, ...] = ()
    role: str | None = None
    organisation: str | None = None
    codes: set[str] = field(default_factory=set)
    territories: set[str] = field(default_factory=set)
    heads: set[str] = field(default_factory=set)
    words: frozenset[str] = frozenset()
    nobody: bool = False
    described: bool = False
    human: bool = False
    official: bool = False
    plural: bool = False
    gender: str = ""
    same: Entity | None = None

    @property
    def itself(self) -> Entity:
        entity = self
        while entity.same is not None:
            entity = entity.same
        return entity

    def learn_gender(self, word: str) -> None:
        self.gender = self.gender or gender_of(word)

    def become(self, person: Entity) -> None:
        """This office is held by `person`, who is named only now."""
        self.same = person
        person.role = person.role or self.role
        person.organisation = person.organisation or self.organisation
        person.codes |= self.codes
        person.territories |= self.territories
        person.heads |= self.heads
        person.official = person.official or self.official
        person.nobody = person.nobody or self.nobody
        person.gender = person.gender or self.gender
        person.first = min(person.first, self.first)


def gender_of(word: str) -> str:
    return "f" if word in FEMALE else "m" if word in MALE else ""


ANYONE = listed("official diplomat leader politician officer")  # what nearly every speaker may be called


def heads_of(phrase: RolePhrase) -> set[str]:
    """Under which names the office is met again."""
    head = SYNONYMS.get(phrase.head, phrase.head)
    return {head, "premier"} if head == "minister" and "prime" in phrase.words else {head}


def may_be(entity: Entity, phrase: RolePhrase, home: frozenset[str]) -> bool:
    """Whether "the Maltese delegate" can mean this entity."""
    if entity.sort is not Sort.PERSON or entity.plural:
        return False
    if phrase.codes and entity.codes and not entity.codes & set(phrase.codes):
        return False
    if phrase.codes and not entity.codes and not phrase.determiner and not home & set(phrase.codes):
        return False  # "Eswatini's king", after a king of whom no country was told
    if entity.nobody and (phrase.codes or phrase.territories):
        return False
    if phrase.territories and (entity.codes or entity.territories) and not entity.territories & set(phrase.territories):
        return False
    if {gender_of(phrase.head), entity.gender} == {"m", "f"}:
        return False
    if _portfolio(phrase.role) and _portfolio(entity.role) and not _portfolio(phrase.role) & _portfolio(entity.role):
        return False
    return bool(heads_of(phrase) & entity.heads)


def _portfolio(role: str | None) -> set[str]:
    """What tells a "finance minister" from a "prime minister"."""
    words = (role or "").lower().replace("defense", "defence").split()
    return {word for word in words if (word in PORTFOLIOS and word != "general") or word == "prime"}


@dataclass(frozen=True, slots=True)
class Naming:
    start: int
    end: int
    entity: Entity
    subject: bool

    @property
    def meant(self) -> Entity:
        return self.entity.itself


class History:
    """Who was named so far outside of quotation, in the order of the text."""

    def __init__(self) -> None:
        self.namings: list[Naming] = []

    def add(self, naming: Naming) -> None:
        self.namings.append(naming)

    def back(self, reach: int = WINDOW) -> Iterator[Naming]:
        """The latest first."""
        return reversed(self.namings[-reach:])

    def last_body(self) -> Entity | None:
        """What "it" means: the last body or state that acted, else the last one named."""
        for subjects in (True, False):
            for naming in self.back(10 if subjects else 4):
                if naming.meant.sort is not Sort.PERSON and naming.subject >= subjects:
                    return naming.meant
        return None

    def last_person(self, gender: str) -> Entity | None:
        """Whom "he" or "she" means: the last person who acted, else the last one named."""
        people = [naming for naming in self.back(16) if naming.meant.sort is Sort.PERSON and not naming.meant.plural]
        fitting = [naming for naming in people if not gender or naming.meant.gender in ("", gender)]
        known = [naming for naming in fitting if naming.meant.human or not naming.meant.parts]
        acting = [naming for naming in known if naming.subject]
        perhaps = [naming for naming in fitting if naming.subject]  # names of which nothing else is told
        chosen = acting or known or perhaps
        return chosen[0].meant if chosen else None

    def last_several(self) -> Entity | None:
        return next((naming.meant for naming in self.back(6) if naming.meant.plural), None)

    def holder(self, phrase: RolePhrase, home: frozenset[str]) -> Entity | None:
        """Who was last said to hold the office."""
        heads = heads_of(phrase)
        of_the_kind = (naming.meant for naming in self.back() if not heads.isdisjoint(naming.meant.heads))
        return next((person for person in of_the_kind if may_be(person, phrase, home)), None)

    def latest(self, among: Container[Entity]) -> list[Entity]:
        """Those of them who were named within reach, the earliest first."""
        return list(dict.fromkeys(naming.meant for naming in self.namings[-WINDOW:] if naming.meant in among))

    def last_mention(self, among: list[Entity]) -> Entity | None:
        return next((naming.meant for naming in self.back() if naming.meant in among), None)
