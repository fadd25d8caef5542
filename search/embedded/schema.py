"""How the index is laid out, and what its documents look like. A change here needs a new MAPPING_VERSION.

Articles and statements are documents of one index, told apart by `what`, so that one commit holds an article with all
its statements or nothing of it. Both carry the article's id, so that one deletion takes all of it.
"""

from __future__ import annotations

from collections.abc import Iterator

import orjson
from tantivy import Document, Schema, SchemaBuilder

from schemas.statement import SplitArticle
from search.stored import Json, article_to_json, found_to_json, head, indexed

STATEMENT = "statement"
ARTICLE = "article"

SPLIT_WORDS = ("stems", "words", "title_stems", "title_words")
FACET_FIELDS = ("country", "speaker_country", "about", "speaker", "source", "kind")
DAY_FIELDS = ("said_first", "said_last", "published_first", "published_last")
SORT_FIELDS = ("said_newest", "said_oldest", "published_newest", "published_oldest")


def schema() -> Schema:
    builder = SchemaBuilder()
    for field in ("what", "id", "article"):
        builder.add_text_field(field, tokenizer_name="raw", index_option="basic")
    for field in SPLIT_WORDS:
        builder.add_text_field(field, tokenizer_name="whitespace", index_option="position")
    builder.add_text_field("speaker_words", tokenizer_name="whitespace", index_option="basic")
    for field in FACET_FIELDS:
        builder.add_text_field(field, tokenizer_name="raw", index_option="basic", fast=True)
    for field in ("place", *DAY_FIELDS, *SORT_FIELDS):
        builder.add_unsigned_field(field, fast=True)
    builder.add_bytes_field("stored", stored=True)
    return builder.build()


def documents(split: SplitArticle, digest: str, layout: Schema) -> Iterator[Document]:
    article = head(split.article)
    kept = article_to_json(split) | {"digest": digest}
    yield document({"what": ARTICLE, "article": article.id}, kept, layout)
    for place, statement in enumerate(split.extraction.statements):
        fields = indexed(statement, article, place)
        yield document(fields | {"what": STATEMENT}, found_to_json(statement, article), layout)


def document(fields: Json, stored: Json, layout: Schema) -> Document:
    return Document.from_dict(fields | {"stored": orjson.dumps(stored)}, layout)
