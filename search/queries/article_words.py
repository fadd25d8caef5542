"""Words looked for in articles: statements of the articles that hold them, whoever says them there.

Articles are found first, in the same state of the index, and their statements by these. So bodies are indexed once an
article, not once a statement of it, and no engine need join the two.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable, Sequence
from dataclasses import replace

from schemas.dates.partial_dates import PartialDate
from schemas.query import Dates, Sort, StatementQuery, Within
from search.errors import QueryError
from search.language import All, Either, InArticles, Node, Not, QueryText
from search.language.tree import ArticleKey, is_of_words
from search.queries.plan import Plan, dated

MOST_ARTICLES = 50_000  # Elasticsearch takes 65,536 terms

# Articles, by what the engine's statements have for them: MOST_ARTICLES + 1 at most.
Holding = Callable[[Plan], Sequence[ArticleKey]]


class ArticleWords:
    """What words find in articles, looked up once for all questions of a view."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.known: dict[Hashable, QueryText] = {}

    def of(self, query: StatementQuery, holding: Holding) -> StatementQuery:
        """The query with the articles that hold its words in place of these. QueryError where they are too many.

        Dates of publication narrow the articles; other filters don't, since facets are counted without their own.
        """
        if query.within is not Within.ARTICLE or not query.q.strip():
            return query
        between = (query.date_from, query.date_to) if query.dates is Dates.PUBLISHED else (None, None)
        with self.lock:
            key = (str(query.q), between)
            if key not in self.known:
                self.known[key] = looked_up(QueryText.of(query.q), between, holding)
            return replace(query, q=self.known[key])


def looked_up(q: QueryText, between: tuple[PartialDate | None, PartialDate | None], holding: Holding) -> QueryText:
    published = dated(Dates.PUBLISHED, *between)

    def held(node: Node) -> Node:
        found = holding(Plan(node, published, Dates.PUBLISHED.value, Sort.NEWEST))
        if len(found) > MOST_ARTICLES:
            told = f"more than {MOST_ARTICLES:,} articles hold this"
            raise QueryError("too-complex", told, "q", hint="add a word, or dates of publication")
        return InArticles(node, tuple(found))

    return q.meaning(put(q.tree, held)) if q.tree else q


def put(node: Node, held: Callable[[Node], Node]) -> Node:
    """The tree with each largest part that is of words alone looked up; fields are those of statements."""
    if is_of_words(node):
        return held(node)
    match node:
        case Not(inner):
            return Not(put(inner, held))
        case Either(nodes):
            return Either(tuple(put(each, held) for each in nodes))
        case All(nodes):
            worded = tuple(each for each in nodes if is_of_words(each))
            together = (held(All(worded)),) if worded else ()
            return All((*together, *(put(each, held) for each in nodes if not is_of_words(each))))
    return node
