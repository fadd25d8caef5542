"""The query language of `q`: one parser, one tree, which both engines compile and the highlighter reads."""

from search.language.names import NAMED, any_of, named
from search.language.parser import parse
from search.language.query_text import QueryText
from search.language.tree import (
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

__all__ = [
    "NAMED",
    "All",
    "Dated",
    "Either",
    "Filter",
    "Fuzzy",
    "InArticles",
    "Named",
    "Near",
    "Node",
    "Not",
    "Phrase",
    "Prefix",
    "QueryText",
    "Term",
    "Words",
    "any_of",
    "named",
    "parse",
    "positive",
]
