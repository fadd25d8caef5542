"""What sources are called: they are indexed by their ids."""

from __future__ import annotations

from tantivy import Searcher

from search import budget
from search.documents.serialization import StoredStatement
from search.embedded.searching import pages
from search.embedded.searching.compiler import Compiler


class SourceNames:
    """Once for each state of the index, since a source may be called something else tomorrow.

    Twenty sources of a facet would else be twenty searches, and as long as the counting itself.
    """

    def __init__(self, compiler: Compiler):
        self.compiler = compiler
        self.known: tuple[str, dict[str, str]] = ("", {})

    def of(self, searcher: Searcher, generation: str, source: str) -> str:
        """`generation` is what the index was at, no later than the searcher; a source of no statement is its id."""
        known = self.known
        if known[0] != generation:
            known = self.known = generation, {}
        names = known[1]  # of this state, whatever other threads see meanwhile
        if source not in names:
            names[source] = self.read(searcher, source)
        return names[source]

    def read(self, searcher: Searcher, source: str) -> str:
        """Any statement of it knows its name."""
        budget.check()
        hits = searcher.search(self.compiler.any_of("source", [source]), 1, count=False).hits
        found = (pages.stored(searcher, at, StoredStatement).article.source for _, at in hits)
        return next((named.name for named in found if named), source)
