"""The names of outlets, from their statements."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from search.elastic.searching.reader import Reader

AT_ONCE = 1_000


def source_names(reader: Reader, sources: Sequence[str]) -> Mapping[str, str]:
    """By id; one whose statements went away meanwhile is not among them.

    To count them with one statement of each, so as to know its name, doubles the time of all counting.
    """
    names: dict[str, str] = {}
    for first in range(0, len(sources), AT_ONCE):
        names |= read(reader, sources[first : first + AT_ONCE])
    return names


def read(reader: Reader, sources: Sequence[str]) -> Mapping[str, str]:
    """Any statement of a source knows its name."""
    answer = reader.search(
        query={"bool": {"filter": [{"terms": {"source": sources}}]}},
        collapse={"field": "source"},
        size=len(sources),
        source_includes=["stored.article.source"],
        track_total_hits=False,
    )
    found = (hit["_source"]["stored"]["article"]["source"] for hit in answer["hits"]["hits"])
    return {source["id"]: source["name"] for source in found}
