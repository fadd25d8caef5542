"""An article and its statements as the documents that Elasticsearch gets, and what it holds of them already."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from elasticsearch import Elasticsearch

from schemas.statement import SplitArticle
from search.documents.index_fields import indexed_article, indexed_statements
from search.documents.serialization import Stored, builtins
from search.elastic.client.faults import IndexGone
from search.elastic.client.patience import NotNow, patiently
from search.engine import Prepared, Version

Document = Mapping[str, Any]

NO_INDEX = "index_not_found_exception"
STATE = ["digest", "statement_ids", "writing", "deleted", "stored.content_hash", "stored.extractor"]


def prepared(split: SplitArticle) -> Prepared:
    own = indexed_article(split)
    stored = Stored.of(split, own["text_fingerprint"])
    statements = {
        statement.id: fields | {"stored": builtins(found)}
        for (statement, fields), found in zip(indexed_statements(split), stored.statements, strict=True)
    }
    document = {
        "id": split.article.id,
        **own,
        "stored": builtins(stored.article),
        "digest": stored.article.digest,
        "statement_ids": list(statements),
    }
    return Prepared(split.article.id, stored.article.digest, document, statements)


@dataclass(frozen=True, slots=True)
class State:
    """What the index holds of an article: all that it may hold, where its writing was cut off.

    `index` is the one behind the alias then. `version` and `digest` are those of the last time that it was whole, None
    if it never was, or was deleted since; `condition` makes a write fail if the article changed meanwhile.
    """

    index: str
    whole: bool
    deleted: bool
    digest: str | None
    version: Version | None
    statement_ids: frozenset[str]
    condition: dict[str, int]

    @classmethod
    def of(cls, answer: Mapping[str, Any]) -> State:
        source = answer["_source"]
        kept = source.get("stored")
        return cls(
            index=answer["_index"],
            whole="writing" not in source,
            deleted="deleted" in source,
            digest=source.get("digest"),
            version=Version(kept["content_hash"], kept["extractor"]) if kept else None,
            statement_ids=frozenset([*source.get("statement_ids", ()), *source.get("writing", ())]),
            condition=condition(answer),
        )


def condition(answer: Mapping[str, Any]) -> dict[str, int]:
    return {"if_seq_no": answer["_seq_no"], "if_primary_term": answer["_primary_term"]}


def states(client: Elasticsearch, index: str, ids: Collection[str]) -> dict[str, State]:
    """Of those articles that are there; read by id, which sees every write at once, refreshed or not."""
    return {found["_id"]: State.of(found) for found in read(client, index, ids, STATE)}


def read(client: Elasticsearch, index: str, ids: Collection[str], fields: Sequence[str]) -> list[Document]:
    """Those of the documents that are there, in the order of the ids. IndexGone where there is no such index."""
    asked = [id_ for id_ in ids if id_]  # Elasticsearch calls an empty id a fault
    if not asked:
        return []
    return patiently(client, lambda: got(client, index, asked, fields))


def got(client: Elasticsearch, index: str, ids: Sequence[str], fields: Sequence[str]) -> list[Document]:
    answers = client.mget(index=index, ids=ids, source_includes=list(fields))["docs"]
    faults = {answer["error"].get("type") for answer in answers if "error" in answer}
    if NO_INDEX in faults:
        raise IndexGone
    if faults:
        raise NotNow
    return [answer for answer in answers if answer["found"]]
