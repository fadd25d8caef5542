"""Articles in and out: sent, split without being stored, deleted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import flask

from api.access.authentication import Needs, needs
from api.context import current_engine
from api.errors.failures import Refused
from api.monitoring import metrics
from api.openapi.blueprint import Blueprint
from api.v1.article_receiver import current_receiver
from api.v1.json_body import json_body
from api.v1.slots import TEXTS, with_slot
from schemas.ingestion import TOO_LONG, Flaw, Outcome, Received
from schemas.problem import Fault
from schemas.statement import SplitArticle, Statement
from schemas.wire.ingestion import OneExtractedSchema, SentArticleSchema, WrittenSchema

MOST_ARTICLES = 100  # in one request: they are split while the client waits

LIST = {"type": "array", "items": SentArticleSchema, "maxItems": MOST_ARTICLES}
ONE_OR_MANY = {"oneOf": [SentArticleSchema, LIST]}

blueprint = Blueprint("writing", __name__, url_prefix="/v1", description="Articles in and out")


@dataclass(frozen=True, slots=True)
class Result:
    """One article's line in the answer."""

    status: str
    id: str | None
    url: str | None
    statements: int | None
    language: str | None
    split: bool | None
    errors: Sequence[Fault]
    warnings: Sequence[Fault]


@dataclass(frozen=True, slots=True)
class Written:
    data: Sequence[Result]
    counts: dict[str, int]


@dataclass(frozen=True, slots=True)
class Extracted:
    id: str
    content_hash: str
    language: str | None
    split: bool
    countries: Sequence[str]
    territories: Sequence[str]
    extractor: str
    statements: Sequence[Statement]


@blueprint.operation("/articles", method="POST", answer=WrittenSchema, statuses=(200, 201), body=ONE_OR_MANY)
@needs(Needs.WRITING_KEY)
@with_slot(TEXTS)
def add_articles() -> tuple[Written, int, dict[str, str]]:
    """Split articles into statements and store them

    One article, as an object, or up to 100 as a list. Each has its own result, in their order: one that is refused
    costs the others nothing. An article that is stored already and has not changed is left as it is; a changed one
    replaces its statements. An `id` names it within its outlet, and the answer gives the id that it has here. A member
    that no article has is refused. A single new article gives 201 and its address; a single one that is refused gives
    422.
    """
    body = json_body()
    many = isinstance(body, list)
    documents = body if many else [body]
    if len(documents) > MOST_ARTICLES:
        hint = "send them in several requests"
        detail = f"these are {len(documents):,} articles, more than {MOST_ARTICLES}"
        raise Refused(413, Fault("too-many-articles", detail, "body", hint=hint))
    results = current_receiver().receive(documents)
    if not many and results[0].outcome is Outcome.REFUSED:
        raise refusal(results[0])
    count(results)
    written = [result(one, f"/{place}" if many else "") for place, one in enumerate(results)]
    answer = Written(written, dict(Counter(one.status for one in written)))
    if many or results[0].outcome is not Outcome.ADDED:
        return answer, 200, {}
    return answer, 201, {"Location": str(written[0].url)}


@blueprint.operation("/articles/<article_id>", method="DELETE", statuses=(204,))
@needs(Needs.WRITING_KEY)
def delete_article(article_id: str) -> None:
    """Delete an article and all its statements"""
    current_engine().delete(article_id)


@blueprint.operation("/extract", method="POST", answer=OneExtractedSchema, body=SentArticleSchema)
@needs(Needs.KEY)
@with_slot(TEXTS)
def extract() -> dict[str, Extracted]:
    """Split one article into statements, and store nothing"""
    split = current_receiver().split(json_body())
    if isinstance(split, Received):
        raise refusal(split)
    return {"data": extracted_of(split)}


def extracted_of(split: SplitArticle) -> Extracted:
    article, found = split.article, split.extraction
    return Extracted(
        id=article.id,
        content_hash=article.content_hash,
        language=article.language,
        split=found.split,
        countries=found.countries,
        territories=found.territories,
        extractor=found.extractor,
        statements=found.statements,
    )


def result(one: Received, place: str) -> Result:
    stored = one.id is not None and one.outcome is not Outcome.REFUSED
    url = flask.url_for("articles.article", article_id=one.id) if stored else None
    errors, warnings = (tuple(faults(flaws, place, one.code)) for flaws in (one.flaws, one.warnings))
    return Result(one.outcome.value, one.id, url, one.statements, one.language, one.split, errors, warnings)


def refusal(one: Received) -> Refused:
    """The only article of a request: 413 where it is too much, else 422."""
    return Refused(413 if one.code == TOO_LONG else 422, *faults(one.flaws, "", one.code))


def faults(flaws: Sequence[Flaw], place: str, code: str) -> Iterator[Fault]:
    """`place` is the article's own in the body, as a JSON pointer (RFC 6901)."""
    for member, reason, hint in flaws:
        where = place + "".join(f"/{step}" for step in member.split(".") if step) or "body"
        yield Fault(code, reason, where, hint=hint)


def count(results: Sequence[Received]) -> None:
    for one in results:
        metrics.articles.labels(one.outcome.value).inc()
        metrics.statements.inc(one.statements or 0)
