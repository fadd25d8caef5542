"""The names of outlets, from their statements."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tantivy import Searcher

from search import budget
from search.documents.serialization import StoredStatement
from search.embedded.searching import pages
from search.embedded.searching.compiler import Compiler


def source_names(searcher: Searcher, compiler: Compiler, sources: Sequence[str]) -> Mapping[str, str]:
    """By id; one of no statement is called by its id."""
    return {source: source_name(searcher, compiler, source) for source in sources}


def source_name(searcher: Searcher, compiler: Compiler, source: str) -> str:
    """Any statement of it knows its name."""
    budget.check()
    hits = searcher.search(compiler.any_of("source", [source]), 1, count=False).hits
    found = (pages.stored(searcher, at, StoredStatement).article.source for _, at in hits)
    return next((named.name for named in found if named), source)
