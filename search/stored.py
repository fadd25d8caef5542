"""What engines store: the fields they search, and an article and its statements as JSON values and back.

Both engines index the same fields with the same values, so that they can't differ. Dates are days as `date.toordinal`
counts them. Results are read from `stored`, never from the indexed fields.
"""

from __future__ import annotations

import hashlib
from datetime import datetime
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
    FoundStatement,
    Kind,
    Span,
    Speaker,
    SplitArticle,
    Statement,
)
from search.analysis import stems, tokens, words

MAPPING_VERSION = 1  # raise it with every change to what is indexed or stored: an older index must be built anew

Json = dict[str, Any]


def head(article: Article) -> ArticleHead:
    return ArticleHead(article.id, article.title, article.url, article.source, article.published_on)


def indexed(statement: Statement, article: ArticleHead, place: int) -> Json:
    """The fields of a statement that are searched, filtered, counted and sorted by; unknown ones are left out.

    `place` is its index among the statements of the article.

    `stems` and `words` (folded) are lists: the text, then the speaker's name, role and organisation; no phrase may
    match across them. `title_stems`, `title_words` and `speaker_words` are one text each. Words are separated by
    spaces, ready made.
    """
    speaker = statement.speaker
    searched = [statement.text]
    if speaker:
        searched += filter(None, (speaker.name, speaker.role, speaker.organisation))
    analysed = [list(tokens(text)) for text in searched]
    speaks_for = list(speaker.countries) if speaker else []
    fields: Json = {
        "id": statement.id,
        "article": article.id,
        "stems": [" ".join(token.stem for token in found if token.stem) for found in analysed],
        "words": [" ".join(token.word for token in found) for found in analysed],
        "title_stems": " ".join(stems(article.title)),
        "title_words": " ".join(words(article.title)),
        "country": sorted({*statement.countries, *speaks_for}),
        "speaker_country": sorted(set(speaks_for)),
        "about": sorted(set(statement.countries)),
        "kind": statement.kind.value,
        "place": place,
    }
    if speaker:
        fields |= {"speaker": speaker.name, "speaker_words": " ".join(words(speaker.name))}
    if article.source:
        fields["source"] = article.source.id
    for name, day in (("said", statement.said_on), ("published", article.published_on)):
        fields |= sort_keys(name, day, article.id, place)
        if day:
            fields |= {f"{name}_first": day.first_day.toordinal(), f"{name}_last": day.last_day.toordinal()}
    return fields


# A sort key orders by day, then by article, then by place in the article, in one positive number of 63 bits, so that
# an engine need sort by one field. Both keys are sorted downwards, and an unknown day is 0: it stands last in both.
# Keys of two statements may be equal; these are ordered by id, upwards.
ARTICLE_BITS, PLACE_BITS = 25, 16
LAST_DAY = (1 << 22) - 1  # the year 9999 ends before it


def sort_keys(name: str, day: PartialDate | None, article_id: str, place: int) -> dict[str, int]:
    first = day.first_day.toordinal() if day else None
    hashed = int.from_bytes(hashlib.blake2b(article_id.encode(), digest_size=4).digest()) >> (32 - ARTICLE_BITS)
    last_place = (1 << PLACE_BITS) - 1
    low = hashed << PLACE_BITS | last_place - min(place, last_place)
    return {
        f"{name}_newest": (first or 0) << (ARTICLE_BITS + PLACE_BITS) | low,
        f"{name}_oldest": (LAST_DAY - first if first else 0) << (ARTICLE_BITS + PLACE_BITS) | low,
    }


def digest(split: SplitArticle) -> str:
    """Equal for what would be stored the same, whenever it came in: hex SHA-256."""
    document = article_to_json(split)
    document.pop("ingested_at")
    statements = [statement_to_json(statement) for statement in split.extraction.statements]
    return hashlib.sha256(orjson.dumps([document, statements])).hexdigest()


def found_to_json(statement: Statement, article: ArticleHead) -> Json:
    return {"statement": statement_to_json(statement), "article": head_to_json(article)}


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
    }


def article_from_json(stored: Json, statements: tuple[Statement, ...]) -> SplitArticle:
    about = head_from_json(stored)
    article = Article(stored["text"], about.title, about.url, about.source, about.published_on, stored["language"])
    countries, territories = tuple(stored["countries"]), tuple(stored["territories"])
    extraction = Extraction(countries, territories, statements, stored["extractor"])
    return SplitArticle(article, extraction, datetime.fromisoformat(stored["ingested_at"]))


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


def date_from_json(text: str | None) -> PartialDate | None:
    return PartialDate.parse(text) if text else None
