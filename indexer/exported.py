"""Articles as `demarche export articles` writes them: what the index holds of each, so that it can be held again.

A line is what `demarche extract` prints, with the extractor's version, the moment of indexing, and a checksum. Where
the checksum is right, nobody has touched the line, and it is taken back as it is. Where it is not, its statements are
taken as anybody's are: see `indexer.given`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import orjson

from schemas.article import Article, short_hash
from schemas.dates import PartialDate
from schemas.statement import Act, Context, Cue, Extraction, Kind, Span, Speaker, SplitArticle, Statement
from schemas.wire.article import ArticleSchema
from schemas.wire.statement import StatementSchema

KEPT = ("countries", "territories", "statements", "extractor", "ingested_at")  # of what an index holds

article_schema, statement_schema = ArticleSchema(), StatementSchema()


def exported(split: SplitArticle) -> bytes:
    """The line of an article, without its end."""
    article, extraction = split.article, split.extraction
    kept = {
        "countries": extraction.countries,
        "territories": extraction.territories,
        "statements": statement_schema.dump(extraction.statements, many=True),
        "extractor": extraction.extractor,
        "ingested_at": split.ingested_at.isoformat(),
    }
    document = {"id": article.id, **article_schema.dump(article), **kept, "checksum": checksum(article, kept)}
    return orjson.dumps(document)


def checksum(article: Article, kept: Mapping[str, Any]) -> str:
    """Of all that the line holds: a slip of the hand is found, a forger is not."""
    told = [article.content_hash, *(kept.get(name) for name in KEPT)]
    return short_hash(orjson.dumps(told, option=orjson.OPT_SORT_KEYS).decode())


def is_untouched(article: Article, given: Mapping[str, object]) -> bool:
    return given.get("checksum") is not None and given["checksum"] == checksum(article, given)


def restored(article: Article, given: Mapping[str, Any]) -> SplitArticle:
    """What the index held, of an untouched line."""
    statements = tuple(map(statement_of, given["statements"]))
    countries, territories = tuple(given["countries"]), tuple(given["territories"])
    extraction = Extraction(countries, territories, statements, given["extractor"])
    return SplitArticle(article, extraction, datetime.fromisoformat(given["ingested_at"]))


def statement_of(told: Mapping[str, Any]) -> Statement:
    """As the schema would load it, which takes twenty times as long to check what the checksum vouches for."""
    speaker, cue = told["speaker"], told["cue"]
    return Statement(
        id=told["id"],
        kind=Kind(told["kind"]),
        text=told["text"],
        spans=tuple(map(span_of, told["spans"])),
        speaker=speaker
        and Speaker(
            name=speaker["name"],
            mention=span_of(speaker["mention"]),
            role=speaker["role"],
            organisation=speaker["organisation"],
            countries=tuple(speaker["countries"]),
        ),
        cue=cue and Cue(cue["text"], span_of(cue["span"]), cue["lemma"], Act(cue["act"])),
        countries=tuple(told["countries"]),
        territories=tuple(told["territories"]),
        said_on=told["said_on"] and PartialDate.parse(told["said_on"]),
        context=Context(told["context"]["before"], told["context"]["after"]),
        fingerprint=told["fingerprint"],
    )


def span_of(told: Sequence[int]) -> Span:
    return Span(*told)
