"""What engines store of an article and its statements, and get back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import orjson
import pytest

from schemas.article import Source
from schemas.statement import SplitArticle
from search.documents.serialization import Stored, article_from_json, article_to_json, found_from_json, head
from tests.contract.corpus import CORPUS, Said, split

BARE = split(Said("Bare."), title="", source=None, published=None)


@pytest.mark.parametrize("one", [*CORPUS, BARE], ids=lambda one: one.article.title)
def test_comes_back_through_json(one: SplitArticle) -> None:
    stored = orjson.loads(orjson.dumps(article_to_json(one)))
    assert article_from_json(stored, one.extraction.statements) == one
    for statement, kept in zip(one.extraction.statements, Stored.of(one).statements, strict=True):
        found = found_from_json(orjson.loads(orjson.dumps(kept)), ("marked",))
        assert (found.statement, found.article, found.highlight) == (statement, head(one.article), ("marked",))


def test_digest_is_of_all_but_the_moment() -> None:
    one = CORPUS[0]
    assert Stored.of(replace(one, ingested_at=one.ingested_at + timedelta(days=1))).digest == Stored.of(one).digest
    extraction = one.extraction
    for other in (
        replace(one, article=replace(one.article, source=Source("x", "X"))),
        replace(one, extraction=replace(extraction, countries=())),
        replace(one, extraction=replace(extraction, extractor="other")),
        replace(one, extraction=replace(extraction, statements=extraction.statements[1:])),
        replace(one, extraction=replace(extraction, statements=extraction.statements[::-1])),
    ):
        assert Stored.of(other).digest != Stored.of(one).digest
