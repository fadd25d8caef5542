"""How the two indices are laid out; what the fields hold, search/stored.py tells.

Words come ready made, so the only analyser is the one that splits at spaces. What is only looked up by is kept out of
`_source`: results are read from `stored` alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from search import stored

LAYOUT = 1  # raise it with every change here
MAPPING_VERSION = f"{stored.MAPPING_VERSION}.{LAYOUT}"

SETTINGS: Mapping[str, Any] = {
    # A second node gets a copy of each shard by itself; how many shards is left to the operator's index templates.
    "auto_expand_replicas": "0-1",
}

KEYWORD = {"type": "keyword", "ignore_above": 8000}  # characters: a term of more than 32,766 bytes is refused
DAY = {"type": "integer"}
SORT_KEY = {"type": "long", "index": False}
SPLIT_WORDS = {"type": "text", "analyzer": "whitespace"}
ONLY_KEPT = {"type": "keyword", "index": False, "doc_values": False}
JSON = {"type": "object", "enabled": False}


def mapping(properties: Mapping[str, Any], not_kept: tuple[str, ...] = ()) -> Mapping[str, Any]:
    return {
        "dynamic": "strict",
        "_meta": {"demarche_mapping": MAPPING_VERSION},
        "_source": {"excludes": list(not_kept)},
        "properties": properties,
    }


LOOKED_UP: dict[str, Any] = {
    "id": KEYWORD,
    "article": KEYWORD,
    "place": {"type": "integer"},
    "stems": SPLIT_WORDS,
    "words": SPLIT_WORDS,
    "title_stems": SPLIT_WORDS,
    "title_words": SPLIT_WORDS,
    "speaker_words": SPLIT_WORDS | {"norms": False, "index_options": "docs"},
    "country": KEYWORD,
    "speaker_country": KEYWORD,
    "about": KEYWORD,
    "speaker": KEYWORD,
    "source": KEYWORD,
    "kind": KEYWORD,
    "said_first": DAY,
    "said_last": DAY,
    "said_newest": SORT_KEY,
    "said_oldest": SORT_KEY,
    "published_first": DAY,
    "published_last": DAY,
    "published_newest": SORT_KEY,
    "published_oldest": SORT_KEY,
}
STATEMENTS = mapping(LOOKED_UP | {"stored": JSON}, not_kept=tuple(LOOKED_UP))

# `writing` is there while the article's statements are being written (writing.py), `digest` once they have been.
ARTICLES = mapping({"stored": JSON, "digest": KEYWORD, "statement_ids": ONLY_KEPT, "writing": ONLY_KEPT})
