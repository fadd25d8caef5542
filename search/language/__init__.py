"""The query language of `q`: one parser, one tree, which both engines compile and the highlighter reads."""

from search.language.parser import parse
from search.language.tree import All, Either, Node, Not, Phrase, Prefix, Words, positive

__all__ = ["All", "Either", "Node", "Not", "Phrase", "Prefix", "Words", "parse", "positive"]
