"""New indices beside the old ones, from the old ones' articles, and then behind their aliases.

The old ones are copied as they are at the beginning. What was written since is found by its sequence number and copied
again, round by round while writers write on; at last with a block on writing, which writers wait out. All aliases then
move in one request. A deleted article leaves a gravestone (storing/writer.py), so that deletions are found likewise.

There is no lock over several machines: a second rebuild takes over, and the first ends when it finds its indices gone.

An index with an older mapping is written by an older Demarche, if at all, which leaves no gravestones: its writers are
blocked from the beginning.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, suppress
from itertools import islice

from elasticsearch import Elasticsearch, NotFoundError, TransportError

from search.elastic.client.faults import IndexGone
from search.elastic.client.patience import patience_of
from search.elastic.keeping.changes import Changes
from search.elastic.keeping.every_article import every_article
from search.elastic.keeping.replacement import Replacement
from search.elastic.searching.article_reader import these_articles
from search.elastic.storing.bulk_requests import write
from search.elastic.storing.writer import Writer, whole
from search.engine import Prepared, Rebuilt, Remake
from search.errors import EngineBusy, NotFound

BATCH = 200  # articles read and written anew at once
FEW = 50  # changed articles that writers may be made to wait for
ROUNDS = 10  # of copying what changed while they write on: whoever writes faster is made to wait then


class Rebuild:
    def __init__(self, client: Elasticsearch, prefix: str, remake: Remake):
        self.client = client
        self.indices = Replacement(client, prefix)
        self.old, self.fresh = self.indices.old, self.indices.fresh
        self.remake = remake
        self.writer = Writer(client, self.fresh)

    def run(self) -> Iterator[Rebuilt]:
        """EngineBusy where another rebuild took over."""
        outdated = self.indices.is_outdated()
        self.indices.clear()
        self.indices.block(on=outdated)  # which also lifts what a rebuild that was cut off may have left
        in_use = False
        try:
            new = self.indices.create()
            changes = Changes(self.client, self.old.articles)
            self.client.indices.refresh(index=self.old.both)
            total = int(self.client.count(index=self.old.articles, query={"exists": {"field": "digest"}})["count"])
            yield from self.copy(total)
            for _ in range(ROUNDS):
                if self.catch_up(changes) <= FEW:
                    break
            self.indices.block(on=True)
            self.catch_up(changes)
            self.client.indices.refresh(index=new.both)
            self.indices.swap(new)
            in_use = True
        except TransportError:
            patience_of(self.client).away = 0  # it was waited for long enough
            raise
        except (IndexGone, NotFoundError):
            raise EngineBusy("another rebuild of this index took over, or somebody removed what was built") from None
        finally:
            if not in_use:
                self.indices.give_up()
        yield Rebuilt(total, total, in_use=True)
        self.indices.retire()

    def copy(self, total: int) -> Iterator[Rebuilt]:
        done = 0
        with closing(every_article(self.client, self.old.articles, self.old.statements)) as articles:
            for batch in batched(self.remake(articles)):
                self.store(batch)
                done += len(batch)
                yield Rebuilt(done, total)

    def store(self, batch: Sequence[Prepared]) -> None:
        """Into indices that nobody else knows, where no journal is needed."""
        statements = [whole(self.fresh.statements, id_, one) for each in batch for id_, one in each.statements.items()]
        write(self.client, [*statements, *(whole(self.fresh.articles, each.id, each.document) for each in batch)])

    def catch_up(self, changes: Changes) -> int:
        """Copy again what was written since; how many articles it were."""
        changed = changes.further()
        for start in range(0, len(changed), BATCH):
            ids = changed[start : start + BATCH]
            there = list(these_articles(self.client, self.old.articles, self.old.statements, ids))
            self.writer.store(self.remake(there))
            for gone in set(ids) - {split.article.id for split in there}:
                self.forget(gone)
        return len(changed)

    def forget(self, article_id: str) -> None:
        with suppress(NotFound):
            self.writer.delete(article_id)


def batched(articles: Iterable[Prepared]) -> Iterator[Sequence[Prepared]]:
    waiting = iter(articles)
    while batch := list(islice(waiting, BATCH)):
        yield batch
