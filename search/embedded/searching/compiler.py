"""From what is asked to tantivy's queries, without tantivy's own parser, which drops what it doesn't understand.

Words and phrases are ranked, near ones as such; filters and the rest add the same to every score.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from tantivy import FieldType, Occur, Query, Schema

from search.documents.index_fields import words_field
from search.embedded.index.schema import ARTICLE, ARTICLE_KEY, KEY, OF_ARTICLE, STATEMENT
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

FEW = 100  # keys


class Compiler:
    """For statements. `stemmed` and `exact` are the fields that words are looked for in, the first the one that ranks;
    `of` begins the name of every field to filter by, and `fingerprint` is the one that copies share.
    """

    what = STATEMENT
    of = ""
    fingerprint = "fingerprint"
    stemmed: tuple[str, ...] = ("stems", "title_stems")
    exact: tuple[str, ...] = ("words", "title_words")

    def __init__(self, layout: Schema):
        self.layout = layout

    def matching(self, plan: Plan) -> Query:
        """What the plan finds."""
        nodes = [node for node in (plan.tree, *plan.filters) if node is not None]
        return both(*map(self.tree, nodes)) if nodes else self.every()

    def ranking(self, plan: Plan) -> Query:
        """The same, with fragments ranked lower."""
        found, fragment = self.matching(plan), self.term("fragment", "true")
        lower = Query.boost_query(both(found, unranked(fragment)), FRAGMENT_SCORE)
        return either([self.without(found, "fragment", "true"), lower])

    def every(self) -> Query:
        return unranked(self.term("what", self.what))

    def articles(self, ids: Sequence[str]) -> Query:
        return both(self.any_of("article", ids), self.term("what", ARTICLE))

    def without(self, query: Query, field: str, value: str) -> Query:
        return Query.boolean_query([(Occur.Must, query), (Occur.MustNot, self.term(field, value))])

    def any_stem(self, stems: Sequence[str]) -> Query:
        """The more of them in the text and the rarer these, the higher."""
        return either(self.adjacent("stems", [stem]) for stem in stems)

    def statements_of(self, article_ids: Sequence[str]) -> Query:
        return both(self.any_of("article", article_ids), self.term("what", STATEMENT))

    def tree(self, node: Node) -> Query:
        match node:
            case Words(stems, joined):
                return said_or_titled([self.said(field, stems, joined) for field in self.stemmed])
            case Phrase(words):
                return said_or_titled([self.adjacent(field, words) for field in self.exact])
            case Prefix(start):
                pattern = "".join(c if c.isalnum() else re.escape(c) for c in start) + ".*"
                return either(Query.regex_query(self.layout, field, pattern) for field in self.exact)
            case Fuzzy(word, edits):
                return either(Query.fuzzy_term_query(self.layout, field, word, distance=edits) for field in self.exact)
            case Near():
                return self.near(node)
            case Term() | Named() | Dated():
                return unranked(self.narrowing(node))
            case InArticles():
                return self.in_articles(node)
            case Either(nodes):
                return either(map(self.tree, nodes))
            case Not() | All():
                return self.all(node.nodes if isinstance(node, All) else (node,))

    def in_articles(self, found: InArticles) -> Query:
        ranked = [(Occur.Should, self.tree(found.node))] if any(positive(found.node)) else []
        keys = Query.term_set_query(self.layout, ARTICLE_KEY, list(found.articles))
        return Query.boolean_query([(Occur.Must, unranked(keys)), *ranked])

    def narrowing(self, node: Filter) -> Query:
        match node:
            case Term(field, values):
                return self.any_of(self.of + field, values)
            case Named(field, names, ids):
                by_id = [self.any_of(self.of + field, ids)] if ids else []
                return either([*(self.all_of(self.of + words_field(field), words) for words in names), *by_id])
            case Dated():
                return self.overlapping(node)

    def near(self, node: Near) -> Query:
        """Ranked by its words."""
        fields, left, right = self.sides(node)
        orders = ((left, right), (right, left))
        close = [self.close(field, *order, node.distance) for field in fields for order in orders]
        return both(self.tree(node.left), self.tree(node.right), unranked(either(close)))

    def sides(self, near: Near) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
        """The fields to look in, and the words of both sides."""
        match near:
            case Near(Words(stems=left), Words(stems=right)):
                return self.stemmed, left, right
            case Near(Phrase(left), Phrase(right)):
                return self.exact, left, right
        raise AssertionError("the parser puts two of one kind together")

    def close(self, field: str, first: Sequence[str], second: Sequence[str], distance: int) -> Query:
        """The second behind the first, or before it where that does no harm: both orders are asked for.

        For two words tantivy's slop is exact, and ten times as fast as a phrase for each gap. But it takes a word for
        its own neighbour, and counts differently in phrases.
        """
        if len(first) == len(second) == 1 and first != second:
            return Query.phrase_query(self.layout, field, [*first, *second], slop=distance - 1)
        gaps = range(1, distance + 1)
        return either(Query.phrase_query(self.layout, field, apart(first, second, gap)) for gap in gaps)

    def overlapping(self, interval: Dated) -> Query:
        """Begins before the end of what is asked, and ends after its beginning."""
        ends, dates = [], self.of + interval.dates
        if interval.last_day is not None:
            ends.append(self.between(f"{dates}_first", None, interval.last_day))
        if interval.first_day is not None:
            ends.append(self.between(f"{dates}_last", interval.first_day, None))
        return both(*ends)

    def all(self, nodes: Sequence[Node]) -> Query:
        wanted = [(Occur.Must, self.tree(node)) for node in nodes if not isinstance(node, Not)]
        unwanted = [(Occur.MustNot, self.tree(node.node)) for node in nodes if isinstance(node, Not)]
        return Query.boolean_query([*(wanted or [(Occur.Must, self.every())]), *unwanted])

    def said(self, field: str, stems: Sequence[str], joined: str) -> Query:
        apart = self.adjacent(field, stems)
        return either([apart, self.adjacent(field, [joined])]) if joined else apart

    def adjacent(self, field: str, words: Sequence[str]) -> Query:
        if len(words) == 1:
            return Query.term_query(self.layout, field, words[0], index_option="freq")
        return Query.phrase_query(self.layout, field, list(words))

    def term(self, field: str, value: str) -> Query:
        return Query.term_query(self.layout, field, value, index_option="basic")

    def any_of(self, field: str, values: Sequence[str]) -> Query:
        if len(values) == 1:
            return self.term(field, values[0])
        return Query.term_set_query(self.layout, field, list(values))

    def any_key(self, field: str, keys: Sequence[int]) -> Query:
        """Numbers that stand for the field's values. A few are found in half the time that tantivy takes for a set."""
        name = f"{field}{KEY}"
        if len(keys) > FEW:
            return unranked(Query.term_set_query(self.layout, name, list(keys)))
        return unranked(either(Query.term_query(self.layout, name, key, index_option="basic") for key in keys))

    def all_of(self, field: str, words: Sequence[str]) -> Query:
        return both(*(self.term(field, word) for word in words))

    def between(self, field: str, lowest: int | None, highest: int | None) -> Query:
        return Query.range_query(self.layout, field, FieldType.Unsigned, lowest, highest)


