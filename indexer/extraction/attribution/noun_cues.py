"""A noun that reports: "the minister's claim that it rained", "expressed her hope that it would"."""

from __future__ import annotations

from spacy.tokens import Token

from indexer.extraction.attribution.mentions import mention_of
from indexer.extraction.attribution.shapes import Content, TokenRange
from indexer.extraction.attribution.sources import source_of
from indexer.extraction.lang.word_lists import word_list
from indexer.extraction.model.attribution import Rule

VIEWS = word_list("nouns-of-view")
THOUGHTS = word_list("nouns-of-thought") | VIEWS
CONVEYING = word_list("conveys-a-noun")


def noun_content(token: Token, hidden: frozenset[int]) -> tuple[Content | None, TokenRange | None]:
    """What the noun's clause says, and whose noun it is; None for what is not told."""
    start = clause_of_noun(token)
    if start is None:
        return None, None
    clause = start.head
    conveying = is_conveyed(token)
    if token.lower_ in THOUGHTS and not conveying and not (token.lower_ in VIEWS and _is_stated(token)):
        return None, None
    content = Content((TokenRange(start.i + 1, clause.right_edge.i + 1),), Rule.NOUN_CLAUSE)
    owner = next((child for child in token.lefts if child.dep_ == "poss"), None)
    if conveying and (owner is None or owner.tag_ == "PRP$"):
        owner = source_of(token.head, hidden, inverted=False)
    return content, mention_of(owner) if owner is not None else None


def clause_of_noun(token: Token) -> Token | None:
    """The "that" of a clause that the noun reports: it is behind the noun, or what the noun is said to be."""
    if not token.tag_.startswith("N"):
        return None
    of_copula = token.head.rights if _is_stated(token) else ()
    for child in (*token.rights, *of_copula):
        that: Token | None = next((c for c in child.lefts if c.dep_ == "mark" and c.lower_ == "that"), None)
        if child.dep_ in {"acl", "ccomp"} and that is not None:
            return that
    return None


def is_conveyed(token: Token) -> bool:
    """Whether the noun is the object of a verb that utters it: "repeated the view"."""
    return token.dep_ == "dobj" and token.head.lower_ in CONVEYING


def _is_stated(token: Token) -> bool:
    """ "It was her view that …", "Her view is that …"."""
    return token.dep_ in {"nsubj", "attr"} and token.head.lower_ in {"is", "was"}
