"""How articles get in and out, so that a crash at any moment leaves nothing that the same call does not put right.

Elasticsearch has no transactions; the article's own document is the journal. It is marked first with all statement ids
that may be in the index from now on (those of the old version, of the new one, and of any earlier try that was cut
off), then the statements are written and the stale ones deleted by id, and at last the document is written whole.
Marking and closing are refused by the server if another writer came between; that article is then done again from the
start, so two indexers at work on one article leave one version of it. Of a deleted article a gravestone stays.

A rebuild may put another index behind the alias between any two requests. Its sequence numbers are others, but one of
them may be the same by chance, so every answer is looked at for the index that it is of.
"""

from __future__ import annotations

import random
import time
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from elasticsearch import Elasticsearch

from search.elastic.index.aliases import Names
from search.elastic.index.documents import Document, State, condition, states
from search.elastic.storing.bulk_requests import Operation, write
from search.engine import Prepared, Replaced
from search.errors import EngineUnavailable, NotFound

BATCH = 500  # articles whose documents are in memory at once
ROUNDS = 10  # of doing again what another writer overtook

Answers = Mapping[str, Mapping[str, Any]]  # the server's to one operation for each article


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
            closed = self.close(pending, marked)
            elsewhere = [id_ for id_, answer in closed.items() if answer["_index"] != marked[id_]["_index"]]
            self.write_statements({id_: pending[id_] for id_ in elsewhere}, before)
            for id_ in closed:
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
                statements = [gone(self.names.statements, id_) for id_ in before[article_id].statement_ids]
                write(self.client, statements)
                gravestone = {"id": article_id, "deleted": True}
                last = whole(self.names.articles, article_id, gravestone) | condition(marked[article_id])
                if closed := write(self.client, [last]).done:
                    if closed[article_id]["_index"] != marked[article_id]["_index"]:
                        write(self.client, statements)
                    self.refresh()
                    return
            time.sleep(pause)
        raise EngineUnavailable("other writers went on changing the same article")

    def mark(self, statement_ids: Mapping[str, Collection[str]], before: Mapping[str, State]) -> Answers:
        """Write down what may be in the index from now on; what was answered for each article so marked."""
        operations: list[Operation] = []
        for id_, new in statement_ids.items():
            operation: Operation = {"_index": self.names.articles, "_id": id_}
            if id_ in before:
                journal = {"writing": sorted(before[id_].statement_ids.union(new))}
                operation |= {"_op_type": "update", "doc": journal, "detect_noop": False, **before[id_].condition}
            else:
                operation |= {"_op_type": "create", "_source": {"writing": sorted(new)}}
            operations.append(operation)
        done = write(self.client, operations).done
        return {id_: one for id_, one in done.items() if id_ not in before or one["_index"] == before[id_].index}

    def write_statements(self, articles: Mapping[str, Prepared], before: Mapping[str, State]) -> None:
        index = self.names.statements
        operations: list[Operation] = []
        for id_, new in articles.items():
            operations += [whole(index, statement_id, document) for statement_id, document in new.statements.items()]
            stale = before[id_].statement_ids - new.statements.keys() if id_ in before else ()
            operations += [gone(index, statement_id) for statement_id in stale]
        write(self.client, operations)

    def close(self, articles: Mapping[str, Prepared], marked: Answers) -> Answers:
        """Write the articles' own documents, which makes them whole; what was answered for those nobody overtook."""
        index = self.names.articles
        operations = [whole(index, id_, articles[id_].document) | condition(one) for id_, one in marked.items()]
        return write(self.client, operations).done

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
