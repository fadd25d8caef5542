"""A noun that reports: "the minister's claim that it rained"."""

from __future__ import annotations

from spacy.tokens import Token

from indexer.extraction.attribution.shapes import Content, TokenRange
from indexer.extraction.attribution.sources import mention_of
from indexer.extraction.model.attribution import Rule


def noun_content(token: Token) -> tuple[Content | None, TokenRange | None]:
    """What the noun's clause says, and whose noun it is; None for what is not told."""
    if not token.tag_.startswith("N"):
        return None, None
    for child in token.rights:
        that = next((c for c in child.lefts if c.dep_ == "mark" and c.lower_ == "that"), None)
        if child.dep_ in {"acl", "ccomp"} and that is not None:
            owner = next((c for c in token.lefts if c.dep_ == "poss"), None)
            content = Content((TokenRange(that.i + 1, child.right_edge.i + 1),), Rule.NOUN_CLAUSE)
            return content, mention_of(owner) if owner is not None else None
    return None, None
