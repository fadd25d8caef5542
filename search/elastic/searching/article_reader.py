"""Articles with all their statements, read back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from elasticsearch import Elasticsearch

from schemas.statement import SplitArticle, Statement
from search.documents.serialization import StoredArticle, digest, taken
from search.elastic.index.documents import Document, read

FIELDS = ["stored", "statement_ids", "digest"]
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


def joined(one: Document, said: Told) -> SplitArticle:
    source = one["_source"]
    own = (taken(Statement, said[id_]) for id_ in source["statement_ids"] if id_ in said)
    return taken(StoredArticle, source["stored"]).whole(tuple(own))


def intact(split: SplitArticle, one: Document) -> bool:
    """Whether these are the statements that it was stored with."""
    return bool(digest(split) == one["_source"]["digest"])
