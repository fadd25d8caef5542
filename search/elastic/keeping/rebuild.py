"""New indices beside the old ones, from the old ones' articles, and then behind their aliases.

The old ones are copied as they are at the beginning. What was written since is found by its sequence number, which
Elasticsearch gives every write, and copied again, round by round while writers write on; at last with a block on
writing, which writers wait out. All aliases then move in one request. A deleted article leaves a gravestone
(storing/writer.py), so that deletions are found likewise.

There is no lock over several machines: a second rebuild takes over, and the first ends when it finds its indices gone.
Each writes through aliases that no other knows, and whoever takes an index away from one takes its alias first, without
which it can't be put to use: so no index is removed that is in use.

An index with an older mapping is written by an older Demarche, if at all, which leaves no gravestones: its writers are
blocked from the beginning.
"""

from __future__ import annotations

import re
import time
import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from itertools import islice
from typing import Any

from elasticsearch import ApiError, Elasticsearch, NotFoundError, TransportError

from search.elastic.client.faults import IndexGone
from search.elastic.client.patience import NotNow, patience_of, patiently
from search.elastic.index.aliases import Names, create, mapping_version, ours
from search.elastic.index.mapping import ARTICLES, MAPPING_VERSION, SETTINGS, STATEMENTS
from search.elastic.keeping.every_article import every_article
from search.elastic.searching.article_reader import these_articles
from search.elastic.storing.bulk_requests import write
from search.elastic.storing.writer import Writer, whole
from search.engine import Prepared, Rebuilt, Remake
from search.errors import EngineBusy, IncompatibleIndex, NotFound
from search.queries.ranked_pages import KEPT_SECONDS

NUMBER = re.compile(r"-(\d{6})$")
BATCH = 200  # articles read and written anew at once
FEW = 50  # changed articles that writers may be made to wait for
ROUNDS = 10  # of copying what changed while they write on: whoever writes faster is made to wait then
LOOK_EVERY = 1.0  # second, for searches that still use the old index
KEPT_SETTINGS = ("number_of_shards", "number_of_replicas", "auto_expand_replicas")  # as an operator may have set them

REBUILDING = "rebuilding"

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
                behind = sorted(client.indices.get_alias(name=alias))
                (index,) = behind
            except NotFoundError:
                raise IncompatibleIndex(f"there is no index behind the alias {alias} to be rebuilt") from None
            except ValueError:
                several = ", ".join(behind)
                raise IncompatibleIndex(f"the alias {alias} leads to several indices ({several}), not to one") from None
            found[part] = index
        return cls(**found)


