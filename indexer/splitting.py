"""What a worker does, in this process or in another: articles as read go in, articles ready to be stored come out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING

import orjson

from indexer.exported import is_untouched, restored
from indexer.given import extraction_as_given
from indexer.readers.reading import Loaded, Refusal, Refused
from schemas.statement import Extraction, SplitArticle
from schemas.wire.article import ArticleSchema
from search.engine import Prepared

if TYPE_CHECKING:
    from indexer.extraction.extract import Extractor

Prepare = Callable[[SplitArticle], Prepared]


def prepared(batch: Sequence[Loaded], prepare: Prepare) -> list[Prepared | Refused]:
    """In the order of the batch. Whatever can be pickled may be sent to another process, and all of this can."""
    return [prepare(one) if isinstance(one, SplitArticle) else one for one in split(batch)]


def split(batch: Sequence[Loaded]) -> Iterator[SplitArticle | Refused]:
    """In the order of the batch: with the statements found, or those that the input brings, if they are in order."""
    now = datetime.now(UTC)
    found = iter(extracted([loaded for loaded in batch if loaded.given is None]))
    for loaded in batch:
        if loaded.given is None:
            extraction = next(found)
        elif is_untouched(loaded.article, loaded.given):
            yield restored(loaded.article, loaded.given)
            continue
        else:
            extraction = as_given(loaded)
        yield extraction if isinstance(extraction, Refused) else SplitArticle(loaded.article, extraction, now)


def as_given(loaded: Loaded) -> Extraction | Refused:
    assert loaded.given is not None
    try:
        return extraction_as_given(loaded.article, loaded.given)
    except Refusal as refusal:
        line = orjson.dumps({**ArticleSchema().dump(loaded.article), **loaded.given}).decode()
        return Refused(loaded.origin, str(refusal), loaded.size, line)


def extracted(batch: Sequence[Loaded]) -> Sequence[Extraction | Refused]:
    """Together, which is faster. An article that the rules break on is refused alone: it must not stop this run and
    every later one at the same place.
    """
    if not batch:
        return []
    try:
        return list(extractor().extract_many(loaded.article for loaded in batch))
    except Exception as error:  # noqa: BLE001 - a fault of ours, of whatever kind
        if len(batch) == 1:
            reason = f"can't be split into statements, which is a fault of Demarche: {error!r}"
            return [Refused(batch[0].origin, reason, batch[0].size)]
        return [each for loaded in batch for each in extracted([loaded])]


@cache
def extractor() -> Extractor:
    """Made when the first article needs it, for loading its model takes a second."""
    from indexer.extraction.extract import Extractor

    return Extractor()
