"""What a query means. Leaves hold words as the index holds them (search/analysis.py), so a compiler only looks up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Words:
    """One word as typed: its stem, or several next to each other ("cease-fire", "10:30", "d'Ivoire")."""

    stems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Phrase:
    """Quoted words, folded but not stemmed, next to each other in this order; one quoted word is an exact word."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Prefix:
    """Any word that begins so, folded and not stemmed."""

    start: str


@dataclass(frozen=True, slots=True)
class Not:
    node: Node


@dataclass(frozen=True, slots=True)
class All:
    """Every one must match. All of them may be `Not`: then everything else matches."""

    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Either:
    """At least one must match."""

    nodes: tuple[Node, ...]


Leaf: TypeAlias = Words | Phrase | Prefix
Node: TypeAlias = Leaf | Not | All | Either


def positive(node: Node | None) -> Iterator[Leaf]:
    """The leaves that a result may match by: those under no `Not`."""
    match node:
        case Words() | Phrase() | Prefix():
            yield node
        case All(nodes) | Either(nodes):
            for child in nodes:
                yield from positive(child)
