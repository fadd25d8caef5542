"""Where the content behind a cue ends: with the verb's own phrase, before what another cue or a loose clause adds."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from indexer.extraction.attribution.cue_phrase import is_cue
from indexer.extraction.attribution.tokens import INTERRUPTING, NAMED_SUBJECTS, PAST, SUBJECTS
from indexer.extraction.lang.word_lists import word_list

OF_THE_SAYING = word_list("conjunctions-of-the-saying")
OCCASIONS = word_list("occasions")


def content_end(verb: Token, start: int) -> int:
    end = start + 1
    for child in verb.rights:
        if child.right_edge.i < start:
            continue
        if child.i > start and (_adds(verb, child) or _is_loose(child)):
            break
        if child.dep_ not in {"cc", "punct"}:
            end = max(end, child.right_edge.i + 1)
    return next((at for at in range(start + 1, end) if _breaks(verb, verb.doc[at], start)), end)


def before_occasion(doc: Doc, start: int, end: int) -> int:
    """Without when and where it was said, behind the words that were: "the delay “absurd” in an interview"."""
    for at in range(start + 1, end - 1):
        if doc[at].is_quote and not doc[at - 1].whitespace_ and doc[at + 1].lower_ in OCCASIONS:
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
    if any(c.dep_ in SUBJECTS for c in child.lefts):
        return False
    return child.tag_ == verb.tag_ and not any(c.dep_ in {"aux", "auxpass"} for c in child.lefts)


def _is_loose(clause: Token) -> bool:
    """Whether a clause after a comma tells of the saying: "…, while protesters waited"."""
    if clause.dep_ not in {"advcl", "ccomp", "acl"}:
        return False
    first = clause.left_edge
    if first.i == 0 or clause.doc[first.i - 1].text not in INTERRUPTING:
        return False
    return clause.tag_ == "VBG" or first.lower_ in OF_THE_SAYING


def _breaks(verb: Token, token: Token, start: int) -> bool:
    """Whether the journalist goes on here, within what the tree takes for content."""
    if token.dep_ == "cc" and token.i + 1 < len(token.doc):
        return _coordinates_a_cue(verb, token)
    if token.text not in INTERRUPTING or token.i + 2 >= len(token.doc):
        return False
    return _begins_aside(token, start)


def _coordinates_a_cue(verb: Token, token: Token) -> bool:
    """ "…and warned"."""
    ahead = next((t for t in token.doc[token.i + 1 : token.i + 4] if t.tag_ not in {"RB", "IN", ","}), None)
    return ahead is not None and is_cue(ahead) and _same_form(verb, ahead)


def _begins_aside(comma: Token, start: int) -> bool:
    """ ", while others left", ", as it rained", ", which, according to the mayor", ", adding"."""
    doc = comma.doc
    first = doc[comma.i + 1]
    if first.is_quote:
        first = doc[comma.i + 2]
    if first.lower_ in {"while", "although"} or (first.lower_ == "as" and first.dep_ == "mark"):
        return first.head.i > first.i and first.head.dep_ == "advcl"
    if first.lower_ == "which" and doc[comma.i + 2].text == "," and comma.i + 3 < len(doc):
        return doc[comma.i + 3].lower_ == "according"
    return first.tag_ == "VBG" and is_cue(first) and first.i > start + 3


def _same_form(verb: Token, other: Token) -> bool:
    if any(c.dep_ in NAMED_SUBJECTS for c in other.lefts):
        return False
    return verb.tag_ == other.tag_ or {verb.tag_, other.tag_} <= PAST
