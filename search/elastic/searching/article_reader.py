"""Articles with all their statements, read back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from elasticsearch import Elasticsearch

from schemas.statement import SplitArticle, Statement
from search.documents.serialization import Json, StoredArticle, digest, taken
from search.elastic.index.documents import Document, read
from search.elastic.searching.compiler import Clause
from search.elastic.searching.reader import Reader

FIELDS = ["stored", "statement_ids", "digest"]
STATEMENTS_AT_ONCE = 1_000
TRIES = 3  # of an article that somebody changed between two requests

Told = Mapping[str, Any]  # statements as they are stored, by id


def these_articles(
    client: Elasticsearch, articles: str, statements: str, ids: Sequence[str], tries: int = TRIES
) -> Iterator[SplitArticle]:
    """Those that are there, as they are now.

    One that was changed between the two requests is read again. Where that does not help, its writing was cut off, and
    it is given with what there is, as it is found by a search.
    """
    found = [one for one in read(client, articles, ids, FIELDS) if "stored" in one["_source"]]
    asked = [id_ for one in found for id_ in one["_source"]["statement_ids"]]
    said = {
        one["_id"]: one["_source"]["stored"]["statement"]
        for one in read(client, statements, asked, ["stored.statement"])
    }
    torn = []
    for one in found:
        split = joined(one, said)
        if tries > 1 and not intact(split, one):
            torn.append(one["_id"])
        else:
            yield split
    if torn:
        yield from these_articles(client, articles, statements, torn, tries - 1)


def article_in(articles: Reader, statements: Reader, id_: str) -> tuple[SplitArticle | None, bool]:
    """As it is in these states, and whether its statements are those that it was stored with."""
    hits = articles.search(query=by_id(id_), source_includes=FIELDS, track_total_hits=False)
    found = [one for one in hits["hits"]["hits"] if "stored" in one["_source"]]
    if not found:
        return None, True
    said = {one["_id"]: one["_source"]["stored"]["statement"] for one in documents_of(statements, id_)}
    split = joined(found[0], said)
    return split, intact(split, found[0])


def stored_as(reader: Reader, id_: str) -> Sequence[Json]:
    """What is stored of the statement or article of that id, if it is there."""
    hits = reader.search(query=by_id(id_), source_includes=["stored"], track_total_hits=False)["hits"]["hits"]
    return [hit["_source"]["stored"] for hit in hits if "stored" in hit["_source"]]


def by_id(id_: str) -> Clause:
    """Elasticsearch calls an empty id a fault."""
    return {"ids": {"values": [id_] if id_ else []}}


def statements_of(statements: Reader, article_id: str) -> tuple[Statement, ...]:
    """In the order of the text."""
    found = documents_of(statements, article_id)
    return tuple(taken(Statement, one["_source"]["stored"]["statement"]) for one in found)


def documents_of(statements: Reader, article_id: str) -> Iterator[Document]:
    of_it: Clause = {"bool": {"filter": [{"term": {"article": article_id}}]}}
    in_order = [{"place": "asc"}, {"id": "asc"}]
    return chain.from_iterable(statements.batches(of_it, in_order, STATEMENTS_AT_ONCE, ["stored.statement"]))


def joined(one: Document, said: Told) -> SplitArticle:
    source = one["_source"]
    own = (taken(Statement, said[id_]) for id_ in source["statement_ids"] if id_ in said)
    return taken(StoredArticle, source["stored"]).whole(tuple(own))


def intact(split: SplitArticle, one: Document) -> bool:
    """Whether these are the statements that it was stored with."""
    return bool(digest(split) == one["_source"]["digest"])
