"""What is counted by something else than its name: sources by their ids, speakers and organisations by their keys."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tantivy import Query, Searcher

from search import budget
from search.embedded import paging
from search.embedded.compiling import Compiler, both, unranked
from search.embedded.schema import KEY, key_of

KNOWN = 1 << 18  # names in memory, about: 30 MB
EVERY_VALUE = 1 << 30  # of a segment: with fewer the counts of rare values would be estimates


class KeyNames:
    """Each is looked up once by a process: what a key stands for does not change."""

    def __init__(self, compiler: Compiler):
        self.compiler = compiler
        self.known: dict[int, str] = {}

    def of(self, searcher: Searcher, query: Query, field: str, keys: Sequence[int]) -> Sequence[str]:
        """The names of keys that what matches the query has in this field."""
        if len(self.known) > KNOWN:
            self.known = {}
        known = self.known
        if unknown := [key for key in keys if key not in known]:
            known |= self.read(searcher, query, field, unknown)
        return [known[key] for key in keys]

    def read(self, searcher: Searcher, query: Query, field: str, keys: Sequence[int]) -> Mapping[int, str]:
        theirs = both(query, unranked(Query.term_set_query(self.compiler.layout, f"{field}{KEY}", list(keys))))
        names = {"terms": {"field": field, "size": 2 * len(keys), "segment_size": EVERY_VALUE}}
        return {
            key_of(bucket["key"]): bucket["key"]
            for bucket in searcher.aggregate(theirs, {field: names})[field]["buckets"]
        }


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
        return next((str(paging.stored(searcher, at)["article"]["source"]["name"]) for _, at in hits), source)
