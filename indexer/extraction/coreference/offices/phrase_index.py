"""Role phrases by where they begin and end."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from indexer.extraction.model.annotation import RolePhrase

MARKS = frozenset(',.;:\n“”"()')  # no phrase is found beyond one


@dataclass(frozen=True, slots=True)
class PhraseIndex:
    """Those of one text, in its order."""

    text: str
    phrases: Sequence[RolePhrase]
    starts: Sequence[int]
    by_end: Mapping[int, RolePhrase]

    @classmethod
    def of(cls, text: str, phrases: Sequence[RolePhrase]) -> PhraseIndex:
        return cls(text, phrases, [phrase.start for phrase in phrases], {phrase.end: phrase for phrase in phrases})

    def beginning(self, position: int, reach: int = 0) -> RolePhrase | None:
        """The phrase that begins at `position`, or at most `reach` characters later with no mark between."""
        index = bisect_left(self.starts, position)
        if index == len(self.phrases) or self.starts[index] > position + reach:
            return None
        return None if MARKS & set(self.text[position : self.starts[index]]) else self.phrases[index]

    def ending(self, position: int) -> RolePhrase | None:
        return self.by_end.get(position)
