"""The content of a reporting verb that stands in the same sentence: which tokens are what was said."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from indexer.extraction.lang.cues import CueEntry, Takes, cues

Range = tuple[int, int]  # tokens [start, end)

VERBAL = frozenset({"ccomp", "xcomp", "advcl", "csubj", "dep"})
NOMINAL = frozenset({"dobj", "attr", "oprd", "nsubj", "dative", "acomp"})
TIMES = frozenset(
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "yesterday", "today", "tonight"]
)
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
SHORTEST = 3  # tokens before a cue that closes its sentence
TAILS = frozenset({"as", "after", "when", "while", "before", "according", "and", "but", "who"})
SECOND_RULE = "object and what is said of it"
OCCASION = frozenset({"in", "during", "on", "at", "over", "when", "while", "after", "as", "since", "last", "this"})
FREE_RELATIVE = "what they call"
INTERRUPTING = frozenset({",", "—", "–", "--", ";"})


@dataclass(frozen=True, slots=True)
class Content:
    ranges: tuple[Range, ...]
    rule: str


def after(verb: Token, last: Token, entry: CueEntry) -> Content | None:
    """What follows the cue, whose own words end with `last`."""
    start = _start(verb, last, entry)
    if start is None or start[0] >= len(verb.doc):
        return None
    at, rule = start
    end = _end(verb, at, rule)
    if rule == SECOND_RULE and any(child.lower_ == "what" for child in verb.lefts):
        rule = FREE_RELATIVE
    return Content(((at, end),), rule)


def _start(verb: Token, last: Token, entry: CueEntry) -> tuple[int, str] | None:
    takes = entry.takes
    doc = verb.doc
    if len(entry.words) > 1:
        following = last.i + 1
        return (following, "cue with preposition") if takes & {Takes.NOUN, Takes.GERUND} else _clause(verb, last, entry)
    clause = _clause(verb, last, entry)
    objects = [child for child in verb.rights if child.dep_ in NOMINAL and child.i > last.i]
    if Takes.SECOND in takes:
        return _second(verb, last, entry)
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
        if child.i > last.i and child.dep_ in VERBAL and (start := _of_clause(child, last, entry)) is not None:
            return start
    return None


def _of_clause(child: Token, last: Token, entry: CueEntry) -> tuple[int, str] | None:
    """Where a clause below the cue begins, if it is of a kind that this cue takes."""
    at = max(child.left_edge.i, last.i + 1)
    to = next((c for c in child.lefts if c.tag_ == "TO"), None) if child.tag_ == "VB" else None
    subject = next((c for c in child.lefts if c.dep_ in {"nsubj", "nsubjpass", "expl", "csubj"}), None)
    if child.dep_ == "advcl" and not (_that(child) or (to is not None and Takes.INFINITIVE in entry.takes)):
        return None
    if to is not None:
        if subject is not None and Takes.OBJECT in entry.takes:
            return subject.left_edge.i, "object and infinitive"
        return (to.i, "infinitive") if entry.takes & {Takes.INFINITIVE, Takes.OBJECT} else None
    if child.tag_ == "VBG" and subject is None:
        if Takes.GERUND in entry.takes:
            return at, "gerund"
        if not any(c.dep_ == "aux" for c in child.lefts):
            return None
    return (_past_times(child.doc, at, child.i), "clause") if Takes.CLAUSE in entry.takes else None


def _that(clause: Token) -> bool:
    return any(child.dep_ == "mark" and child.lower_ in {"that", "whether", "if"} for child in clause.lefts)


def _past_times(doc: Doc, at: int, verb: int) -> int:
    """ "said Tuesday the plan …", "told them this week he …": the time is when it was said."""
    start = at
    ahead = at
    while ahead < verb and doc[ahead].lower_ in {"on", "last", "this", "late", "early", ","}:
        ahead += 1
    if ahead < verb and doc[ahead].lower_ in TIMES:
        at = ahead + 1
        if at < verb and doc[at].lower_ in {"morning", "afternoon", "evening", "night"}:
            at += 1
    while at < verb and doc[at].lower_ in {",", "that"}:
        at += 1
        if doc[at - 1].lower_ == "that":
            break
    return at if at < verb else start


def _second(verb: Token, last: Token, entry: CueEntry) -> tuple[int, str] | None:
    """ "called X Y", "accused X of Y", "described X as Y", and "called “absurd”"."""
    right = [child for child in verb.rights if child.i > last.i and child.dep_ not in {"punct", "advmod", "cc", "conj"}]
    if not right:
        return None
    first = right[0]
    if first.dep_ not in NOMINAL | {"ccomp", "xcomp", "prep"}:
        return None
    prepositions = entry.takes & {Takes.AS, Takes.OF, Takes.TO}
    if prepositions:
        enough = any(t.lower_ in prepositions for child in right for t in (child, *child.subtree))
    elif first.dep_ == "prep":
        return None
    else:
        more = any(child.dep_ in {"oprd", "attr", "acomp", "dobj", "dep", "ccomp"} for child in right[1:])
        quoted = any(t.is_quote for t in verb.doc[first.left_edge.i : right[-1].right_edge.i + 1])
        enough = more or quoted or first.dep_ in {"oprd", "ccomp", "xcomp"}
    return (max(first.left_edge.i, last.i + 1), SECOND_RULE) if enough else None


def _end(verb: Token, start: int, rule: str) -> int:
    """Where the content ends: with the verb's own phrase, before what another cue or a loose clause adds."""
    doc = verb.doc
    end = start + 1
    for child in verb.rights:
        if child.right_edge.i < start:
            continue
        if child.i > start and (_adds(verb, child) or _loose(child)):
            break
        if child.dep_ not in {"cc", "punct"}:
            end = max(end, child.right_edge.i + 1)
    end = next((at for at in range(start + 1, end) if _breaks(verb, doc[at], start)), end)
    return _short_of_occasion(doc, start, end) if rule == SECOND_RULE else end


