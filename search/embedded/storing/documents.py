"""An article and its statements as the documents of the index."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tantivy import Document, Schema

from schemas.statement import SplitArticle
from search.documents.index_fields import indexed_article, indexed_statements
from search.documents.serialization import Json, Stored, encoded
from search.embedded.index.schema import (
    ARTICLE,
    ARTICLE_KEY,
    BETWEEN,
    KEY,
    KEYED,
    OF_ARTICLE,
    OWN_KEY,
    SPLIT_WORDS,
    SPLIT_WORDS_OF_ARTICLE,
    STATEMENT,
    key_of,
)
from search.engine import Prepared

KEYS = [(name, f"{name}{KEY}") for name in KEYED]


def prepared(split: SplitArticle) -> Prepared:
    own = {f"{OF_ARTICLE}{name}": value for name, value in indexed_article(split).items()}
    stored = Stored.of(split, own[f"{OF_ARTICLE}text_fingerprint"])
    own |= apart(own, SPLIT_WORDS_OF_ARTICLE)
    of_article = key_of(split.article.id)
    own |= {"what": ARTICLE, "article": split.article.id, OWN_KEY: of_article, "stored": encoded(stored.article)}
    statements: dict[str, Json] = {}
    for (statement, fields), found in zip(indexed_statements(split), stored.statements, strict=True):
        fields |= apart(fields, SPLIT_WORDS)
        fields |= {key: list(map(key_of, fields[name])) for name, key in KEYS if name in fields}
        fields |= {"what": STATEMENT, ARTICLE_KEY: of_article, "stored": encoded(found)}
        statements[statement.id] = fields
    return Prepared(split.article.id, stored.article.digest, own, statements)


def apart(fields: Json, names: Sequence[str]) -> Json:
    """Several texts of one field, across which nothing may match."""
    return {name: BETWEEN.join(fields[name]) for name in names if isinstance(fields.get(name), list)}


def documents(article: Prepared, layout: Schema) -> Iterator[Document]:
    for fields in (article.document, *article.statements.values()):
        yield Document.from_dict(dict(fields), layout)
