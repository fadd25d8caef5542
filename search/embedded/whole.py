"""Articles with all their statements, read back from one view of the index."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from tantivy import Searcher

from schemas.statement import SplitArticle, Statement
from search.embedded import paging
from search.embedded.compiling import ArticleCompiler, Compiler
from search.embedded.results import matching
from search.embedded.schema import OF_ARTICLE
from search.stored import Json, article_from_json, statement_from_json

AT_ONCE = 200  # articles in memory with their statements
LOOKED_UP_AT_ONCE = 500  # ids in one query
ORDER = f"{OF_ARTICLE}published_newest"


def every_article(searcher: Searcher, compiler: ArticleCompiler) -> Iterator[SplitArticle]:
    after: paging.Key | None = None
    while True:
        hits, _ = paging.by_key(searcher, compiler.every(), compiler.layout, ORDER, after, AT_ONCE, part="digest")
        yield from with_statements(searcher, compiler, [hit.stored for hit in hits])
        if len(hits) < AT_ONCE:
            return
        after = hits[-1].key, hits[-1].id


def these_articles(searcher: Searcher, compiler: Compiler, ids: Sequence[str]) -> Iterator[SplitArticle]:
    """Those that are there."""
    for start in range(0, len(ids), AT_ONCE):
        found = articles_kept(searcher, compiler, ids[start : start + AT_ONCE])
        yield from with_statements(searcher, compiler, list(found.values()))


def articles_kept(searcher: Searcher, compiler: Compiler, ids: Collection[str]) -> dict[str, Json]:
    """What is stored of those of the articles that are there, by id; nothing of their statements."""
    asked = list(dict.fromkeys(ids))
    found: dict[str, Json] = {}
    for start in range(0, len(asked), LOOKED_UP_AT_ONCE):
        query = compiler.articles(asked[start : start + LOOKED_UP_AT_ONCE])
        for _, address in searcher.search(query, LOOKED_UP_AT_ONCE, count=False).hits:
            stored = paging.stored(searcher, address, "digest")
            found[stored["id"]] = stored
    return found


def with_statements(searcher: Searcher, compiler: Compiler, articles: Sequence[Json]) -> Iterator[SplitArticle]:
    if not articles:
        return
    query = compiler.statements_of([article["id"] for article in articles])
    addresses = [at for _, at in searcher.search(query, max(1, matching(searcher, query)), count=False).hits]
    places = searcher.fast_field_values("place", addresses)
    said: dict[str, list[tuple[int, Statement]]] = defaultdict(list)
    for place, at in zip(places, addresses, strict=True):
        stored = paging.stored(searcher, at)
        said[stored["article"]["id"]].append((int(place or 0), statement_from_json(stored["statement"])))
    for article in articles:
        ordered = sorted(said[article["id"]], key=lambda placed: placed[0])
        yield article_from_json(article, tuple(statement for _, statement in ordered))
