"""From what is asked to tantivy's queries, without tantivy's own parser, which drops what it doesn't understand.

Only words and phrases are ranked; filters and the rest add nothing to a score.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from tantivy import FieldType, Occur, Query, Schema

from search.embedded.schema import ARTICLE, STATEMENT
from search.language import All, Either, Node, Not, Phrase, Prefix, Words
from search.plan import TITLE_SCORE, Plan


class Compiler:
    def __init__(self, layout: Schema):
        self.layout = layout

    def statements(self, plan: Plan) -> Query:
        """The statements that the plan finds."""
        musts = [self.tree(plan.tree)] if plan.tree else []
        filters = [self.any_of(field, values) for field, values in plan.terms.items()]
        filters += [either(self.all_of(field, words) for words in names) for field, names in plan.names.items()]
        if plan.last_day is not None:
            filters.append(self.between(f"{plan.dates}_first", None, plan.last_day))
        if plan.first_day is not None:
            filters.append(self.between(f"{plan.dates}_last", plan.first_day, None))
        if not musts and not filters:
            return self.every()
        return both(*musts, *(unranked(query) for query in filters))

    def every(self) -> Query:
        return unranked(self.term("what", STATEMENT))

    def articles(self, ids: Sequence[str]) -> Query:
        return both(self.any_of("article", ids), self.term("what", ARTICLE))

    def statements_of(self, article_id: str) -> Query:
        return both(self.term("article", article_id), self.term("what", STATEMENT))

    def tree(self, node: Node) -> Query:
        match node:
            case Words(stems):
                return said_or_titled(self.adjacent("stems", stems), self.adjacent("title_stems", stems))
            case Phrase(words):
                return said_or_titled(self.adjacent("words", words), self.adjacent("title_words", words))
            case Prefix(start):
                pattern = "".join(c if c.isalnum() else re.escape(c) for c in start) + ".*"
                return either(Query.regex_query(self.layout, field, pattern) for field in ("words", "title_words"))
            case Either(nodes):
                return either(map(self.tree, nodes))
            case Not():
                return self.all((node,))
            case All(nodes):
                return self.all(nodes)

    def all(self, nodes: Sequence[Node]) -> Query:
        wanted = [(Occur.Must, self.tree(node)) for node in nodes if not isinstance(node, Not)]
        unwanted = [(Occur.MustNot, self.tree(node.node)) for node in nodes if isinstance(node, Not)]
        return Query.boolean_query([*(wanted or [(Occur.Must, self.every())]), *unwanted])

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

    def all_of(self, field: str, words: Sequence[str]) -> Query:
        return both(*(self.term(field, word) for word in words))

    def between(self, field: str, lowest: int | None, highest: int | None) -> Query:
        return Query.range_query(self.layout, field, FieldType.Unsigned, lowest, highest)


def said_or_titled(said: Query, titled: Query) -> Query:
    return either([said, Query.const_score_query(titled, TITLE_SCORE)])


def both(*queries: Query) -> Query:
    return Query.boolean_query([(Occur.Must, query) for query in queries])


def either(queries: Iterable[Query]) -> Query:
    return Query.boolean_query([(Occur.Should, query) for query in queries])


def unranked(query: Query) -> Query:
    return Query.const_score_query(query, 0.0)
