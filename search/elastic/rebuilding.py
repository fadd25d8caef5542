"""New indices beside the old ones, from the old ones' articles, and then behind their aliases.

The old ones are copied as they are at the beginning. What was written since is found by its sequence number, which
Elasticsearch gives every write, and copied again, round by round while writers write on; at last with a block on
writing, which writers wait out. All aliases then move in one request. A deleted article leaves a gravestone
(writing.py), so that deletions are found likewise.

There is no lock over several machines: a second rebuild takes over, and the first ends when it finds its indices gone.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from typing import Any

from elasticsearch import Elasticsearch, NotFoundError

from search.elastic.bulk import write
from search.elastic.indices import Names, create, ours
from search.elastic.mapping import ARTICLES, SETTINGS, STATEMENTS
from search.elastic.whole import articles_in, these_articles
from search.elastic.writing import BATCH, Writer, whole
from search.engine import Prepared, Rebuilt, Remake
from search.errors import IncompatibleIndex, NotFound
from search.walking import KEPT_SECONDS

NUMBER = re.compile(r"-(\d{6})$")
FEW = 50  # changed articles that writers may be made to wait for
ROUNDS = 10  # of copying what changed while they write on: whoever writes faster is made to wait then
LOOK_EVERY = 1.0  # second, for searches that still use the old index
KEPT_SETTINGS = ("number_of_shards", "number_of_replicas", "auto_expand_replicas")  # as an operator may have set them

Checkpoints = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Pair:
    """The index of statements and the index of articles behind two aliases."""

    statements: str
    articles: str

    @classmethod
    def behind(cls, client: Elasticsearch, names: Names) -> Pair:
        """IncompatibleIndex where there is no such pair of ours."""
        found = {}
        for part in ("statements", "articles"):
            alias = getattr(names, part)
            try:
                (index,) = client.indices.get_alias(name=alias)
            except (NotFoundError, ValueError):
                raise IncompatibleIndex(f"there is no index behind the alias {alias} to be rebuilt") from None
            found[part] = index
        return cls(**found)


class Rebuild:
    def __init__(self, client: Elasticsearch, prefix: str, remake: Remake):
        self.client = client
        self.names = Names.of(prefix)
        self.fresh = Names.of(f"{prefix}-rebuilding")
        self.remake = remake
        self.old = Pair.behind(client, self.names)
        self.writer = Writer(client, self.fresh)

    def run(self) -> Iterator[Rebuilt]:
        self.clear()
        self.block(on=False)  # which a rebuild that was cut off may have left
        new = self.create()
        seen = self.checkpoints()
        self.client.indices.refresh(index=[self.old.statements, self.old.articles])
        total = int(self.client.count(index=self.old.articles, query={"exists": {"field": "digest"}})["count"])
        done = 0
        for batch in batched(self.remake(articles_in(self.client, self.old.articles, self.old.statements))):
            self.store(batch)
            done += len(batch)
            yield Rebuilt(done, total)
        for _ in range(ROUNDS):
            seen, changed = self.catch_up(seen)
            if changed <= FEW:
                break
        try:
            self.block(on=True)
            self.catch_up(seen)
            self.client.indices.refresh(index=[new.statements, new.articles])
            self.swap(new)
        except BaseException:
            self.block(on=False)
            raise
        yield Rebuilt(total, total, in_use=True)
        self.retire()

    def clear(self) -> None:
        """Remove what was behind no alias but a rebuild's: what one that was cut off, or did not wait, has left."""
        for alias in (self.names.statements, self.names.articles):
            for index in ours(self.client, alias):
                if index not in (self.old.statements, self.old.articles):
                    self.client.indices.delete(index=index, ignore_unavailable=True)

    def create(self) -> Pair:
        made = {}
        for part, mappings in (("statements", STATEMENTS), ("articles", ARTICLES)):
            old = getattr(self.old, part)
            new = f"{getattr(self.names, part)}-{number(old) + 1:06d}"
            told = self.client.indices.get_settings(index=old)[old]["settings"]["index"]
            kept = {name: told[name] for name in KEPT_SETTINGS if name in told}
            create(self.client, new, getattr(self.fresh, part), mappings, {**SETTINGS, **kept})
            made[part] = new
        return Pair(**made)

    def store(self, batch: Sequence[Prepared]) -> None:
        """Into indices that nobody else knows, where no journal is needed."""
        statements = [whole(self.fresh.statements, id_, one) for each in batch for id_, one in each.statements.items()]
        write(self.client, [*statements, *(whole(self.fresh.articles, each.id, each.document) for each in batch)])

    def checkpoints(self) -> Checkpoints:
        """By shard of the old index of articles, the sequence number up to which all writes are done."""
        stats = self.client.indices.stats(index=self.old.articles, level="shards", metric="docs")
        shards = stats["indices"][self.old.articles]["shards"]
        return {
            shard: next(copy["seq_no"]["local_checkpoint"] for copy in copies if copy["routing"]["primary"])
            for shard, copies in shards.items()
        }

    def catch_up(self, seen: Checkpoints) -> tuple[Checkpoints, int]:
        """Copy again what was written since; up to where that is, and how many articles it were."""
        until = self.checkpoints()
        self.client.indices.refresh(index=[self.old.statements, self.old.articles])
        changed = [id_ for shard, number in seen.items() for id_ in self.written_since(shard, number)]
        for start in range(0, len(changed), BATCH):
            ids = changed[start : start + BATCH]
            there = list(these_articles(self.client, self.old.articles, self.old.statements, ids))
            self.writer.store(self.remake(there))
            for gone in set(ids) - {split.article.id for split in there}:
                self.forget(gone)
        return until, len(changed)

    def written_since(self, shard: str, number: int) -> Iterator[str]:
        after = None
        while True:
            hits = self.client.search(
                index=self.old.articles,
                preference=f"_shards:{shard}",
                query={"range": {"_seq_no": {"gt": number}}},
                sort=[{"_seq_no": "asc"}],
                search_after=after,
                size=1_000,
                source=False,
                allow_partial_search_results=False,
            )["hits"]["hits"]
            yield from (hit["_id"] for hit in hits)
            if len(hits) < 1_000:
                return
            after = hits[-1]["sort"]

    def forget(self, article_id: str) -> None:
        with suppress(NotFound):
            self.writer.delete(article_id)

    def block(self, *, on: bool) -> None:
        both = [self.old.statements, self.old.articles]
        if on:  # it returns when every write that had begun is done
            self.client.indices.add_block(index=both, block="write")
        else:
            self.client.indices.put_settings(index=both, settings={"index.blocks.write": None}, ignore_unavailable=True)

    def swap(self, new: Pair) -> None:
        """In one request, so that no search finds half of it."""
        actions: list[dict[str, Any]] = []
        for part in ("statements", "articles"):
            alias, fresh = getattr(self.names, part), getattr(self.fresh, part)
            actions += [
                {"remove": {"index": getattr(self.old, part), "alias": alias}},
                {"remove": {"index": getattr(new, part), "alias": fresh}},
                {"add": {"index": getattr(new, part), "alias": alias, "is_write_index": True}},
            ]
        self.client.indices.update_aliases(actions=actions)

    def retire(self) -> None:
        """Delete the old indices when no search uses them any more: exports, and pages by relevance."""
        both = [self.old.statements, self.old.articles]
        deadline = time.monotonic() + KEPT_SECONDS
        while self.in_use(both) and time.monotonic() < deadline:
            time.sleep(LOOK_EVERY)
        self.client.indices.delete(index=both, ignore_unavailable=True)

    def in_use(self, indices: Sequence[str]) -> bool:
        stats = self.client.indices.stats(index=indices, metric="search")
        return bool(stats["_all"]["total"]["search"]["open_contexts"])


def number(index: str) -> int:
    found = NUMBER.search(index)
    return int(found[1]) if found else 0


def batched(articles: Iterable[Prepared]) -> Iterator[Sequence[Prepared]]:
    waiting = iter(articles)
    while batch := list(islice(waiting, BATCH)):
        yield batch
