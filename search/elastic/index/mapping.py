"""How the two indices are laid out; what the fields hold, search/documents/index_fields.py tells, and which of them one
can ask for, schemas/fields.py.

Words come ready made, so the only analyser is the one that splits at spaces. What is only looked up by is kept out of
`_source`: results are read from `stored` alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from schemas.fields import FIELDS, Field, Value
from search.documents import serialization
from search.documents.index_fields import spelling_field, words_field

LAYOUT = 1  # raise it with every change here
MAPPING_VERSION = f"{serialization.MAPPING_VERSION}.{LAYOUT}"

SETTINGS: Mapping[str, Any] = {
    # A second node gets a copy of each shard by itself; how many shards is left to the operator's index templates.
    "auto_expand_replicas": "0-1",
}

KEYWORD = {"type": "keyword", "ignore_above": 8000}  # characters: a term of more than 32,766 bytes is refused
DAY = {"type": "integer"}
SORT_KEY = {"type": "long", "index": False}
SPLIT_WORDS = {"type": "text", "analyzer": "whitespace"}  # 100 positions lie between two texts of a list
NAME = SPLIT_WORDS | {"norms": False, "index_options": "docs"}
COUNTED = KEYWORD | {"index": False}
ONLY_FOUND = {"type": "keyword", "doc_values": False}
ONLY_KEPT = {"type": "keyword", "index": False, "doc_values": False}
JSON = {"type": "object", "enabled": False}


def mapping(properties: Mapping[str, Any], not_kept: tuple[str, ...] = ()) -> Mapping[str, Any]:
    return {
        "dynamic": "strict",
        "_meta": {"demarche_mapping": MAPPING_VERSION},
        "_source": {"excludes": list(not_kept)},
        "properties": properties,
    }


def dated(name: str) -> dict[str, Any]:
    days = {f"{name}_{field}": DAY for field in ("first", "last", "day", "month", "year")}
    return days | {f"{name}_{order}": SORT_KEY for order in ("newest", "oldest")}


def field(name: str, value: Value) -> dict[str, Any]:
    """How a field of the table is laid out."""
    match value:
        case Value.DATE:
            return dated(name)
        case Value.NAME:
            return {words_field(name): NAME}
        case Value.IDENTITY | Value.BODY:
            return {name: KEYWORD, spelling_field(name): COUNTED, words_field(name): NAME}
        case Value.COUNTRY | Value.TERRITORY | Value.SOURCE | Value.CHOICE:
            return {name: KEYWORD}


def of_table(fields: Iterable[Field]) -> dict[str, Any]:
    return {name: layout for each in fields for name, layout in field(each.name, each.value).items()}


LOOKED_UP: dict[str, Any] = {
    "id": KEYWORD,
    "article": KEYWORD,
    "place": {"type": "integer"},
    "stems": SPLIT_WORDS,
    "words": SPLIT_WORDS,
    "title_stems": SPLIT_WORDS,
    "title_words": SPLIT_WORDS,
    "fingerprint": KEYWORD,
    "fragment": {"type": "boolean"},
    **of_table(FIELDS),
}
STATEMENTS = mapping(LOOKED_UP | {"stored": JSON}, not_kept=tuple(LOOKED_UP))

# `writing` is there while the article's statements are being written (storing/writer.py), `digest` once they were, and
# `deleted` where nothing is left of the article but that it was deleted, for a rebuild to see.
# Marking is a partial update, which indexes anew only what is in `_source`, so nothing is kept out of it.
ARTICLES = mapping(
    {
        "id": KEYWORD,
        "stems": SPLIT_WORDS,
        "words": SPLIT_WORDS,
        "text_stems": SPLIT_WORDS,
        "text_words": SPLIT_WORDS,
        "title_stems": SPLIT_WORDS,
        "title_words": SPLIT_WORDS,
        "extractor": KEYWORD,
        "text_fingerprint": KEYWORD,
        "bands": ONLY_FOUND,
        **of_table(field for field in FIELDS if field.in_articles),
        "stored": JSON,
        "digest": KEYWORD,
        "deleted": {"type": "boolean"},
        "statement_ids": ONLY_KEPT,
        "writing": ONLY_KEPT,
    }
)
