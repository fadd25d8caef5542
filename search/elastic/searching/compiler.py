"""From a plan to Elasticsearch's query DSL."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from schemas.query import Sort
from search.documents.index_fields import words_field
from search.language import (
    All,
    Dated,
    Either,
    Filter,
    Fuzzy,
    InArticles,
    Named,
    Near,
    Node,
    Not,
    Phrase,
    Prefix,
    Term,
    Words,
    positive,
)
from search.queries.plan import FRAGMENT_SCORE, TITLE_SCORE, Plan

Clause = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Texts:
    """The fields that words are looked for in, stemmed and exact; the first of each ranks."""

    stemmed: tuple[str, str]
    exact: tuple[str, str]


STATEMENTS = Texts(("stems", "title_stems"), ("words", "title_words"))
WHOLE_ARTICLES = Texts(("text_stems", "title_stems"), ("text_words", "title_words"))

SORTED_BY: dict[Sort, tuple[type, ...]] = {
    Sort.RELEVANCE: (float, int, str),
    Sort.NEWEST: (int, str),
    Sort.OLDEST: (int, str),
}


def matching(plan: Plan, texts: Texts = STATEMENTS) -> Clause:
    """What matches the words and all filters; only the words count for the ranking."""
    clause: Clause = {"filter": [narrowing(node) for node in plan.filters]}
    if plan.tree is not None:
        words = compiled(plan.tree, texts)
        clause["must"] = [lower_fragments(words) if plan.order is Sort.RELEVANCE else words]
    return {"bool": clause}


def lower_fragments(clause: Clause) -> Clause:
    fragment = {"term": {"fragment": True}}
    return {"boosting": {"positive": clause, "negative": fragment, "negative_boost": FRAGMENT_SCORE}}


def compiled(node: Node, texts: Texts) -> Clause:
    match node:
        case Words(found, joined):
            return said_or_titled(*(said(field, found, joined) for field in texts.stemmed))
        case Phrase(found):
            return said_or_titled(*(adjacent(field, found) for field in texts.exact))
        case Prefix() | Fuzzy():
            return any_of([like(field, node) for field in texts.exact])
        case Near():
            return near(node, texts)
        case Term() | Named() | Dated():
            return {"constant_score": {"filter": narrowing(node), "boost": 0}}
        case InArticles():
            return in_articles(node, texts)
        case Not(inner):
            return {"bool": {"must_not": [compiled(inner, texts)]}}
        case All(nodes):
            return {"bool": {"must": [compiled(each, texts) for each in nodes]}}
        case Either(nodes):
            return any_of([compiled(each, texts) for each in nodes])


def like(field: str, node: Prefix | Fuzzy) -> Clause:
    """Any word that fits, not only the first fifty."""
    match node:
        case Prefix(start):
            return {"prefix": {field: {"value": start}}}
        case Fuzzy(word, edits):
            return {"fuzzy": {field: {"value": word, "fuzziness": edits, "rewrite": "constant_score"}}}


def in_articles(found: InArticles, texts: Texts) -> Clause:
    ranked = {"should": [compiled(found.node, texts)]} if any(positive(found.node)) else {}
    return {"bool": {"filter": [{"terms": {"article": list(found.articles)}}], **ranked}}


def said_or_titled(said: Clause, titled: Clause) -> Clause:
    return any_of([said, {"constant_score": {"filter": titled, "boost": TITLE_SCORE}}])


def said(field: str, stems: Sequence[str], joined: str) -> Clause:
    apart = adjacent(field, stems)
    return any_of([apart, adjacent(field, [joined])]) if joined else apart


def adjacent(field: str, found: Sequence[str]) -> Clause:
    """Words next to each other. The field's analyser takes them apart again at the spaces."""
    if len(found) == 1:
        return {"term": {field: {"value": found[0]}}}
    return {"match_phrase": {field: {"query": " ".join(found)}}}


def all_of(field: str, words: Sequence[str]) -> Clause:
    return {"bool": {"filter": [{"term": {field: {"value": word}}} for word in words]}}


def any_of(clauses: Sequence[Clause]) -> Clause:
    return {"bool": {"should": clauses, "minimum_should_match": 1}}


def narrowing(node: Filter) -> Clause:
    match node:
        case Term(field, values):
            return {"terms": {field: list(values)}}
        case Named(field, names, ids):
            by_id: list[Clause] = [{"terms": {field: list(ids)}}] if ids else []
            return any_of([*(all_of(words_field(field), words) for words in names), *by_id])
        case Dated():
            return {"bool": {"filter": overlapping(node)}}


def near(node: Near, texts: Texts) -> Clause:
    """Ranked by its words. In either order with so many words between, since without an order a word would be taken
    for its own neighbour.
    """
    fields, left, right = sides(node, texts)
    gaps = [
        {"intervals": {field: {"any_of": {"intervals": [gap(left, right, node), gap(right, left, node)]}}}}
        for field in fields
    ]
    return {"bool": {"must": [compiled(node.left, texts), compiled(node.right, texts)], "filter": [any_of(gaps)]}}


def sides(node: Near, texts: Texts) -> tuple[tuple[str, str], str, str]:
    """The fields to look in, and the words of both sides."""
    match node:
        case Near(Words(stems=left), Words(stems=right)):
            return texts.stemmed, " ".join(left), " ".join(right)
        case Near(Phrase(left), Phrase(right)):
            return texts.exact, " ".join(left), " ".join(right)
    raise AssertionError("the parser puts two of one kind together")


def gap(first: str, second: str, node: Near) -> Clause:
    texts = [adjoining(first), adjoining(second)]
    if first == second:
        # Lucene merges equal ones and then miscounts phrases. Its minimal intervals make this the same as the second.
        texts[1] = {"any_of": {"intervals": [adjoining(second), adjoining(f"{second} {second}")]}}
    return {"all_of": {"intervals": texts, "ordered": True, "max_gaps": node.distance - 1}}


def adjoining(text: str) -> Clause:
    return {"match": {"query": text, "ordered": True, "max_gaps": 0}}


def any_stem(stems: Sequence[str]) -> Clause:
    """The more of them in the text and the rarer these, the higher."""
    return any_of([adjacent("stems", [stem]) for stem in stems])


def overlapping(interval: Dated) -> list[Clause]:
    """Ends after the beginning of what is asked, and begins before its end."""
    clauses: list[Clause] = []
    if interval.first_day is not None:
        clauses.append({"range": {f"{interval.dates}_last": {"gte": interval.first_day}}})
    if interval.last_day is not None:
        clauses.append({"range": {f"{interval.dates}_first": {"lte": interval.last_day}}})
    return clauses


def order(plan: Plan) -> list[Clause]:
    """With the id as the unique last key, so that no two results stand in the same place."""
    by_day = {f"{plan.dates}_{'oldest' if plan.order is Sort.OLDEST else 'newest'}": "desc"}
    by_score = [{"_score": "desc"}] if plan.order is Sort.RELEVANCE else []
    return [*by_score, by_day, {"id": "asc"}]
