"""What sources are called, looked up once for each state of the index: they are stored by their ids."""

from __future__ import annotations

from tantivy import Searcher

from search.embedded import paging
from search.embedded.compiling import Compiler


class SourceNames:
    """Twenty sources of a facet would else be twenty searches, and as long as the counting itself."""

    def __init__(self, compiler: Compiler):
        self.compiler = compiler
        self.known: tuple[str, dict[str, str]] = ("", {})

    def of(self, searcher: Searcher, generation: str, source: str) -> str:
        """`generation` is what the index was at, no later than the searcher; a source of no statement is its id."""
        if self.known[0] != generation:
            self.known = generation, {}
        names = self.known[1]
        if source not in names:
            names[source] = self.read(searcher, source)
        return names[source]

    def read(self, searcher: Searcher, source: str) -> str:
        """Any statement of it knows its name."""
        hits = searcher.search(self.compiler.any_of("source", [source]), 1, count=False).hits
        return next((str(paging.stored(searcher, at)["article"]["source"]["name"]) for _, at in hits), source)
