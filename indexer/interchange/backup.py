"""Articles as `demarche export articles` writes them: what the index holds of each, so that it can be held again.

A line is what `demarche extract` prints, with the extractor's version, the moment of indexing, and a checksum. Where
the checksum is right, nobody has touched the line, and it is taken back as it is. Where it is not, its statements are
taken as anybody's are: see `indexer.interchange.statements`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import lru_cache
from typing import Any

import msgspec
import orjson

from indexer.inputs.result import Refusal
from schemas.article import Article, Source
from schemas.article_ids import OWN_FORM, short_hash
from schemas.dates.partial_dates import PartialDate
from schemas.statement import Context, Extraction, Speaker, SplitArticle, Statement, Target
from schemas.wire.article import ArticleSchema
from schemas.wire.statement import StatementSchema
from search.documents.serialization import known_date

KEPT = ("countries", "territories", "statements", "split", "extractor", "ingested_at")  # of what an index holds

FOREIGN = (
    "its checksum is right, but this version of Demarche exports no such line: without the checksum it is taken as an "
    "article with its statements"
)

# What each of these has in every export; ids, and which basis a speaker has, those of before do not tell.
OF_SPEAKER = Speaker.__dataclass_fields__.keys() - {"basis", "id"}
OF_TARGET, OF_CONTEXT = Target.__dataclass_fields__.keys() - {"id"}, Context.__dataclass_fields__.keys()

article_schema, statement_schema = ArticleSchema(), StatementSchema()


def write_line(split: SplitArticle) -> bytes:
    """The line of an article, without its end."""
    article, extraction = split.article, split.extraction
    kept = {
        "countries": extraction.countries,
        "territories": extraction.territories,
        "statements": statement_schema.dump(extraction.statements, many=True),
        "split": extraction.split,
        "extractor": extraction.extractor,
        "ingested_at": split.ingested_at.isoformat(),
    }
    document = {"id": article.id, **article_schema.dump(article), **kept, "checksum": checksum(article, kept)}
    return orjson.dumps(document)


def checksum(article: Article, kept: Mapping[str, Any]) -> str:
    """Of all that the line holds: a slip of the hand is found, a forger is not."""
    told = [article.content_hash, *(kept.get(name) for name in KEPT)]
    return short_hash(orjson.dumps(told, option=orjson.OPT_SORT_KEYS).decode())


def read_untouched(told: Mapping[str, Any]) -> Article | None:
    """The article of a line that nobody has touched, None of any other.

    Read without a look at each field, which takes as long as all else that is done to read a line: the checksum
    vouches for them. A source's id follows from its name, as everywhere. The id is the one that the index had it under,
    of which its statements' ids are made too.
    """
    if told.get("checksum") is None:
        return None
    source, day = told.get("source"), told.get("published_on")
    try:
        article = Article(
            text=text(told["text"]),
            title=text(told["title"]),
            url=text_or_none(told["url"]),
            source=source and named(text(source["name"])),
            published_on=day and PartialDate.parse(day),
            language=text_or_none(told["language"]),
            own_id=own_id(told),
        )
    except (AttributeError, KeyError, TypeError, ValueError):
        return None
    return article if told["checksum"] == checksum(article, told) else None


def own_id(told: Mapping[str, Any]) -> str:
    id_ = text(told["id"])
    if not OWN_FORM.fullmatch(id_):
        raise ValueError("is no id of an index")
    return id_


named = lru_cache(maxsize=1 << 12)(Source.named)  # outlets come again and again


def restore(article: Article, given: Mapping[str, Any]) -> SplitArticle:
    """What the index held, of an untouched line. Refusal where no index of this version can have held it."""
    try:
        statements = statements_of(given["statements"])
        check_ids(statements, article.id)
        countries, territories = texts(given["countries"]), texts(given["territories"])
        extraction = Extraction(countries, territories, statements, text(given["extractor"]), flag(given["split"]))
        return SplitArticle(article, extraction, datetime.fromisoformat(given["ingested_at"]))
    except (AttributeError, KeyError, TypeError, ValueError):
        raise Refusal(FOREIGN) from None


def check_ids(statements: Sequence[Statement], article_id: str) -> None:
    if not all(statement.id.startswith(f"{article_id}-") for statement in statements):
        raise ValueError("holds statements of another article")


def statements_of(told: Any) -> tuple[Statement, ...]:
    """As the schema would load them, which takes nearly thirty times as long to check what the checksum vouches for."""
    statements = msgspec.convert(told, tuple[Statement, ...], dec_hook=known_date)
    if not all(map(is_whole, told)):
        raise ValueError("leaves out what an index holds")
    return statements


def is_whole(statement: Mapping[str, Any]) -> bool:
    """Whether it has all members of those of its parts that may leave some out."""
    speaker, target, context = statement["speaker"], statement.get("target"), statement["context"]
    return (
        (speaker is None or speaker.keys() >= OF_SPEAKER)
        and (target is None or target.keys() >= OF_TARGET)
        and (context is None or context.keys() >= OF_CONTEXT)
    )


def text(told: object) -> str:
    if not isinstance(told, str):
        raise TypeError("is no text")
    return told


def text_or_none(told: object) -> str | None:
    return None if told is None else text(told)


def flag(told: object) -> bool:
    if not isinstance(told, bool):
        raise TypeError("is neither true nor false")
    return told


def texts(told: object) -> tuple[str, ...]:
    if not isinstance(told, list):
        raise TypeError("is no list")
    return tuple(map(text, told)) if told else ()
