"""From what an input tells to an article: the last steps, which all readers share."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from marshmallow import EXCLUDE, ValidationError

from indexer.inputs.hosts import site_of
from indexer.inputs.input import MAX_INPUT, Input
from indexer.inputs.result import Loaded, Reading, Refusal, Refused
from indexer.inputs.validation import flat, reason
from indexer.readers.articles.sanity import check
from schemas.article import Article
from schemas.article_ids import by_given_id, by_guid
from schemas.wire.article import ArticleSchema

SCHEMA = ArticleSchema(unknown=EXCLUDE)  # made once: to make it takes as long as to load an article


def article_of(told: Mapping[str, object], guid: str | None = None) -> Article:
    """In the names of `schemas.wire.article`, other keys being left alone; Refusal names what is wrong with it.

    A `guid` is what a feed tells its entry apart by, where the address does not. A fault in the address costs the
    address, and not the article.
    """
    try:
        return check(identify(SCHEMA.load(told), guid))
    except ValidationError as error:
        faults = list(flat(error.messages))
        if {member for member, _ in faults} != {"url"}:
            raise Refusal(reason(error), faults) from None
        without = article_of({member: value for member, value in told.items() if member != "url"}, guid)
        return replace(without, left_out=tuple(faults))


def identify(loaded: dict[str, Any], guid: str | None) -> Article:
    """With the id that came with it, if one did, as one of its outlet."""
    given = loaded.pop("id", None)
    article = Article(**loaded)
    namespace = article.source.id if article.source else site_of(article.url)
    if given is not None:
        return replace(article, own_id=by_given_id(given, namespace))
    return replace(article, own_id=by_guid(guid, namespace)) if guid else article


def the_one_in(source: Input, article: Callable[[bytes], Article]) -> Reading:
    """Of an input that holds one article: the article, or why it could not be read."""
    data = source.stream.read(MAX_INPUT + 1)
    if len(data) > MAX_INPUT:
        return Refused(source.origin, f"is longer than {MAX_INPUT:,} bytes: it is no article", len(data))
    try:
        return Loaded(article(data), source.origin, len(data))
    except Refusal as refusal:
        return Refused(source.origin, str(refusal), len(data))
