"""The very documents that Demarche stores, stored by hand: by tantivy, and by Elastic's own `helpers.bulk`."""

from __future__ import annotations

import time
import uuid
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from elasticsearch import Elasticsearch
from elasticsearch.helpers import bulk
from elasticsearch.serializer import OrjsonSerializer
from tantivy import Index

from schemas.statement import SplitArticle
from search.elastic.index.documents import prepared as for_elasticsearch
from search.elastic.index.mapping import ARTICLES, SETTINGS, STATEMENTS
from search.embedded.index.folder import WRITER_BYTES
from search.embedded.index.schema import register, schema
from search.embedded.storing.documents import documents
from search.embedded.storing.documents import prepared as for_tantivy
from search.engine import Prepared


def by_tantivy(folder: Path, articles: Sequence[SplitArticle]) -> tuple[float, float]:
    """The seconds to make the documents, and from these to the commit."""
    made = time.perf_counter()
    ready = [for_tantivy(split) for split in articles]
    begun = time.perf_counter()
    written_by_tantivy(folder, ready)
    return begun - made, time.perf_counter() - begun


def written_by_tantivy(folder: Path, ready: Sequence[Prepared]) -> None:
    """By one writer with one thread and one commit."""
    layout = schema()
    folder.mkdir()
    writer = register(Index(layout, path=str(folder), reuse=False)).writer(WRITER_BYTES, 1)
    for article in ready:
        for document in documents(article, layout):
            writer.add_document(document)
    writer.commit()
    writer.wait_merging_threads()


def by_bulk(address: str, articles: Sequence[SplitArticle]) -> tuple[float, float]:
    """With the helper's own chunks, the client's faster JSON, and one refresh at the end; the seconds to make the
    documents, and to that.
    """
    made = time.perf_counter()
    ready = [for_elasticsearch(split) for split in articles]
    making = time.perf_counter() - made
    name = f"raw-{uuid.uuid4().hex}"
    with Elasticsearch(address, request_timeout=120, serializer=OrjsonSerializer()) as client:
        for part, mappings in (("statements", STATEMENTS), ("articles", ARTICLES)):
            client.indices.create(
                index=f"{name}-{part}", mappings=mappings, settings=SETTINGS, wait_for_active_shards=1
            )

        def actions() -> Iterator[dict[str, Any]]:
            for article in ready:
                yield {"_index": f"{name}-articles", "_id": article.id, "_source": article.document}
                for id_, statement in article.statements.items():
                    yield {"_index": f"{name}-statements", "_id": id_, "_source": statement}

        begun = time.perf_counter()
        bulk(client, actions(), max_retries=10)  # of what a small heap has no room for now
        client.indices.refresh(index=f"{name}-*")
        seconds = time.perf_counter() - begun
        client.indices.delete(index=[f"{name}-statements", f"{name}-articles"])
    return making, seconds
