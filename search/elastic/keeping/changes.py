"""What is written to an index while it is copied, by the sequence numbers that Elasticsearch gives every write."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from elasticsearch import Elasticsearch

from search.elastic.client.patience import NotNow, patiently

AT_ONCE = 1_000

Checkpoints = Mapping[str, int]  # by shard, the number up to which all writes are done, on all copies


class Changes:
    """Of an index of articles, from now on."""

    def __init__(self, client: Elasticsearch, index: str):
        self.client = client
        self.index = index
        self.seen = self.checkpoints()

    def further(self) -> Sequence[str]:
        """Ids of the articles written or deleted that were not given before; all that is given can be read."""
        until = self.checkpoints()
        self.client.indices.refresh(index=self.index)
        changed = [id_ for shard, number in self.seen.items() for id_ in self.written_since(shard, number)]
        self.seen = until
        return changed

    def checkpoints(self) -> Checkpoints:
        return patiently(self.client, self.asked_checkpoints)

    def asked_checkpoints(self) -> Checkpoints:
        settings = self.client.indices.get_settings(index=self.index)[self.index]["settings"]["index"]
        stats = self.client.indices.stats(index=self.index, level="shards", metric="docs")
        checkpoints = {
            shard: copy["seq_no"]["global_checkpoint"]
            for shard, copies in stats["indices"].get(self.index, {"shards": {}})["shards"].items()
            for copy in copies
            if copy["routing"]["primary"]
        }
        if len(checkpoints) < int(settings["number_of_shards"]):
            raise NotNow
        return checkpoints

    def written_since(self, shard: str, number: int) -> Iterator[str]:
        after = None
        while True:
            hits = self.client.search(
                index=self.index,
                preference=f"_shards:{shard}",
                query={"range": {"_seq_no": {"gt": number}}},
                sort=[{"_seq_no": "asc"}],
                search_after=after,
                size=AT_ONCE,
                source=False,
                allow_partial_search_results=False,
            )["hits"]["hits"]
            yield from (hit["_id"] for hit in hits)
            if len(hits) < AT_ONCE:
                return
            after = hits[-1]["sort"]
