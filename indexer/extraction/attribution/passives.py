"""Verbs in the passive, and what is said by them: "The plan was welcomed by Ilk", "was described by Ilk as a farce"."""

from __future__ import annotations

from spacy.tokens import Token

from indexer.extraction.attribution.shapes import Content, TokenRange
from indexer.extraction.attribution.tokens import NAMED_SUBJECTS
from indexer.extraction.lang.cues import CueEntry, Takes
from indexer.extraction.model.attribution import Rule
from schemas.statement import Act

PREDICATES = frozenset({"as", "of"})


def is_passive(verb: Token) -> bool:
    if _is_asked(verb):
        return True
    if verb.tag_ != "VBN":
        return False
    if any(child.dep_ == "auxpass" for child in verb.children):
        return True
    if verb.dep_ not in {"acl", "advcl"} or any(child.dep_ == "aux" for child in verb.children):
        return False
    # "Ilk, the minister, posted on Friday: …" is often read as a participle.
    return not (verb.head.tag_.startswith("NNP") and verb.doc[verb.i - 1].text == ",")


def _is_asked(verb: Token) -> bool:
    """ "Asked about the dam, she replied", "Vera Ilk, asked whether it rained, nodded"."""
    if verb.lower_ != "asked":
        return False
    subject = next((child for child in verb.lefts if child.dep_ == "nsubj"), None)
    if subject is None:
        return verb.dep_ in {"acl", "advcl"} and verb.tag_ == "VBN" and _another_acts(verb)
    before = verb.doc[max(0, subject.left_edge.i - 1)].text
    return subject.i == verb.i - 2 and verb.doc[verb.i - 1].text == "," and before != ","


def _another_acts(participle: Token) -> bool:
    """Whether it stands beside the verb of its sentence: no "Ilk, the mayor, asked to go", read as a participle."""
    head = participle.head
    return not head.tag_.startswith("N") or (head.dep_ in NAMED_SUBJECTS and head.head.i > participle.i)


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
