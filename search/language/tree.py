"""What a query means. Leaves hold words as the index holds them (search/text/analysis.py): a compiler only looks up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from schemas.dates.partial_dates import PartialDate


@dataclass(frozen=True, slots=True)
class Words:
    """One word as typed: its stem, or several next to each other ("cease-fire", "10:30", "d'Ivoire").

    `joined` is the stem of all of them as one word, where they make a compound (search/text/compounds.py), else "".
    """

    stems: tuple[str, ...]
    joined: str = ""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Quoted words, folded but not stemmed, next to each other in this order; one quoted word is an exact word."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Prefix:
    """Any word that begins so, folded and not stemmed."""

    start: str


@dataclass(frozen=True, slots=True)
class Fuzzy:
    """Any word, folded and not stemmed, at most so many edits away: letters more, less, other, or two swapped."""

    word: str
    edits: int


@dataclass(frozen=True, slots=True)
class Near:
    """Both in one text, in any order; the later begins at most `distance` words behind the last word of the other.

    Both are of one kind, since stems and words are counted apart.
    """

    left: Words | Phrase
    right: Words | Phrase
    distance: int


@dataclass(frozen=True, slots=True)
class Term:
    """Any of these values in an indexed field (search/documents/index_fields.py)."""

    field: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """All words of any one of these names in a field of names, or any of these ids in a field of ids."""

    field: str
    names: tuple[tuple[str, ...], ...]
    ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Dated:
    """The interval of the date "said" or "published" overlaps these days, counted as by `date.toordinal`."""

    dates: str
    first_day: int | None
    last_day: int | None

    @classmethod
    def between(cls, dates: str, first: PartialDate | None, last: PartialDate | None) -> Dated:
        """From the first day of the one to the last of the other; None is an open end."""
        return cls(
            dates,
            first.first_day.toordinal() if first else None,
            last.last_day.toordinal() if last else None,
        )


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


@dataclass(frozen=True, slots=True)
class InArticles:
    """Statements of these articles, whose titles or texts match the node. What matches it itself ranks first."""

    node: Node
    articles: tuple[ArticleKey, ...]


ArticleKey: TypeAlias = str | int  # an article's id, or the number that an engine has for it
Filter: TypeAlias = Term | Named | Dated
Leaf: TypeAlias = Words | Phrase | Prefix | Fuzzy | Near
Node: TypeAlias = Leaf | Filter | Not | All | Either | InArticles


def positive(node: Node | None) -> Iterator[Leaf]:
    """The leaves that a result may match by in its texts: those under no `Not`."""
    match node:
        case Words() | Phrase() | Prefix() | Fuzzy() | Near():
            yield node
        case All(nodes) | Either(nodes):
            for child in nodes:
                yield from positive(child)
        case InArticles(inner):
            yield from positive(inner)


def is_of_words(node: Node) -> bool:
    """Whether nothing in it asks for a field."""
    match node:
        case Not(inner):
            return is_of_words(inner)
        case All(nodes) | Either(nodes):
            return all(map(is_of_words, nodes))
    return not isinstance(node, Term | Named | Dated | InArticles)