class Rebuild:
    def __init__(self, client: Elasticsearch, prefix: str, remake: Remake):
        self.client = client
        self.names = Names.of(prefix)
        self.fresh = Names.of(f"{prefix}-{REBUILDING}-{uuid.uuid4().hex[:8]}")
        self.remake = remake
        self.old = Pair.behind(client, self.names)
        self.writer = Writer(client, self.fresh)

    def run(self) -> Iterator[Rebuilt]:
        """EngineBusy where another rebuild took over."""
        old = [self.old.statements, self.old.articles]
        outdated = any(mapping_version(self.client, index) != MAPPING_VERSION for index in old)
        self.clear()
        self.block(on=outdated)  # which also lifts what a rebuild that was cut off may have left
        in_use = False
        try:
            new = self.create()
            seen = self.checkpoints()
            self.client.indices.refresh(index=old)
            total = int(self.client.count(index=self.old.articles, query={"exists": {"field": "digest"}})["count"])
            yield from self.copy(total)
            for _ in range(ROUNDS):
                seen, changed = self.catch_up(seen)
                if changed <= FEW:
                    break
            self.block(on=True)
            self.catch_up(seen)
            self.client.indices.refresh(index=[new.statements, new.articles])
            self.swap(new)
            in_use = True
        except TransportError:
            patience_of(self.client).away = 0  # it was waited for long enough
            raise
        except (IndexGone, NotFoundError):
            raise EngineBusy("another rebuild of this index took over, or somebody removed what was built") from None
        finally:
            if not in_use:
                self.give_up()
        yield Rebuilt(total, total, in_use=True)
        self.retire()

    def copy(self, total: int) -> Iterator[Rebuilt]:
        done = 0
        with closing(every_article(self.client, self.old.articles, self.old.statements)) as articles:
            for batch in batched(self.remake(articles)):
                self.store(batch)
                done += len(batch)
                yield Rebuilt(done, total)

    def clear(self) -> None:
        """Remove what is behind no alias but a rebuild's: what one that was cut off, or did not wait, has left."""
        for alias in (self.names.statements, self.names.articles):
            for index, aliases in ours(self.client, alias).items():
                if all(f"-{REBUILDING}-" in each for each in aliases):
                    self.remove(index, aliases)

    def give_up(self) -> None:
        """Leave nothing behind, as far as the server lets us; the next rebuild removes the rest."""
        with suppress(ApiError, TransportError):
            self.block(on=False)
            for alias in (self.names.statements, self.names.articles):
                for index, aliases in ours(self.client, alias).items():
                    if set(aliases) & {self.fresh.statements, self.fresh.articles}:
                        self.remove(index, aliases)

    def remove(self, index: str, aliases: Iterable[str]) -> None:
        """Unless it was put to use a moment ago, which takes away its rebuild's alias."""
        for alias in aliases:
            try:
                self.client.indices.update_aliases(actions=[without(index, alias)])
            except NotFoundError:
                return
        self.client.indices.delete(index=index, ignore_unavailable=True)

    def create(self) -> Pair:
        made = {}
        for part, mappings in (("statements", STATEMENTS), ("articles", ARTICLES)):
            old, alias = getattr(self.old, part), getattr(self.names, part)
            new = f"{alias}-{max(map(number, [old, *ours(self.client, alias)])) + 1:06d}"
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
        """By shard of the old index of articles, the sequence number up to which all writes are done, on all copies."""
        return patiently(self.client, self.asked_checkpoints)

    def asked_checkpoints(self) -> Checkpoints:
        index = self.old.articles
        settings = self.client.indices.get_settings(index=index)[index]["settings"]["index"]
        stats = self.client.indices.stats(index=index, level="shards", metric="docs")
        checkpoints = {
            shard: copy["seq_no"]["global_checkpoint"]
            for shard, copies in stats["indices"].get(index, {"shards": {}})["shards"].items()
            for copy in copies
            if copy["routing"]["primary"]
        }
        if len(checkpoints) < int(settings["number_of_shards"]):
            raise NotNow
        return checkpoints

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
                without(getattr(self.old, part), alias),
                without(getattr(new, part), fresh),
                {"add": {"index": getattr(new, part), "alias": alias, "is_write_index": True}},
            ]
        self.client.indices.update_aliases(actions=actions)

    def retire(self) -> None:
        """Delete the old indices when no search uses them any more: exports, and pages by relevance."""
        both = [self.old.statements, self.old.articles]
        deadline = time.monotonic() + KEPT_SECONDS
        with suppress(NotFoundError):  # which the next rebuild removed
            while self.in_use(both) and time.monotonic() < deadline:
                time.sleep(LOOK_EVERY)
        self.client.indices.delete(index=both, ignore_unavailable=True)

    def in_use(self, indices: Sequence[str]) -> bool:
        stats = self.client.indices.stats(index=indices, metric="search")
        return bool(stats["_all"]["total"]["search"]["open_contexts"])


def without(index: str, alias: str) -> dict[str, Any]:
    """That the alias leads no longer to the index; the whole request fails where it did not."""
    return {"remove": {"index": index, "alias": alias, "must_exist": True}}


def number(index: str) -> int:
    found = NUMBER.search(index)
    return int(found[1]) if found else 0


def batched(articles: Iterable[Prepared]) -> Iterator[Sequence[Prepared]]:
    waiting = iter(articles)
    while batch := list(islice(waiting, BATCH)):
        yield batch
