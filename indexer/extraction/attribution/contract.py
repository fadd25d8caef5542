"""What finds attributions: the rules today, a learned model perhaps tomorrow."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

from indexer.extraction.model.attribution import Attribution
from indexer.extraction.model.document import Document


class AttributionFinder(Protocol):
    """Says which spans of a text are reported, by which cue and whom.

    What any finder has to hold stands in tests/indexer/extraction/attribution/finder_contract.py.
    """

    @property
    def version(self) -> str:
        """Changes with what it finds; the articles that it split bear it."""
        ...

    def find(self, documents: Iterable[Document]) -> Iterator[tuple[Attribution, ...]]:
        """For each document, in the order given, its attributions in the order of the text; none within another.

        It may read some documents ahead, and finds the same in each whatever stands beside it.
        """
        ...
