"""From what an input tells to an article: the last steps, which all readers share."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from marshmallow import EXCLUDE, ValidationError

from indexer.readers.faults import flat, reason
from indexer.readers.reading import MAX_INPUT, Input, Loaded, Reading, Refusal, Refused
from indexer.readers.sanity import checked
from schemas.article import Article
from schemas.wire.article import ArticleSchema

SCHEMA = ArticleSchema(unknown=EXCLUDE)  # made once: to make it takes as long as to load an article


def article_of(told: Mapping[str, object]) -> Article:
    """In the names of `schemas.wire.article`, other keys being left alone; Refusal names what is wrong with it."""
    try:
        return checked(Article(**SCHEMA.load(told)))
    except ValidationError as error:
        raise Refusal(reason(error), list(flat(error.messages))) from None


def the_one_in(source: Input, article: Callable[[bytes], Article]) -> Reading:
    """Of an input that holds one article: the article, or why it could not be read."""
    data = source.stream.read(MAX_INPUT + 1)
    if len(data) > MAX_INPUT:
        return Refused(source.origin, f"is longer than {MAX_INPUT:,} bytes: it is no article", len(data))
    try:
        return Loaded(article(data), source.origin, len(data))
    except Refusal as refusal:
        return Refused(source.origin, str(refusal), len(data))
