"""What engines store: an article and its statements as JSON values and back.

Results are read from this, never from the fields that they are searched by: search/documents/index_fields.py.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any

import orjson

from schemas.article import Article, Source
from schemas.dates import PartialDate
from schemas.statement import (
    Act,
    ArticleHead,
    Context,
    Cue,
    Extraction,
    FoundArticle,
    FoundStatement,
    Kind,
    Span,
    Speaker,
    SplitArticle,
    Statement,
)

MAPPING_VERSION = 5  # raise it with every change to what is indexed or stored: an older index must be built anew

Json = dict[str, Any]


def head(article: Article) -> ArticleHead:
    return ArticleHead(article.id, article.title, article.url, article.source, article.published_on)


@dataclass(frozen=True, slots=True)
class Stored:
    """What is stored of an article and, in their order, of its statements.

    `digest` is equal for what would be stored the same, whenever it came in: hex SHA-256. The article holds it too.
    """

    article: Json
    statements: list[Json]
    digest: str

    @classmethod
    def of(cls, split: SplitArticle) -> Stored:
        article, about = article_to_json(split), head_to_json(head(split.article))
        statements = [statement_to_json(statement) for statement in split.extraction.statements]
        timeless = {name: value for name, value in article.items() if name != "ingested_at"}
        digest = hashlib.sha256(orjson.dumps([timeless, statements])).hexdigest()
        found: list[Json] = [{"statement": statement, "article": about} for statement in statements]
        return cls(article | {"digest": digest}, found, digest)


def found_from_json(stored: Json, highlight: tuple[str, ...] = ()) -> FoundStatement:
    return FoundStatement(statement_from_json(stored["statement"]), head_from_json(stored["article"]), highlight)


def article_to_json(split: SplitArticle) -> Json:
    """All but the statements, which are stored by themselves."""
    article, extraction = split.article, split.extraction
    return head_to_json(head(article)) | {
        "text": article.text,
        "language": article.language,
        "content_hash": article.content_hash,
        "countries": list(extraction.countries),
        "territories": list(extraction.territories),
        "split": extraction.split,
        "extractor": extraction.extractor,
        "ingested_at": split.ingested_at.isoformat(),
        "statements": len(extraction.statements),
    }


def article_from_json(stored: Json, statements: tuple[Statement, ...]) -> SplitArticle:
    about = head_from_json(stored)
    article = Article(
        stored["text"], about.title, about.url, about.source, about.published_on, stored["language"], about.id
    )
    countries, territories = tuple(stored["countries"]), tuple(stored["territories"])
    split = stored.get("split", True)  # which indices before version 5 don't say
    extraction = Extraction(countries, territories, statements, stored["extractor"], split)
    return SplitArticle(article, extraction, datetime.fromisoformat(stored["ingested_at"]))


def found_article_from_json(stored: Json) -> FoundArticle:
    return FoundArticle(
        article=head_from_json(stored),
        language=stored["language"],
        split=stored["split"],
        countries=tuple(stored["countries"]),
        territories=tuple(stored["territories"]),
        statements=stored["statements"],
        extractor=stored["extractor"],
        ingested_at=datetime.fromisoformat(stored["ingested_at"]),
    )


def head_to_json(article: ArticleHead) -> Json:
    source = article.source
    return {
        "id": article.id,
        "title": article.title,
        "url": article.url,
        "source": {"id": source.id, "name": source.name} if source else None,
        "published_on": date_to_json(article.published_on),
    }


def head_from_json(stored: Json) -> ArticleHead:
    source = Source(**stored["source"]) if stored["source"] else None
    return ArticleHead(stored["id"], stored["title"], stored["url"], source, date_from_json(stored["published_on"]))


def statement_to_json(statement: Statement) -> Json:
    speaker, cue = statement.speaker, statement.cue
    return {
        "id": statement.id,
        "kind": statement.kind.value,
        "text": statement.text,
        "spans": [list(span) for span in statement.spans],
        "speaker": {
            "name": speaker.name,
            "mention": list(speaker.mention),
            "role": speaker.role,
            "organisation": speaker.organisation,
            "countries": list(speaker.countries),
        }
        if speaker
        else None,
        "cue": {"text": cue.text, "span": list(cue.span), "lemma": cue.lemma, "act": cue.act.value} if cue else None,
        "countries": list(statement.countries),
        "territories": list(statement.territories),
        "said_on": date_to_json(statement.said_on),
        "context": [statement.context.before, statement.context.after],
        "fingerprint": statement.fingerprint,
    }


def statement_from_json(stored: Json) -> Statement:
    return Statement(
        id=stored["id"],
        kind=Kind(stored["kind"]),
        text=stored["text"],
        spans=tuple(Span(*span) for span in stored["spans"]),
        speaker=speaker_from_json(stored["speaker"]) if stored["speaker"] else None,
        cue=cue_from_json(stored["cue"]) if stored["cue"] else None,
        countries=tuple(stored["countries"]),
        territories=tuple(stored["territories"]),
        said_on=date_from_json(stored["said_on"]),
        context=Context(*stored["context"]),
        fingerprint=stored["fingerprint"],
    )


def speaker_from_json(stored: Json) -> Speaker:
    return Speaker(
        name=stored["name"],
        mention=Span(*stored["mention"]),
        role=stored["role"],
        organisation=stored["organisation"],
        countries=tuple(stored["countries"]),
    )


def cue_from_json(stored: Json) -> Cue:
    return Cue(stored["text"], Span(*stored["span"]), stored["lemma"], Act(stored["act"]))


def date_to_json(date: PartialDate | None) -> str | None:
    return str(date) if date else None


@lru_cache(maxsize=1 << 12)  # a page shows few days, again and again
def date_from_json(text: str | None) -> PartialDate | None:
    return PartialDate.parse(text) if text else None
