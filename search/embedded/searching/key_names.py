"""Ids and the names under which statements have them, which are counted by keys."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tantivy import Query, Searcher

from search.embedded.index.schema import key_of
from search.embedded.searching.compiler import Compiler, both

KNOWN = 1 << 18  # names in memory, about: 30 MB
EVERY_VALUE = 1 << 30  # of a segment: with fewer the counts of rare values would be estimates


class KeyNames:
    """Each is looked up once by a process: what a key stands for does not change."""

    def __init__(self, compiler: Compiler):
        self.compiler = compiler
        self.known: dict[int, str] = {}

    def of(self, searcher: Searcher, found: Sequence[Query], field: str, keys: Sequence[int]) -> Sequence[str]:
        """The names of keys that what matches all of these queries has in this field."""
        if len(self.known) > KNOWN:
            self.known = {}
        known = self.known
        if unknown := [key for key in keys if key not in known]:
            known |= self.read(searcher, found, field, unknown)
        return [known[key] for key in keys]

    def read(self, searcher: Searcher, found: Sequence[Query], field: str, keys: Sequence[int]) -> Mapping[int, str]:
        theirs = both(*found, self.compiler.any_key(field, keys))
        names = {"terms": {"field": field, "size": 2 * len(keys), "segment_size": EVERY_VALUE}}
        return {
            key_of(bucket["key"]): bucket["key"]
            for bucket in searcher.aggregate(theirs, {field: names})[field]["buckets"]
        }
