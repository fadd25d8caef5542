"""How articles get in and out, so that a crash at any moment leaves nothing that the same call does not put right.

Elasticsearch has no transactions; the article's own document is the journal. It is marked first with all statement ids
that may be in the index from now on (those of the old version, of the new one, and of any earlier try that was cut
off), then the statements are written and the stale ones deleted by id, and at last the document is written whole.
Marking and closing are refused by the server if another writer came between; that article is then done again from the
start, so two indexers at work on one article leave one version of it. Of a deleted article a gravestone stays.
"""

from __future__ import annotations

import random
import time
from collections.abc import Collection, Iterable, Iterator, Mapping

from elasticsearch import Elasticsearch

from search.elastic.bulk import Operation, write
from search.elastic.documents import Document, State, condition, states
from search.elastic.indices import Names
from search.engine import Prepared, Replaced
from search.errors import EngineUnavailable, NotFound

BATCH = 200  # articles whose documents are in memory at once
ROUNDS = 10  # of doing again what another writer overtook

Conditions = Mapping[str, dict[str, int]]


class Writer:
    def __init__(self, client: Elasticsearch, names: Names):
        self.client = client
        self.names = names

    def store(self, articles: Iterable[Prepared]) -> Replaced:
        added = updated = 0
        for batch in batches(articles):
            counts = self.store_batch(batch)
            added, updated = added + counts.added, updated + counts.updated
        self.refresh()
        return Replaced(added, updated)

    def store_batch(self, pending: dict[str, Prepared]) -> Replaced:
        added = updated = 0
        for pause in pauses():
            before = self.states(pending)
            pending = {id_: new for id_, new in pending.items() if differs(new, before.get(id_))}
            marked = self.mark({id_: new.statements.keys() for id_, new in pending.items()}, before)
            self.write_statements({id_: pending[id_] for id_ in marked}, before)
            for id_ in self.close(pending, marked):
                was_there = id_ in before and before[id_].digest is not None
                added, updated = added + (not was_there), updated + was_there
                del pending[id_]
            if not pending:
                return Replaced(added, updated)
            time.sleep(pause)
        raise EngineUnavailable("other writers went on changing the same articles")

    def delete(self, article_id: str) -> None:
        if not any(map(remains, self.states([article_id]).values())):
            raise NotFound(f"there is no article {article_id!r}")
        for pause in pauses():
            before = self.states([article_id])
            if not any(map(remains, before.values())):  # an answer to our own deletion got lost
                return
            marked = self.mark({article_id: ()}, before)
            if marked:
                write(self.client, [gone(self.names.statements, id_) for id_ in before[article_id].statement_ids])
                gravestone = {"id": article_id, "deleted": True}
                last = whole(self.names.articles, article_id, gravestone) | marked[article_id]
                if not write(self.client, [last]).overtaken:
                    self.refresh()
                    return
            time.sleep(pause)
        raise EngineUnavailable("other writers went on changing the same article")

    def mark(self, statement_ids: Mapping[str, Collection[str]], before: Mapping[str, State]) -> Conditions:
        """Write down what may be in the index from now on; for each article so marked, the condition of closing it."""
        operations: list[Operation] = []
        for id_, new in statement_ids.items():
            operation: Operation = {"_index": self.names.articles, "_id": id_}
            if id_ in before:
                journal = {"writing": sorted(before[id_].statement_ids.union(new))}
                operation |= {"_op_type": "update", "doc": journal, "detect_noop": False, **before[id_].condition}
            else:
                operation |= {"_op_type": "create", "_source": {"writing": sorted(new)}}
            operations.append(operation)
        return {id_: condition(answer) for id_, answer in write(self.client, operations).done.items()}

    def write_statements(self, articles: Mapping[str, Prepared], before: Mapping[str, State]) -> None:
        index = self.names.statements
        operations: list[Operation] = []
        for id_, new in articles.items():
            operations += [whole(index, statement_id, document) for statement_id, document in new.statements.items()]
            stale = before[id_].statement_ids - new.statements.keys() if id_ in before else ()
            operations += [gone(index, statement_id) for statement_id in stale]
        write(self.client, operations)

    def close(self, articles: Mapping[str, Prepared], marked: Conditions) -> Collection[str]:
        """Write the articles' own documents, which makes them whole; the ids of those that nobody overtook."""
        index = self.names.articles
        operations = [whole(index, id_, articles[id_].document) | unchanged for id_, unchanged in marked.items()]
        return write(self.client, operations).done.keys()

    def states(self, ids: Collection[str]) -> Mapping[str, State]:
        return states(self.client, self.names.articles, ids)

    def refresh(self) -> None:
        """Let every search see what was written."""
        self.client.indices.refresh(index=[self.names.statements, self.names.articles])


def differs(new: Prepared, old: State | None) -> bool:
    return old is None or not old.whole or old.digest != new.digest


def remains(state: State) -> bool:
    """Whether anything of the article may be in the index."""
    return not (state.deleted and state.whole)


def batches(articles: Iterable[Prepared]) -> Iterator[dict[str, Prepared]]:
    """By id, in the order given: an article that comes twice is in two batches, so that the later one stays."""
    batch: dict[str, Prepared] = {}
    for article in articles:
        if article.id in batch or len(batch) == BATCH:
            yield batch
            batch = {}
        batch[article.id] = article
    if batch:
        yield batch


def pauses() -> Iterator[float]:
    """Growing, and by chance, so that two writers don't stay in step."""
    for round_ in range(ROUNDS):
        yield random.uniform(0, 0.05 * 2**round_)  # noqa: S311


def whole(index: str, id_: str, document: Document) -> Operation:
    return {"_op_type": "index", "_index": index, "_id": id_, "_source": document}


def gone(index: str, id_: str) -> Operation:
    return {"_op_type": "delete", "_index": index, "_id": id_}