def _short_of_occasion(doc: Doc, start: int, end: int) -> int:
    """Without when and where it was said, behind the words that were: "the delay “absurd” in an interview"."""
    for at in range(start + 1, end - 1):
        if doc[at].is_quote and not doc[at - 1].whitespace_ and doc[at + 1].lower_ in OCCASION:
            return at + 1
    return end


def _adds(verb: Token, child: Token) -> bool:
    """Whether what is coordinated with the cue is another deed of the speaker's, no more of what was said."""
    if child.dep_ == "parataxis":
        return True
    if child.dep_ != "conj":
        return False
    if is_cue(child):
        return True
    if any(c.dep_ in {"nsubj", "nsubjpass", "expl"} for c in child.lefts):
        return False
    return child.tag_ == verb.tag_ and not any(c.dep_ in {"aux", "auxpass"} for c in child.lefts)


def _loose(clause: Token) -> bool:
    """Whether a clause after a comma tells of the saying: "…, while protesters waited"."""
    if clause.dep_ not in {"advcl", "ccomp", "acl"}:
        return False
    first = clause.left_edge
    if first.i == 0 or clause.doc[first.i - 1].text not in INTERRUPTING:
        return False
    return clause.tag_ == "VBG" or first.lower_ in {"while", "as", "although", "after", "when", "before"}


def _breaks(verb: Token, token: Token, start: int) -> bool:
    """Where the journalist goes on within what the tree takes for content."""
    doc = token.doc
    if token.dep_ == "cc" and token.i + 1 < len(doc):
        ahead = next((t for t in doc[token.i + 1 : token.i + 4] if t.tag_ not in {"RB", "IN", ","}), None)
        return ahead is not None and is_cue(ahead) and _same_form(verb, ahead)
    if token.text not in INTERRUPTING or token.i + 2 >= len(doc):
        return False
    after = doc[token.i + 1]
    if after.is_quote:
        after = doc[token.i + 2]
    if after.lower_ in {"while", "although"} or (after.lower_ == "as" and after.dep_ == "mark"):
        return after.head.i > after.i and after.head.dep_ == "advcl"
    if after.lower_ == "which" and doc[token.i + 2].text == "," and token.i + 3 < len(doc):
        return doc[token.i + 3].lower_ == "according"
    return after.tag_ == "VBG" and is_cue(after) and after.i > start + 3


def is_cue(token: Token) -> bool:
    return token.tag_.startswith("VB") and token.lower_ in cues()


def _same_form(verb: Token, other: Token) -> bool:
    if any(c.dep_ in {"nsubj", "nsubjpass"} for c in other.lefts):
        return False
    past = {"VBD", "VBN"}
    return verb.tag_ == other.tag_ or (verb.tag_ in past and other.tag_ in past)


def around(verb: Token, phrase: Range) -> Content | None:
    """What stands before a cue that closes or interrupts its sentence: "It failed, officials said"."""
    doc = verb.doc
    start = phrase[0]
    finite = any(token.tag_ in FINITE for token in doc[: start - 1])
    if start < SHORTEST or not finite or not _set_off(doc, start) or verb.tag_ not in FINITE:
        return None
    return Content(((0, start - 1),), "cue at the end")


def interrupted(verb: Token, phrase: Range, entry: CueEntry) -> Content | None:
    """What stands around a cue between commas: "The road, she told reporters, is open"."""
    doc = verb.doc
    start, end = phrase
    last = _last_word(doc)
    if start < 2 or not _set_off(doc, start) or not _bare(verb, entry, end):
        return None
    if end + 1 >= last or doc[end].text not in INTERRUPTING or _tail(doc[end + 1]):
        return None
    return Content(((0, start - 1), (end + 1, last)), "cue in the middle")


def _bare(verb: Token, entry: CueEntry, end: int) -> bool:
    """Whether only the listener, the time and the place stand between the cue and the comma."""
    if verb.tag_ in {"VBG", "VB"} or verb.dep_ == "relcl":
        return False
    for child in verb.rights:
        if child.i >= end:
            break
        if child.dep_ in NOMINAL and not entry.takes & {Takes.ADDRESSEE}:
            return False
        if child.dep_ in {"xcomp", "ccomp", "advcl"} or child.lower_ in {"against", "of", "for", "if", "as"}:
            return False
    return True


def _set_off(doc: Doc, start: int) -> bool:
    """Whether a comma, or one within closing quotation marks, parts the cue from what stands before."""
    before = doc[start - 1]
    return before.text in INTERRUPTING or (before.is_quote and start > 1 and doc[start - 2].text == ",")


def _last_word(doc: Doc) -> int:
    last = len(doc)
    while last and doc[last - 1].is_punct:
        last -= 1
    return last


def _tail(word: Token) -> bool:
    """Whether what follows tells how it was said, and is no part of it."""
    return word.tag_ == "VBG" or word.lower_ in TAILS
