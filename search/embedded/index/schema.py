"""How the index is laid out, and what its documents look like. A change here needs a new MAPPING_VERSION.

Articles and statements are documents of one index, told apart by `what`, so that one commit holds an article with all
its statements or nothing of it. Both carry the article's id, so that one deletion takes all of it. An article's other
fields have names of their own, so that a search for statements need not exclude articles.
"""

from __future__ import annotations

import hashlib
from functools import lru_cache
from typing import assert_never

from tantivy import Filter, Index, Schema, SchemaBuilder, TextAnalyzerBuilder, Tokenizer

from schemas.fields import FACETS, FIELDS, IDENTITIES, Value
from search.documents.index_fields import spelling_field, words_field

STATEMENT = "statement"
ARTICLE = "article"
OF_ARTICLE = "article_"  # begins the name of each field that only articles have
KEY = "_key"  # ends the name of a field that stands for another's values by numbers
ARTICLE_KEY = f"article{KEY}"  # of a statement
OWN_KEY = f"{OF_ARTICLE}id{KEY}"

SPLIT = "split"  # our tokenizer: at spaces
GAP = 100  # positions between two texts of a field, as Elasticsearch leaves by default
# Takes up a position and is not indexed. It is no letter, so never a word of ours; and it is ASCII, for Python gives
# every character of a text as many bytes as the widest of them needs.
FILLER = "|"
BETWEEN = f" {' '.join([FILLER] * GAP)} "

SPLIT_WORDS = ("stems", "words", "title_stems", "title_words")
SPLIT_WORDS_OF_ARTICLE = tuple(f"{OF_ARTICLE}{name}" for name in (*SPLIT_WORDS, "text_stems", "text_words"))
# Of many values each; counted by their keys, at a third of the cost.
KEYED_FIELDS = tuple(name for name, field in FACETS.items() if field.value in IDENTITIES)
KEYED = (*KEYED_FIELDS, *map(spelling_field, KEYED_FIELDS))
DAY_FIELDS = ("first", "last", "day", "month", "year", "newest", "oldest")


def schema() -> Schema:
    builder = SchemaBuilder()
    for name in ("what", "id", "article", "fragment", f"{OF_ARTICLE}bands"):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    for name in (*SPLIT_WORDS, *SPLIT_WORDS_OF_ARTICLE):
        builder.add_text_field(name, tokenizer_name=SPLIT, index_option="position")
    for name in ("fingerprint", f"{OF_ARTICLE}text_fingerprint", f"{OF_ARTICLE}extractor"):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic", fast=True)
    for field in FIELDS:
        add(builder, field.name, field.value, counted=True)
        if field.in_articles:
            add(builder, f"{OF_ARTICLE}{field.name}", field.value, counted=False)
    builder.add_unsigned_field("place", fast=True)
    builder.add_unsigned_field(ARTICLE_KEY, indexed=True)
    builder.add_unsigned_field(OWN_KEY, fast=True)
    builder.add_bytes_field("stored", stored=True)
    return builder.build()


def add(builder: SchemaBuilder, name: str, value: Value, *, counted: bool) -> None:
    """A field of the table."""
    match value:
        case Value.DATE:
            for part in DAY_FIELDS:
                builder.add_unsigned_field(f"{name}_{part}", fast=True)
        case Value.NAME:
            builder.add_text_field(words_field(name), tokenizer_name=SPLIT, index_option="basic")
        case Value.IDENTITY | Value.BODY:
            for each in (name, spelling_field(name)):
                builder.add_text_field(each, tokenizer_name="raw", index_option="basic", fast=counted)
                builder.add_unsigned_field(f"{each}{KEY}", fast=True, indexed=True)
            builder.add_text_field(words_field(name), tokenizer_name=SPLIT, index_option="basic")
        case Value.COUNTRY | Value.TERRITORY | Value.SOURCE | Value.CHOICE:
            builder.add_text_field(name, tokenizer_name="raw", index_option="basic", fast=counted)
        case _:
            assert_never(value)


def register(index: Index) -> Index:
    """Teach an index that was just opened or made our tokenizer, which tantivy does not keep."""
    filler = Filter.custom_stopword([FILLER])
    index.register_tokenizer(SPLIT, TextAnalyzerBuilder(Tokenizer.whitespace()).filter(filler).build())
    return index


@lru_cache(maxsize=1 << 16)  # names come again and again
def key_of(name: str) -> int:
    """56 bits: of a million names two share a key with a chance of 1 in 100,000."""
    return int.from_bytes(hashlib.blake2b(name.encode(), digest_size=7).digest())
