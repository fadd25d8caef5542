"""Where an article's time goes whose statements are there already: processor time of each stage, in one process."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from elasticsearch.serializer import OrjsonSerializer

from benchmarks.ingest.raw import written_by_tantivy
from indexer.inputs.result import Loaded
from indexer.pipeline.worker import split
from indexer.readers.dispatcher import read
from indexer.readers.files import find
from schemas.statement import SplitArticle
from search.elastic.index.documents import prepared as for_elasticsearch
from search.embedded.storing.documents import prepared as for_tantivy

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
    begun = time.process_time()
    taken, _ = timed(lambda: written_by_tantivy(folder, ready))
    theirs = time.process_time() - begun - taken
    yield "add them", taken * each
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
