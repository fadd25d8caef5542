"""What sources are called, looked up once for each state of the index: they are indexed by their ids."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from search.elastic.searching.reader import Reader

AT_ONCE = 1_000


class SourceNames:
    """To count them with one statement of each, so as to know its name, doubles the time of all counting."""

    def __init__(self) -> None:
        self.known: tuple[str, dict[str, str]] = ("", {})

    def of(self, reader: Reader, generation: str, sources: Collection[str]) -> Mapping[str, str]:
        """By id; a source of no statement goes by its id. `generation` is what the index was
        at, no later than the reader.
        """
        known = self.known
        if known[0] != generation:
            known = self.known = generation, {}
        names = known[1]  # of this state, whatever other threads see meanwhile
        missing = [source for source in sources if source not in names]
        for first in range(0, len(missing), AT_ONCE):
            some = missing[first : first + AT_ONCE]
            names |= {source: source for source in some} | {**read(reader, some)}
        return names


def read(reader: Reader, sources: list[str]) -> Mapping[str, str]:
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
