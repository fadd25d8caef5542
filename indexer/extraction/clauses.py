"""The content of a reporting verb that stands in the same sentence: which tokens are what was said."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from indexer.extraction.cues import CueEntry, Takes

Range = tuple[int, int]  # tokens [start, end)

VERBAL = frozenset({"ccomp", "xcomp", "advcl", "csubj", "dep"})
NOMINAL = frozenset({"dobj", "attr", "oprd", "nsubj", "dative", "acomp"})
TIMES = frozenset(
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "yesterday", "today", "tonight"]
)
INTERRUPTING = frozenset({",", "—", "–", "--", ";"})


@dataclass(frozen=True, slots=True)
class Content:
    ranges: tuple[Range, ...]
    rule: str


def after(verb: Token, last: Token, entry: CueEntry) -> Content | None:
    """What follows the cue, whose own words end with `last`."""
    start = _start(verb, last, entry)
    if start is None:
        return None
    at, rule = start
    return Content(((at, _end(verb, at)),), rule)


def _start(verb: Token, last: Token, entry: CueEntry) -> tuple[int, str] | None:
    takes = entry.takes
    doc = verb.doc
    if len(entry.words) > 1:
        following = last.i + 1
        return (following, "cue with preposition") if takes & {Takes.NOUN, Takes.GERUND} else _clause(verb, last, entry)
    clause = _clause(verb, last, entry)
    objects = [child for child in verb.rights if child.dep_ in NOMINAL and child.i > last.i]
    if Takes.SECOND in takes:
        return _second(verb, last)
    if clause is not None:
        at, rule = clause
        if rule == "infinitive" and objects and Takes.OBJECT in takes and objects[0].i < at:
            return objects[0].left_edge.i, "object and infinitive"
        if Takes.ADDRESSEE in takes or Takes.NOUN not in takes or not objects or objects[0].i > at:
            return clause
        return objects[0].left_edge.i, "object"
    if Takes.NOUN in takes and objects and doc[objects[0].left_edge.i].lower_ not in {"himself", "herself", "it"}:
        return objects[0].left_edge.i, "object"
    return None


def _clause(verb: Token, last: Token, entry: CueEntry) -> tuple[int, str] | None:
    for child in verb.rights:
        if child.i <= last.i or child.dep_ not in VERBAL:
            continue
        at = max(child.left_edge.i, last.i + 1)
        infinitive = child.tag_ == "VB" and any(c.tag_ == "TO" for c in child.lefts)
        own_subject = next((c for c in child.lefts if c.dep_ in {"nsubj", "nsubjpass", "expl", "csubj"}), None)
        if child.dep_ == "advcl" and not (_that(child) or (infinitive and entry.takes & {Takes.INFINITIVE})):
            continue
        if infinitive:
            if own_subject is not None and entry.takes & {Takes.OBJECT}:
                return own_subject.left_edge.i, "object and infinitive"
            if entry.takes & {Takes.INFINITIVE, Takes.OBJECT}:
                return next(c.i for c in child.lefts if c.tag_ == "TO"), "infinitive"
            continue
        if child.tag_ == "VBG" and own_subject is None and not any(c.dep_ == "aux" for c in child.lefts):
            if Takes.GERUND in entry.takes:
                return at, "gerund"
            continue
        if child.tag_ == "VBG" and Takes.GERUND in entry.takes and own_subject is None:
            return at, "gerund"
        if Takes.CLAUSE in entry.takes:
            return _past_times(verb.doc, at, child.i), "clause"
    return None


def _that(clause: Token) -> bool:
    return any(child.dep_ == "mark" and child.lower_ in {"that", "whether", "if"} for child in clause.lefts)


def _past_times(doc: Doc, at: int, verb: int) -> int:
    """ "said Tuesday the plan …": the day is when it was said."""
    while at < verb and doc[at].lower_ in TIMES | {",", "on", "in", "last", "this"}:
        ahead = at
        while ahead < verb and doc[ahead].lower_ in {"on", "last", "this", ","}:
            ahead += 1
        if ahead < verb and doc[ahead].lower_ in TIMES:
            at = ahead + 1
        else:
            break
    if at < verb and doc[at].lower_ in {",", "that"}:
        at += 1
    return at


def _second(verb: Token, last: Token) -> tuple[int, str] | None:
    """ "called X Y", "accused X of Y", "described X as Y", and "called “absurd”"."""
    right = [child for child in verb.rights if child.i > last.i and child.dep_ not in {"punct", "advmod", "cc", "conj"}]
    if not right:
        return None
    first = right[0]
    if first.dep_ not in NOMINAL | {"ccomp", "xcomp", "prep"}:
        return None
    enough = len(right) > 1 or first.dep_ in {"oprd", "ccomp", "xcomp"} or any(c.dep_ == "prep" for c in first.subtree)
    if first.dep_ == "prep" and first.lower_ not in {"of", "as", "out"}:
        return None
    return (max(first.left_edge.i, last.i + 1), "object and what is said of it") if enough else None


def _end(verb: Token, start: int) -> int:
    """Where the content ends: with the verb's own phrase, before what another cue or a loose clause adds."""
    doc = verb.doc
    end = start + 1
    for child in verb.rights:
        if child.right_edge.i < start:
            continue
        if child.dep_ in {"cc", "conj", "parataxis"} and child.left_edge.i > start:
            break
        if child.dep_ == "advcl" and child.i > start and _loose(doc, child):
            break
        end = max(end, child.right_edge.i + 1)
    return end


def _loose(doc: Doc, clause: Token) -> bool:
    before = doc[clause.left_edge.i - 1]
    return before.text in INTERRUPTING


def around(verb: Token, phrase: Range) -> Content | None:
    """What stands before a cue that closes or interrupts its sentence: "It failed, officials said"."""
    doc = verb.doc
    start, end = phrase
    last = len(doc)
    while last and doc[last - 1].is_punct:
        last -= 1
    if start < 2 or doc[start - 1].text not in INTERRUPTING:
        return None
    left = (0, start - 1)
    if left[1] - left[0] < 2:
        return None
    resumes = verb.head.i > end and verb.dep_ in {"parataxis", "ccomp", "advcl", "dep", "relcl"}
    if resumes and end < last and doc[end].text in INTERRUPTING:
        return Content((left, (end + 1, last)), "cue in the middle")
    return Content((left,), "cue at the end")
