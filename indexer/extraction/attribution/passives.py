"""Verbs in the passive, and what is said by them: "The plan was welcomed by Ilk", "was described by Ilk as a farce"."""

from __future__ import annotations

from spacy.tokens import Token

from indexer.extraction.attribution.shapes import Content, TokenRange
from indexer.extraction.attribution.tokens import NAMED_SUBJECTS, PAST
from indexer.extraction.lang.cues import CueEntry, Takes
from indexer.extraction.model.attribution import Rule
from schemas.statement import Act

PREDICATES = frozenset({"as", "of"})


def is_passive(verb: Token) -> bool:
    if _is_asked(verb):
        return True
    if verb.tag_ == "VBD" and verb.dep_ == "acl":
        return _another_acts(verb)  # "the hall, called “the whale”, will close"
    if verb.tag_ != "VBN":
        return False
    if any(child.dep_ == "auxpass" for child in verb.children):
        return True
    if verb.dep_ not in {"acl", "advcl"} or any(child.dep_ == "aux" for child in verb.children):
        return False
    # "Ilk, the minister, posted on Friday: …", "The minister, Vera Ilk, assured that …" are often read as participles.
    is_whole = verb.head.dep_ == "ROOT" and any(child.dep_ == "ccomp" for child in verb.rights)
    return not ((verb.head.tag_.startswith("NNP") or is_whole) and verb.doc[verb.i - 1].text == ",")


def _is_asked(verb: Token) -> bool:
    """ "Asked about the dam, she replied", "Vera Ilk, asked whether it rained, nodded"."""
    if verb.lower_ != "asked":
        return False
    subject = next((child for child in verb.lefts if child.dep_ == "nsubj"), None)
    if subject is None:
        return verb.dep_ in {"acl", "advcl"} and verb.tag_ in PAST and _another_acts(verb)
    before = verb.doc[max(0, subject.left_edge.i - 1)].text
    return subject.i == verb.i - 2 and verb.doc[verb.i - 1].text == "," and before != ","


def _another_acts(participle: Token) -> bool:
    """Whether it stands beside the verb of its sentence: no "Ilk, the mayor, asked to go", read as a participle."""
    head = participle.head
    return not head.tag_.startswith("N") or (head.dep_ in NAMED_SUBJECTS and head.head.i > participle.i)


def agent_of(verb: Token) -> Token | None:
    """The "by" of who does it, behind what somebody is called too: "was called “a farce” by Ilk"."""
    for child in verb.rights:
        if child.lower_ == "by" and child.dep_ in {"agent", "prep"}:
            return child
        if child.dep_ in {"oprd", "prep"}:
            by = next((t for t in child.subtree if t.lower_ == "by" and t.i > child.i and t.nbor(-1).is_quote), None)
            if by is not None:
                return by
    return None


def content_of_passive(verb: Token, entry: CueEntry) -> Content | None:
    """What its subject is called or accused of, or else the subject, if the cue takes a noun; None without "by"."""
    agent = agent_of(verb)
    if agent is None:
        return None
    if Takes.SECOND in entry.takes and (called := _called(verb, agent)) is not None:
        return called
    if verb.dep_ in {"acl", "relcl"}:
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


def _called(verb: Token, agent: Token) -> Content | None:
    """ "“A farce”" in "was called “a farce” by Ilk", "was described as “a farce” by Ilk"."""
    first = next((child for child in verb.rights if child.dep_ in {"oprd", "prep"}), None)
    if first is None or first.i >= agent.i or (first.dep_ == "prep" and first.lower_ not in PREDICATES):
        return None
    start = first.i + 1 if first.dep_ == "prep" else first.left_edge.i
    marked = verb.doc[verb.i + 1].is_quote and start == verb.i + 2
    return Content((TokenRange(start - marked, agent.i),), Rule.PREDICATION)
