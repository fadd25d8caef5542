"""The values of a facet that a beginning may be completed to."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import islice

from tantivy import Query

from schemas.page import Bucket
from schemas.query import Facet
from search.completion import IN_ENGINE, begins
from search.embedded.compiling import Compiler, both, unranked
from search.embedded.faceting import Counter
from search.embedded.naming import EVERY_VALUE


def complete(
    counter: Counter,
    compiler: Compiler,
    query: Query,
    facet: Facet,
    starts: Sequence[str],
    size: int,
    label: Callable[[str], str],
) -> Sequence[Bucket]:
    """Labels are looked for from the most frequent value on, for as long as it takes to find `size` that fit."""
    by_engine = facet in IN_ENGINE
    if by_engine and starts:
        field = IN_ENGINE[facet]
        query = both(query, *(begun(compiler, field, start) for start in starts))
    asked = size if by_engine or not starts else EVERY_VALUE
    counts = counter.counted(query, [facet], asked)[facet]
    labelled = (Bucket(value, count, label(value)) for value, count in counts)
    return tuple(islice((bucket for bucket in labelled if by_engine or begins(starts, bucket.label)), max(0, size)))


def begun(compiler: Compiler, field: str, start: str) -> Query:
    return unranked(Query.regex_query(compiler.layout, field, f"{re.escape(start)}.*"))
