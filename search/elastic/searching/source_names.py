"""What sources are called, looked up once for each state of the index: they are indexed by their ids."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from elasticsearch import Elasticsearch

AT_ONCE = 1_000


class SourceNames:
    """To count them with one statement of each, so as to know its name, doubles the time of all counting."""

    def __init__(self) -> None:
        self.known: tuple[str, dict[str, str]] = ("", {})

    def of(self, client: Elasticsearch, index: str, generation: str, sources: Collection[str]) -> Mapping[str, str]:
        """By id; a source whose statements went away meanwhile is not among them."""
        if self.known[0] != generation:
            self.known = generation, {}
        names = self.known[1]
        missing = [source for source in sources if source not in names]
        for first in range(0, len(missing), AT_ONCE):
            names |= read(client, index, missing[first : first + AT_ONCE])
        return names


def read(client: Elasticsearch, index: str, sources: list[str]) -> Mapping[str, str]:
    """Any statement of a source knows its name."""
    answer = client.search(
        index=index,
        query={"bool": {"filter": [{"terms": {"source": sources}}]}},
        collapse={"field": "source"},
        size=len(sources),
        source_includes=["stored.article.source"],
        track_total_hits=False,
        allow_partial_search_results=False,
    )
    found = (hit["_source"]["stored"]["article"]["source"] for hit in answer["hits"]["hits"])
    return {source["id"]: source["name"] for source in found}
