"""The indexer's part in a rebuild: what the index holds is given to workers, batch by batch, to be prepared anew."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import groupby, islice

from indexer.extraction.lang.languages import is_split
from indexer.pipeline.batches import BATCH, BATCH_GIVEN
from indexer.pipeline.worker import Prepare, is_outdated, split_again
from indexer.processes.executors import Workers, map_unordered
from indexer.readers.articles.language import in_its_language
from schemas.statement import SplitArticle
from search.engine import Prepared, Remake


def remake_with(workers: Workers, prepare: Prepare, not_split: dict[str, str]) -> Remake:
    """`not_split` is given the language of each article that is not split, by the article's id."""

    def remake(articles: Iterable[SplitArticle]) -> Iterator[Prepared]:
        due = (in_its_language_now(split) for split in articles)
        batches = batches_of_a_kind(tell_not_split(due, not_split))
        return map_unordered(workers, partial(split_again, prepare=prepare), batches)

    return remake


def in_its_language_now(split: SplitArticle) -> SplitArticle:
    """Of what another version split, the language is told anew: what tells it belongs to the version."""
    if not is_outdated(split.extraction.extractor):
        return split
    return replace(split, article=in_its_language(split.article))


def tell_not_split(articles: Iterable[SplitArticle], not_split: dict[str, str]) -> Iterator[SplitArticle]:
    for split in articles:
        language, extraction = split.article.language, split.extraction
        stays = is_split(language) if is_outdated(extraction.extractor) else extraction.split
        if language is not None and not stays:
            not_split[split.article.id] = language
        yield split


def batches_of_a_kind(articles: Iterable[SplitArticle]) -> Iterator[Sequence[SplitArticle]]:
    """Neighbours of one kind, so that a batch is either little work or much."""
    for outdated, kind in groupby(articles, lambda split: is_outdated(split.extraction.extractor)):
        while batch := list(islice(kind, BATCH if outdated else BATCH_GIVEN)):
            yield batch
