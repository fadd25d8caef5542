"""What engines store: an article and its statements as JSON and back, straight into the frozen dataclasses.

Results are read from this, never from the fields that they are searched by: search/documents/index_fields.py.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any, TypeVar, cast

import msgspec

from schemas.article import Article, Source
from schemas.dates.partial_dates import PartialDate
from schemas.statement import (
    ArticleHead,
    Carried,
    CarriedArticle,
    Extraction,
    FoundArticle,
    FoundStatement,
    Span,
    SplitArticle,
    Statement,
)

MAPPING_VERSION = 9  # raise it with every change to what is indexed or stored: an older index must be built anew

Json = dict[str, Any]
Part = TypeVar("Part")


def head(article: Article) -> ArticleHead:
    return ArticleHead(article.id, article.title, article.url, article.source, article.published_on)


@dataclass(frozen=True, slots=True)
class StoredStatement:
    """A statement with what a result says of its article."""

    statement: Statement
    article: ArticleHead

    @property
    def id(self) -> str:
        return self.statement.id

    @property
    def fingerprint(self) -> str:
        return self.statement.fingerprint

    @property
    def head(self) -> ArticleHead:
        return self.article

    def found(self, highlight: tuple[Span, ...] = (), carried: Carried | None = None) -> FoundStatement:
        return FoundStatement(self.statement, self.article, highlight, carried)


@dataclass(frozen=True, slots=True)
class StoredArticle:
    """All of an article but its statements, of which it holds the number.

    `digest` is equal for what would be stored the same, whenever it came in: hex SHA-256. `text_fingerprint` is that of
    the text (search/text/shingles.py).
    """

    id: str
    title: str
    url: str | None
    source: Source | None
    published_on: PartialDate | None
    language: str | None
    content_hash: str
    countries: tuple[str, ...]
    territories: tuple[str, ...]
    statements: int
    extractor: str
    ingested_at: datetime
    digest: str
    text: str = ""  # which lists don't read
    text_fingerprint: str = ""  # which indices before version 4 don't say
    split: bool = True  # which indices before version 5 don't say

    @property
    def fingerprint(self) -> str:
        return self.text_fingerprint

    @property
    def head(self) -> ArticleHead:
        return ArticleHead(self.id, self.title, self.url, self.source, self.published_on)

    def found(self, carried: CarriedArticle | None = None) -> FoundArticle:
        return FoundArticle(
            article=self.head,
            language=self.language,
            split=self.split,
            countries=self.countries,
            territories=self.territories,
            statements=self.statements,
            extractor=self.extractor,
            ingested_at=self.ingested_at,
            carried=carried,
        )

    def whole(self, statements: tuple[Statement, ...]) -> SplitArticle:
        article = Article(self.text, self.title, self.url, self.source, self.published_on, self.language, self.id)
        extraction = Extraction(self.countries, self.territories, statements, self.extractor, self.split)
        return SplitArticle(article, extraction, self.ingested_at)


@dataclass(frozen=True, slots=True)
class Stored:
    """What is stored of an article and, in their order, of its statements."""

    article: StoredArticle
    statements: Sequence[StoredStatement]

    @classmethod
    def of(cls, split: SplitArticle, text_fingerprint: str) -> Stored:
        article, extraction = split.article, split.extraction
        about = head(article)
        stored = StoredArticle(
            id=article.id,
            title=article.title,
            url=article.url,
            source=article.source,
            published_on=article.published_on,
            language=article.language,
            content_hash=article.content_hash,
            countries=extraction.countries,
            territories=extraction.territories,
            statements=len(extraction.statements),
            extractor=extraction.extractor,
            ingested_at=split.ingested_at,
            digest=digest(split),
            text=article.text,
            text_fingerprint=text_fingerprint,
            split=extraction.split,
        )
        return cls(stored, [StoredStatement(statement, about) for statement in extraction.statements])


def digest(split: SplitArticle) -> str:
    """The hash of an article's content stands for all that came in."""
    told = encoded([split.article.id, split.article.content_hash, split.extraction])
    return hashlib.sha256(told).hexdigest()


def date_of(_: type, value: object) -> PartialDate:
    """The one kind of value that JSON has no shape for."""
    if not isinstance(value, str):
        raise TypeError("a date is a text")
    return PartialDate.parse(value)


# A page shows few, again and again.
known_date = cast("Callable[[type, Any], Any]", lru_cache(maxsize=1 << 12)(date_of))

ENCODER = msgspec.json.Encoder(enc_hook=lru_cache(maxsize=1 << 12)(str))


def encoded(value: object) -> bytes:
    """As JSON."""
    return ENCODER.encode(value)


DECODERS: dict[type[Any], msgspec.json.Decoder[Any]] = {
    kind: msgspec.json.Decoder(kind, dec_hook=known_date) for kind in (StoredStatement, StoredArticle)
}


def decoded(kind: type[Part], stored: bytes) -> Part:
    """ValueError for what is none of that kind."""
    decoder: msgspec.json.Decoder[Part] = DECODERS[kind]
    try:
        return decoder.decode(stored)
    except msgspec.ValidationError:
        return taken(kind, msgspec.json.decode(stored, type=Json))


def taken(kind: type[Part], stored: Json) -> Part:
    """Of JSON that was read already. ValueError for what is none of that kind."""
    try:
        return msgspec.convert(stored, kind, dec_hook=known_date)
    except msgspec.ValidationError:
        return msgspec.convert(renewed(stored), kind, dec_hook=known_date)


def renewed(stored: Json) -> Json:
    """As it is stored now: before version 6 a statement's context was a pair."""
    if "statement" in stored:
        return stored | {"statement": renewed(stored["statement"])}
    match stored.get("context"):
        case [str(before), str(after)]:
            return stored | {"context": {"before": before, "after": after}}
    return stored


def builtins(value: object) -> Json:
    """As JSON that is still to be written."""
    found: Json = msgspec.to_builtins(value, enc_hook=str)
    return found
