"""Whom an article speaks of: people, offices not yet named, bodies and states, each with all that is said of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from indexer.extraction.people.nouns import FEMALE, MALE, SPOKES
from indexer.extraction.people.phrases import Phrase


class Sort(StrEnum):
    PERSON = "person"
    BODY = "body"
    STATE = "state"


@dataclass(slots=True, eq=False)
class Entity:
    """`name` is the fullest form so far; `named` is False while only the office is known.

    `nobody`: it speaks for no state, whatever countries stand beside it.
    """

    sort: Sort
    name: str
    named: bool = True
    parts: tuple[str, ...] = ()
    role: str | None = None
    organisation: str | None = None
    codes: set[str] = field(default_factory=set)
    territories: set[str] = field(default_factory=set)
    nobody: bool = False
    described: bool = False  # an apposition or a relative clause tells who it is
    official: bool = False  # the office is one of a state, if nothing else is said
    gender: str = ""
    plural: bool = False
    first: int = 0
    words: frozenset[str] = frozenset()
    heads: set[str] = field(default_factory=set)

    def learn_gender(self, words: frozenset[str] | set[str]) -> None:
        if not self.gender:
            self.gender = "f" if words & FEMALE else "m" if words & MALE else ""


def kind_of_head(head: str) -> str:
    """Under which an office is met again: a spokesman is a spokesperson, an envoy may be called ambassador."""
    if head in SPOKES:
        return "spokesperson"
    return {"chairwoman": "chair", "chairman": "chair", "chairperson": "chair", "advisor": "adviser"}.get(head, head)


def compatible(entity: Entity, phrase: Phrase) -> bool:
    """Whether "the Maltese delegate" may be this entity."""
    if phrase.codes and entity.codes and not entity.codes & set(phrase.codes):
        return False
    if phrase.territories and entity.codes and not entity.territories:
        return False
    head = kind_of_head(phrase.head)
    return head in entity.heads
