"""Articles with all their statements, read back from one view of the index."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from tantivy import Searcher

from schemas.statement import SplitArticle, Statement
from search.documents.serialization import StoredArticle, StoredStatement
from search.embedded.searching import pages
from search.embedded.searching.compiler import Compiler
from search.embedded.searching.results import matching

AT_ONCE = 200  # articles in memory with their statements
LOOKED_UP_AT_ONCE = 500  # ids in one query


def these_articles(searcher: Searcher, compiler: Compiler, ids: Sequence[str]) -> Iterator[SplitArticle]:
    """Those that are there."""
    for start in range(0, len(ids), AT_ONCE):
        found = articles_kept(searcher, compiler, ids[start : start + AT_ONCE])
        yield from with_statements(searcher, compiler, list(found.values()))


def articles_kept(searcher: Searcher, compiler: Compiler, ids: Collection[str]) -> dict[str, StoredArticle]:
    """What is stored of those of the articles that are there, by id; nothing of their statements."""
    asked = list(dict.fromkeys(ids))
    found: dict[str, StoredArticle] = {}
    for start in range(0, len(asked), LOOKED_UP_AT_ONCE):
        query = compiler.articles(asked[start : start + LOOKED_UP_AT_ONCE])
        for _, address in searcher.search(query, LOOKED_UP_AT_ONCE, count=False).hits:
            stored = pages.stored(searcher, address, StoredArticle)
            found[stored.id] = stored
    return found


def with_statements(
    searcher: Searcher, compiler: Compiler, articles: Sequence[StoredArticle]
) -> Iterator[SplitArticle]:
    if not articles:
        return
    said = statements_of(searcher, compiler, [article.id for article in articles])
    for article in articles:
        yield article.whole(said.get(article.id, ()))


def statements_of(
    searcher: Searcher, compiler: Compiler, article_ids: Sequence[str]
) -> Mapping[str, tuple[Statement, ...]]:
    """Those of each article, in the order of its text; articles without any are left out."""
    query = compiler.statements_of(article_ids)
    addresses = [at for _, at in searcher.search(query, max(1, matching(searcher, query)), count=False).hits]
    places = searcher.fast_field_values("place", addresses)
    said: dict[str, list[tuple[int, Statement]]] = defaultdict(list)
    for place, at in zip(places, addresses, strict=True):
        stored = pages.stored(searcher, at, StoredStatement)
        said[stored.article.id].append((int(place or 0), stored.statement))
    ordered = {id_: sorted(placed, key=lambda one: one[0]) for id_, placed in said.items()}
    return {id_: tuple(statement for _, statement in placed) for id_, placed in ordered.items()}
