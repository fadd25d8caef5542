"""The indexer's part in a rebuild: what the index holds is given to workers, batch by batch, to be prepared anew."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import groupby, islice

from indexer.pipeline.batches import BATCH, BATCH_GIVEN
from indexer.pipeline.worker import Prepare, is_outdated, split_again
from indexer.processes.executors import Workers, map_unordered
from schemas.statement import SplitArticle
from search.engine import Prepared, Remake


def remake_with(workers: Workers, prepare: Prepare) -> Remake:
    def remake(articles: Iterable[SplitArticle]) -> Iterator[Prepared]:
        return map_unordered(workers, partial(split_again, prepare=prepare), batches_of_a_kind(articles))

    return remake


def batches_of_a_kind(articles: Iterable[SplitArticle]) -> Iterator[Sequence[SplitArticle]]:
    """Neighbours of one kind, so that a batch is either little work or much."""
    for outdated, kind in groupby(articles, lambda split: is_outdated(split.extraction.extractor)):
        while batch := list(islice(kind, BATCH if outdated else BATCH_GIVEN)):
            yield batch
