"""What people, bodies and states are called: they are counted by their ids."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Self

Ids = Mapping[str, Collection[str]]  # by facet
Names = Mapping[str, Mapping[str, int]]  # by id: in how many statements it has which name
Read = Callable[[Ids], Mapping[str, Names]]

KNOWN = 1 << 18  # ids in memory, about
MOST_NAMES = 50  # of an id, the most frequent: engines give 65,000 at once, and there may be a thousand ids


@dataclass(frozen=True, slots=True)
class Usual:
    """The name that an id mostly has, and whether it has no other."""

    name: str
    only: bool

    @classmethod
    def of(cls, id_: str, names: Mapping[str, int]) -> Self:
        return cls(most_frequent(names) or id_, len(names) < 2)


class Spellings:
    """Which ids have one name is read once for each state of the index: in what is found they can have no other. The
    names of all others are counted in what is found.
    """

    def __init__(self) -> None:
        self.known: tuple[str, dict[tuple[str, str], Usual]] = ("", {})

    def of(self, generation: str, ids: Ids, everywhere: Read, found: Read) -> Mapping[str, Mapping[str, str]]:
        """By facet and id the name that is most frequent in what is found, of equal ones the first; that of all
        statements where nothing is found of an id.

        `generation` is what the index was at, no later than what `everywhere` and `found` read.
        """
        known = self.of_state(generation)
        if missing := those(ids, lambda facet, id_: (facet, id_) not in known):
            for facet, names in everywhere(missing).items():
                known |= {(facet, id_): Usual.of(id_, names.get(id_, {})) for id_ in missing[facet]}
        several = those(ids, lambda facet, id_: not known[facet, id_].only)
        counted = found(several) if several else {}
        return {
            facet: {
                id_: most_frequent(counted.get(facet, {}).get(id_, {})) or known[facet, id_].name for id_ in of_facet
            }
            for facet, of_facet in ids.items()
        }

    def of_state(self, generation: str) -> dict[tuple[str, str], Usual]:
        """Of this state, whatever other threads see meanwhile."""
        known = self.known
        if known[0] != generation or len(known[1]) > KNOWN:
            known = self.known = generation, {}
        return known[1]


def those(ids: Ids, wanted: Callable[[str, str], bool]) -> Mapping[str, list[str]]:
    """Facets without any are left out."""
    found = {facet: [id_ for id_ in of_facet if wanted(facet, id_)] for facet, of_facet in ids.items()}
    return {facet: of_facet for facet, of_facet in found.items() if of_facet}


def most_frequent(names: Mapping[str, int]) -> str:
    return min(names, key=lambda name: (-names[name], name), default="")
