"""Where an article's time goes whose statements are there already: processor time of each stage, in one process."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from elasticsearch.serializer import OrjsonSerializer
from tantivy import Index

from indexer.readers.finding import find
from indexer.readers.opening import read
from indexer.readers.reading import Loaded
from indexer.splitting import split
from schemas.statement import SplitArticle
from search.elastic.documents import prepared as for_elasticsearch
from search.embedded.folder import WRITER_BYTES
from search.embedded.schema import documents, register, schema
from search.embedded.schema import prepared as for_tantivy
from search.engine import Prepared

Result = TypeVar("Result")


def stages(path: Path, folder: Path) -> Iterator[tuple[str, float]]:
    """Each with its milliseconds an article, of an NDJSON file as `demarche export articles` writes it."""
    taken, loaded = timed(lambda: [each for each in read(find([path]).files) if isinstance(each, Loaded)])
    each = 1_000 / len(loaded)
    yield "read and check its line", taken * each
    taken, splits = timed(lambda: [one for one in split(loaded) if isinstance(one, SplitArticle)])
    yield "make dataclasses of it", taken * each
    taken, ready = timed(lambda: [for_tantivy(one) for one in splits])
    yield "make documents for tantivy", taken * each
    ours, theirs = added(ready, folder)
    yield "add them", ours * each
    yield "tantivy's own thread", theirs * each
    taken, sent = timed(lambda: [for_elasticsearch(one) for one in splits])
    yield "make documents for Elasticsearch", taken * each
    write = OrjsonSerializer().dumps
    bodies = [body for article in sent for body in (article.document, *article.statements.values())]
    taken, _ = timed(lambda: [write(body) for body in bodies])
    yield "write them as JSON", taken * each


def timed(call: Callable[[], Result]) -> tuple[float, Result]:
    begun = time.thread_time()
    result = call()
    return time.thread_time() - begun, result


def added(ready: list[Prepared], folder: Path) -> tuple[float, float]:
    """Seconds of this thread, and of tantivy's."""
    layout = schema()
    folder.mkdir()
    begun, ours = time.process_time(), time.thread_time()
    writer = register(Index(layout, path=str(folder), reuse=False)).writer(WRITER_BYTES, 1)
    for article in ready:
        writer.delete_documents_by_term("article", article.id)
        for document in documents(article, layout):
            writer.add_document(document)
    ours = time.thread_time() - ours
    writer.commit()
    writer.wait_merging_threads()
    return ours, time.process_time() - begun - ours
