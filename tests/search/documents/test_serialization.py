"""What engines store of an article and its statements, and get back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import msgspec
import pytest

from schemas.article import Source
from schemas.statement import Span, SplitArticle
from search.documents.serialization import (
    Json,
    Stored,
    StoredArticle,
    StoredStatement,
    builtins,
    decoded,
    digest,
    encoded,
    head,
    taken,
)
from tests.contract.corpus import CORPUS, Said, split

BARE = split(Said("Bare."), title="", source=None, published=None)


def older(statement: StoredStatement) -> Json:
    """As it was stored before version 6."""
    stored = builtins(statement)
    context = stored["statement"]["context"]
    return stored | {"statement": stored["statement"] | {"context": [context["before"], context["after"]]}}


def test_who_is_meant_is_read_where_it_was_stored() -> None:
    """Older versions stored no id."""
    stored = Stored.of(CORPUS[0], "").statements[0]
    told = builtins(stored)
    assert taken(StoredStatement, told).statement.speaker == stored.statement.speaker
    del told["statement"]["speaker"]["id"], told["statement"]["target"]["id"]
    read = decoded(StoredStatement, encoded(told)).statement
    assert (read.speaker and read.speaker.id, read.target and read.target.id) == (None, None)


@pytest.mark.parametrize("one", [*CORPUS, BARE], ids=lambda one: one.article.title)
def test_comes_back_through_json(one: SplitArticle) -> None:
    stored = Stored.of(one, "f00d")
    article = decoded(StoredArticle, encoded(stored.article))
    assert article == taken(StoredArticle, builtins(stored.article)) == stored.article
    assert article.whole(one.extraction.statements) == one
    assert article.fingerprint == "f00d"
    for statement, kept in zip(one.extraction.statements, stored.statements, strict=True):
        found = decoded(StoredStatement, encoded(kept)).found((Span(0, 1),))
        assert (found.statement, found.article, found.highlight) == (statement, head(one.article), ((0, 1),))
        assert taken(StoredStatement, builtins(kept)) == kept


def test_what_an_older_version_stored_is_read() -> None:
    stored = Stored.of(CORPUS[0], "")
    unsaid = ("split", "text_fingerprint")
    article = {name: value for name, value in builtins(stored.article).items() if name not in unsaid}
    assert taken(StoredArticle, article) == decoded(StoredArticle, encoded(article)) == stored.article
    for statement in stored.statements:
        assert decoded(StoredStatement, encoded(older(statement))) == statement
        assert taken(StoredStatement, older(statement)) == statement


@pytest.mark.parametrize("damaged", [b"", b"{", b"[]", b"{}", b'{"statement": {"id": "1", "text": "Words."}}'])
def test_what_is_none_is_damage(damaged: bytes) -> None:
    for kind in (StoredStatement, StoredArticle):
        with pytest.raises(msgspec.DecodeError):
            decoded(kind, damaged)
    assert issubclass(msgspec.DecodeError, ValueError)


@pytest.mark.parametrize("date", ["yesterday", 2023, [2023]])
def test_a_date_that_is_none_is_damage(date: object) -> None:
    stored = builtins(Stored.of(CORPUS[0], "").article) | {"published_on": date}
    for read in (lambda: taken(StoredArticle, stored), lambda: decoded(StoredArticle, encoded(stored))):
        with pytest.raises(msgspec.ValidationError):
            read()


def test_digest_is_of_all_but_the_moment() -> None:
    one = CORPUS[0]
    assert digest(replace(one, ingested_at=one.ingested_at + timedelta(days=1))) == digest(one)
    extraction = one.extraction
    for other in (
        replace(one, article=replace(one.article, source=Source("x", "X"))),
        replace(one, article=replace(one.article, own_id="another")),
        replace(one, extraction=replace(extraction, countries=())),
        replace(one, extraction=replace(extraction, extractor="other")),
        replace(one, extraction=replace(extraction, statements=extraction.statements[1:])),
        replace(one, extraction=replace(extraction, statements=extraction.statements[::-1])),
    ):
        assert digest(other) != digest(one)
