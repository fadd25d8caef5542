"""The engine contract on Elasticsearch. What each call means is said in search/engine.py."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from elasticsearch import NotFoundError

from schemas.page import Bucket, Page, Total
from schemas.query import Facet, StatementQuery
from schemas.statement import FoundStatement, SplitArticle
from search import cursor
from search.elastic.address import Address
from search.elastic.compiling import SORTED_BY, matching, order
from search.elastic.connection import connect, speaking
from search.elastic.documents import states
from search.elastic.facets import facets
from search.elastic.indices import Indices, Names
from search.elastic.writing import Writer
from search.engine import Engine, Replaced, Status, Version
from search.errors import NotFound
from search.highlight import highlight
from search.plan import Plan
from search.stored import article_from_json, found_from_json, statement_from_json

AT_ONCE = 500  # articles whose versions are read in one request


class ElasticEngine(Engine):
    """Safe to share between threads: the client keeps a pool of connections, and nothing else is kept."""

    def __init__(self, address: str):
        self.address = Address.parse(address)
        self.client = connect(self.address)
        self.indices = Indices(self.client, self.address.index)

    @contextmanager
    def speaking(self) -> Iterator[Names]:
        """Our exceptions only, and indices that are there: they are made by the first call that finds the server."""
        with speaking():
            try:
                yield self.indices.ensure()
            except NotFoundError:
                self.indices.forget()
                raise

    def search(self, query: StatementQuery) -> Page:
        plan = Plan.of(query)
        after = cursor.decode(query, SORTED_BY[plan.order])
        with self.speaking() as names:
            answer = self.client.search(
                index=names.statements,
                query=matching(plan),
                sort=order(plan),
                search_after=after,
                size=query.limit + 1,
                source_includes=["stored"],
                track_total_hits=True,
                preference=copy_for(query),
            )
        hits = answer["hits"]["hits"]
        more = len(hits) > query.limit
        shown = hits[: query.limit]
        return Page(
            data=tuple(found(hit["_source"]["stored"], plan) for hit in shown),
            total=Total(answer["hits"]["total"]["value"]),
            next=cursor.encode(query, shown[-1]["sort"]) if more else None,
        )

    def count(self, query: StatementQuery) -> Total:
        with self.speaking() as names:
            return Total(self.client.count(index=names.statements, query=matching(Plan.of(query)))["count"])

    def facets(self, query: StatementQuery, facets_: Collection[Facet], size: int) -> Mapping[Facet, Sequence[Bucket]]:
        with self.speaking() as names:
            return facets(self.client, names.statements, query, facets_, size)

    def get(self, statement_id: str) -> FoundStatement:
        with self.speaking() as names:
            answer = self.client.options(ignore_status=404).get(
                index=names.statements, id=statement_id, source_includes=["stored"]
            )
        if not answer.get("found"):
            raise NotFound(f"there is no statement {statement_id}")
        return found_from_json(answer["_source"]["stored"])

    def article(self, article_id: str) -> SplitArticle:
        with self.speaking() as names:
            article = self.client.mget(index=names.articles, ids=[article_id])["docs"][0]
            kept = article.get("_source", {})
            if "stored" not in kept:
                raise NotFound(f"there is no article {article_id}")
            ids = kept["statement_ids"]
            docs = self.client.mget(index=names.statements, ids=ids)["docs"] if ids else []
        stored = [doc["_source"]["stored"]["statement"] for doc in docs if doc.get("found")]
        return article_from_json(kept["stored"], tuple(map(statement_from_json, stored)))

    def versions(self, article_ids: Collection[str]) -> Mapping[str, Version]:
        ids = sorted(set(article_ids))
        versions: dict[str, Version] = {}
        with self.speaking() as names:
            for first in range(0, len(ids), AT_ONCE):
                found_ = states(self.client, names.articles, ids[first : first + AT_ONCE])
                versions |= {id_: state.version for id_, state in found_.items() if state.whole and state.version}
        return versions

    def replace(self, articles: Iterable[SplitArticle]) -> Replaced:
        with self.speaking() as names:
            return Writer(self.client, names).replace(articles)

    def delete(self, article_id: str) -> None:
        with self.speaking() as names:
            Writer(self.client, names).delete(article_id)

    def status(self) -> Status:
        with self.speaking() as names:
            size = self.client.indices.stats(index=[names.statements, names.articles], metric="store")
            return Status(
                engine="elasticsearch",
                version=self.client.info()["version"]["number"],
                location=f"{self.address.url}?index={self.address.index}",
                articles=self.client.count(index=names.articles, query={"exists": {"field": "digest"}})["count"],
                statements=self.client.count(index=names.statements)["count"],
                bytes=size["_all"]["total"]["store"]["size_in_bytes"],
            )

    def close(self) -> None:
        self.client.close()


def found(stored: Mapping[str, Any], plan: Plan) -> FoundStatement:
    return found_from_json(dict(stored), highlight(plan.tree, stored["statement"]["text"]))


def copy_for(query: StatementQuery) -> str:
    """The same copy of each shard for the same query, since copies may rank in slightly different ways."""
    return hashlib.sha256(query.q.encode("utf-8", "surrogatepass")).hexdigest()
