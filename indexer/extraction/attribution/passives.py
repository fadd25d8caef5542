"""What is said in the passive: "The plan was welcomed by Ilk", "was described by Ilk as a farce"."""

from __future__ import annotations

from spacy.tokens import Token

from indexer.extraction.attribution.shapes import Content, TokenRange
from indexer.extraction.attribution.tokens import NAMED_SUBJECTS
from indexer.extraction.lang.cues import CueEntry, Takes
from indexer.extraction.model.attribution import Rule
from schemas.statement import Act

PREDICATES = frozenset({"as", "of"})


def content_of_passive(verb: Token, entry: CueEntry) -> Content | None:
    """What its subject is called or accused of, or else the subject, if the cue takes a noun; None without "by"."""
    agent = next((child for child in verb.rights if child.dep_ == "agent"), None)
    if agent is None or verb.dep_ in {"acl", "relcl"}:
        return None
    predicate = next((c for c in verb.rights if c.dep_ == "prep" and c.lower_ in PREDICATES and c.i > agent.i), None)
    if predicate is not None and predicate.right_edge.i > predicate.i:
        return Content((TokenRange(predicate.i + 1, predicate.right_edge.i + 1),), Rule.PREDICATION)
    subject = next((child for child in verb.lefts if child.dep_ in NAMED_SUBJECTS), None)
    if (
        subject is None
        or Takes.NOUN not in entry.takes
        or entry.act in {Act.ASSERT, Act.ASK}
        or not subject.tag_.startswith("N")
    ):
        return None
    return Content((TokenRange(subject.left_edge.i, subject.right_edge.i + 1),), Rule.OBJECT)
