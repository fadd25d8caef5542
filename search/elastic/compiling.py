"""From a plan to Elasticsearch's query DSL."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from schemas.query import Sort
from search.language import All, Either, Node, Not, Phrase, Prefix, Words
from search.plan import TITLE_SCORE, Plan

Clause = dict[str, Any]

SORTED_BY: dict[Sort, tuple[type, ...]] = {
    Sort.RELEVANCE: (float, int, str),
    Sort.NEWEST: (int, str),
    Sort.OLDEST: (int, str),
}


def matching(plan: Plan) -> Clause:
    """What matches the words and all filters; only the words count for the ranking."""
    clause: Clause = {"filter": [*dates(plan), *({"terms": {field: values}} for field, values in plan.terms.items())]}
    clause["filter"] += [any_of([all_of(field, words) for words in names]) for field, names in plan.names.items()]
    if plan.tree is not None:
        clause["must"] = [in_words(plan.tree)]
    return {"bool": clause}


def in_words(node: Node) -> Clause:
    match node:
        case Words(found):
            return said_or_titled(adjacent("stems", found), adjacent("title_stems", found))
        case Phrase(found):
            return said_or_titled(adjacent("words", found), adjacent("title_words", found))
        case Prefix(start):
            return any_of([{"prefix": {field: {"value": start}}} for field in ("words", "title_words")])
        case Not(inner):
            return {"bool": {"must_not": [in_words(inner)]}}
        case All(nodes):
            return {"bool": {"must": [in_words(each) for each in nodes]}}
        case Either(nodes):
            return any_of([in_words(each) for each in nodes])


def said_or_titled(said: Clause, titled: Clause) -> Clause:
    return any_of([said, {"constant_score": {"filter": titled, "boost": TITLE_SCORE}}])


def adjacent(field: str, found: Sequence[str]) -> Clause:
    """Words next to each other. The field's analyser takes them apart again at the spaces."""
    if len(found) == 1:
        return {"term": {field: {"value": found[0]}}}
    return {"match_phrase": {field: {"query": " ".join(found)}}}


def all_of(field: str, words: Sequence[str]) -> Clause:
    return {"bool": {"filter": [{"term": {field: {"value": word}}} for word in words]}}


def any_of(clauses: Sequence[Clause]) -> Clause:
    return {"bool": {"should": clauses, "minimum_should_match": 1}}


def dates(plan: Plan) -> list[Clause]:
    """By overlap: ends after the beginning of what is asked, and begins before its end."""
    clauses: list[Clause] = []
    if plan.first_day is not None:
        clauses.append({"range": {f"{plan.dates}_last": {"gte": plan.first_day}}})
    if plan.last_day is not None:
        clauses.append({"range": {f"{plan.dates}_first": {"lte": plan.last_day}}})
    return clauses


def order(plan: Plan) -> list[Clause]:
    """With the id as the unique last key, so that no two results stand in the same place."""
    by_day = {f"{plan.dates}_{'oldest' if plan.order is Sort.OLDEST else 'newest'}": "desc"}
    by_score = [{"_score": "desc"}] if plan.order is Sort.RELEVANCE else []
    return [*by_score, by_day, {"id": "asc"}]