def apart(first: Sequence[str], second: Sequence[str], distance: int) -> list[str | tuple[int, str]]:
    """The second text beginning so many words behind the last of the first, as places and words."""
    begin = len(first) - 1 + distance
    return [*enumerate(first), *enumerate(second, begin)]


class ArticleCompiler(Compiler):
    """For articles, by their titles, and by the texts of those that are not split."""

    what = ARTICLE
    of = OF_ARTICLE
    fingerprint = f"{OF_ARTICLE}text_fingerprint"
    stemmed = (f"{OF_ARTICLE}stems", f"{OF_ARTICLE}title_stems")
    exact = (f"{OF_ARTICLE}words", f"{OF_ARTICLE}title_words")


class TextCompiler(ArticleCompiler):
    """For articles that have statements, by their titles and texts."""

    stemmed = (f"{OF_ARTICLE}text_stems", f"{OF_ARTICLE}title_stems")
    exact = (f"{OF_ARTICLE}text_words", f"{OF_ARTICLE}title_words")


def said_or_titled(fields: Sequence[Query]) -> Query:
    said, *titled = fields
    return either([said, *(Query.const_score_query(query, TITLE_SCORE) for query in titled)])


def both(*queries: Query) -> Query:
    return Query.boolean_query([(Occur.Must, query) for query in queries])


def either(queries: Iterable[Query]) -> Query:
    return Query.boolean_query([(Occur.Should, query) for query in queries])


def unranked(query: Query) -> Query:
    return Query.const_score_query(query, 0.0)
