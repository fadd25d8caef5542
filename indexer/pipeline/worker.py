"""What a worker does, in this process or in another: articles as read go in, articles ready to be stored come out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING

import orjson

from indexer.extraction.layers import with_wordings
from indexer.extraction.version import EXTRACTOR
from indexer.inputs.result import Loaded, Refusal, Refused
from indexer.interchange.backup import restore
from indexer.interchange.statements import load
from schemas.article import Article
from schemas.statement import GIVEN, Extraction, SplitArticle
from schemas.wire.article import ArticleSchema
from search.engine import Prepared

if TYPE_CHECKING:
    from indexer.extraction.extractor import Extractor


Prepare = Callable[[SplitArticle], Prepared]


def split_and_prepare(batch: Sequence[Loaded], prepare: Prepare) -> list[Prepared | Refused]:
    """In the order of the batch. Whatever can be pickled may be sent to another process, and all of this can."""
    return [prepare(one) if isinstance(one, SplitArticle) else one for one in split(batch)]


def split(batch: Sequence[Loaded]) -> Iterator[SplitArticle | Refused]:
    """In the order of the batch: with the statements found, or those that the input brings, if they are in order."""
    now = datetime.now(UTC)
    found = iter(extract([loaded.article for loaded in batch if loaded.given is None]))
    for loaded in batch:
        yield take_found(loaded, next(found), now) if loaded.given is None else take_given(loaded, loaded.given, now)


def take_found(loaded: Loaded, found: Extraction | Exception, now: datetime) -> SplitArticle | Refused:
    if isinstance(found, Extraction):
        return SplitArticle(loaded.article, found, now)
    reason = f"can't be split into statements, which is a fault of Demarche: {found!r}"
    return Refused(loaded.origin, reason, loaded.size)


def take_given(loaded: Loaded, given: Mapping[str, object], now: datetime) -> SplitArticle | Refused:
    try:
        if loaded.untouched:
            return worded(restore(loaded.article, given))
        return SplitArticle(loaded.article, load(loaded.article, given), now)
    except Refusal as refusal:
        line = orjson.dumps(
            {"id": loaded.key or loaded.article.id, **ArticleSchema().dump(loaded.article), **given}
        ).decode()
        return Refused(loaded.origin, str(refusal), loaded.size, line)


def split_again(batch: Sequence[SplitArticle], prepare: Prepare) -> list[Prepared]:
    """Articles that the index holds, those anew that another version of the extractor split; for its rebuild.

    Statements that were given stay. One that the rules break on keeps what it has, so that nothing is lost.
    """
    old = [split for split in batch if is_outdated(split.extraction.extractor)]
    found = zip(old, extract([split.article for split in old]), strict=True)
    anew = {split.article.id: extraction for split, extraction in found if isinstance(extraction, Extraction)}
    return [prepare(held(split, anew.get(split.article.id))) for split in batch]


def held(split: SplitArticle, anew: Extraction | None) -> SplitArticle:
    return replace(split, extraction=anew) if anew else worded(split)


def worded(split: SplitArticle) -> SplitArticle:
    """Kept statements, with the parts and sentences that those of before do not tell."""
    statements = with_wordings(split.article, split.extraction.statements)
    return replace(split, extraction=replace(split.extraction, statements=statements))


def is_outdated(extractor: str) -> bool:
    return extractor != EXTRACTOR and not extractor.startswith(GIVEN)


def extract(articles: Sequence[Article]) -> Sequence[Extraction | Exception]:
    """Together, which is faster. One that the rules break on must not stop this run and every later one at the same
    place: the others are tried by themselves.
    """
    if not articles:
        return []
    try:
        return list(extractor().extract_many(articles))
    except Exception as error:  # noqa: BLE001 - a fault of ours, of whatever kind
        if len(articles) == 1:
            return [error]
        return [each for article in articles for each in extract([article])]


@cache
def extractor() -> Extractor:
    """Made when the first article needs it, for loading its model takes a second."""
    from indexer.extraction.extractor import Extractor

    return Extractor()
