"""What engines store: the fields they search, and an article and its statements as JSON values and back.

Both engines index the same fields with the same values, so that they can't differ. Dates are days as `date.toordinal`
counts them. Results are read from `stored`, never from the indexed fields.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
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
from search.analysis import searched, searched_name
from search.shingles import Shingled

MAPPING_VERSION = 4  # raise it with every change to what is indexed or stored: an older index must be built anew

Json = dict[str, Any]


def head(article: Article) -> ArticleHead:
    return ArticleHead(article.id, article.title, article.url, article.source, article.published_on)


def indexed_article(split: SplitArticle) -> Json:
    """What articles are searched, filtered and sorted by, and their copies found by; unknown fields are left out."""
    article, extraction = split.article, split.extraction
    shingled = Shingled.of(article)
    fields: Json = {
        "country": sorted(set(extraction.countries)),
        "extractor": extraction.extractor,
        "text_fingerprint": shingled.fingerprint,
        "bands": list(shingled.bands),
    }
    return fields | titled(article) | dated("published", article.published_on, article.id, 0)


def indexed_statements(split: SplitArticle) -> Iterator[tuple[Statement, Json]]:
    """Each statement with the fields that it is searched, filtered, counted and sorted by; unknown ones are left out.

    `place` is its index among the statements of the article.

    `stems` and `words` (folded) are lists: the text, then the speaker's name, role and organisation; nothing may match
    across them. `title_stems`, `title_words`, `speaker_words` and `organisation_words` are one text each. Words are
    separated by spaces, ready made.
    """
    article = split.article
    title = titled(article)
    for place, statement in enumerate(split.extraction.statements):
        spoken = by_whom(statement)
        published = dated("published", article.published_on, article.id, place)
        said = dated("said", statement.said_on, article.id, place)
        act = {"act": statement.cue.act.value} if statement.cue else {}
        fields: Json = {
            "id": statement.id,
            "article": article.id,
            "about": sorted(set(statement.countries)),
            "kind": statement.kind.value,
            "fingerprint": statement.fingerprint,
            "place": place,
        }
        yield statement, fields | title | spoken | act | said | published


def titled(article: Article) -> Json:
    title = searched(article.title)
    fields = {"title_stems": title.stems, "title_words": title.words}
    return fields | {"source": article.source.id} if article.source else fields


def by_whom(statement: Statement) -> Json:
    """What was said and who said it."""
    speaker = statement.speaker
    told = [searched(statement.text)]
    if speaker:
        told += map(searched_name, filter(None, (speaker.name, speaker.role, speaker.organisation)))
    speaks_for = set(speaker.countries) if speaker else set()
    fields: Json = {
        "stems": [found.stems for found in told],
        "words": [found.words for found in told],
        "country": sorted(speaks_for.union(statement.countries)),
        "speaker_country": sorted(speaks_for),
    }
    if speaker:
        fields |= {"speaker": speaker.name, "speaker_words": searched_name(speaker.name).words}
    if speaker and speaker.organisation:
        organisation = speaker.organisation
        fields |= {"organisation": organisation, "organisation_words": searched_name(organisation).words}
    return fields


def dated(name: str, day: PartialDate | None, article_id: str, place: int) -> Json:
    """Sort keys, the days between which the date lies, and as much of day, month and year as is known.

    A month is counted from January of the year 0.
    """
    fields: Json = sort_keys(name, day, article_id, place)
    if day:
        first, last = day.first_day.toordinal(), day.last_day.toordinal()
        fields |= {f"{name}_first": first, f"{name}_last": last, f"{name}_year": day.year}
        if day.month:
            fields[f"{name}_month"] = day.year * 12 + day.month - 1
        if day.day:
            fields[f"{name}_day"] = first
    return fields


# A sort key orders by day, then by article, then by place in the article, in one positive number of 63 bits, so that
# an engine need sort by one field. Both keys are sorted downwards, and an unknown day is 0: it stands last in both.
# Keys of two statements may be equal; these are ordered by id, upwards.
ARTICLE_BITS, PLACE_BITS = 25, 16
LAST_DAY = (1 << 22) - 1  # the year 9999 ends before it


def sort_keys(name: str, day: PartialDate | None, article_id: str, place: int) -> dict[str, int]:
    first = day.first_day.toordinal() if day else None
    hashed = article_bits(article_id)
    last_place = (1 << PLACE_BITS) - 1
    low = hashed << PLACE_BITS | last_place - min(place, last_place)
    return {
        f"{name}_newest": (first or 0) << (ARTICLE_BITS + PLACE_BITS) | low,
        f"{name}_oldest": (LAST_DAY - first if first else 0) << (ARTICLE_BITS + PLACE_BITS) | low,
    }


@lru_cache(maxsize=16)  # an article's statements come one after the other
def article_bits(article_id: str) -> int:
    return int.from_bytes(hashlib.blake2b(article_id.encode(), digest_size=4).digest()) >> (32 - ARTICLE_BITS)


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
        "extractor": extraction.extractor,
        "ingested_at": split.ingested_at.isoformat(),
        "statements": len(extraction.statements),
    }


def article_from_json(stored: Json, statements: tuple[Statement, ...]) -> SplitArticle:
    about = head_from_json(stored)
    article = Article(stored["text"], about.title, about.url, about.source, about.published_on, stored["language"])
    countries, territories = tuple(stored["countries"]), tuple(stored["territories"])
    extraction = Extraction(countries, territories, statements, stored["extractor"])
    return SplitArticle(article, extraction, datetime.fromisoformat(stored["ingested_at"]))


def found_article_from_json(stored: Json) -> FoundArticle:
    return FoundArticle(
        article=head_from_json(stored),
        language=stored["language"],
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
