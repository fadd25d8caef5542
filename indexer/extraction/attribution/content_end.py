"""Where the content behind a cue ends: with the verb's own phrase, before what another cue or a loose clause adds."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from indexer.extraction.attribution.additions import begins_addition, tells_of_the_speaker
from indexer.extraction.attribution.cue_phrase import is_cue
from indexer.extraction.attribution.tokens import INTERRUPTING, NAMED_SUBJECTS, PAST, SUBJECTS, VERBAL
from indexer.extraction.lang.en.date_patterns import DAYS
from indexer.extraction.lang.word_lists import word_list

SHARES = word_list("shares")
OF_THE_SAYING = word_list("conjunctions-of-the-saying")
OCCASIONS = word_list("occasions")
SPEAKING_OCCASIONS = word_list("occasions-of-speaking")
SHORTEST_NOTE = 6  # tokens with the brackets; what is shorter is a part of a name: "the Water Board (WB)"
TIMES = word_list("times-of-saying") | DAYS


def content_end(verb: Token, start: int, *, of_object: bool = False, announces: bool = False) -> int:
    """`of_object` says that the content is a noun: an occasion of speaking beside it is that of the saying.

    So is a time where the cue `announces` it; else it may be that of the thing itself ("condemned a raid on Monday").
    """
    end = start + 1
    for child in verb.rights:
        if child.right_edge.i < start:
            continue
        if child.i > start and (
            _adds(verb, child) or _is_loose(child) or (of_object and _tells_when(child, announces))
        ):
            break
        if child.dep_ not in {"cc", "punct"}:
            end = max(end, child.right_edge.i + 1)
    end = next((at for at in range(start + 1, end) if _breaks(verb, verb.doc[at], start, end, of_object)), end)
    end = _before_brackets(verb.doc, start, end)
    while end > start + 1 and (verb.doc[end - 1].dep_ == "cc" or verb.doc[end - 1].text in INTERRUPTING):
        end -= 1
    return end


def _before_brackets(doc: Doc, start: int, end: int) -> int:
    """Without what the journalist explains in brackets at the end."""
    if doc[end - 1].text != ")":
        return end
    opens = next((at for at in range(end - 2, start, -1) if doc[at].text in {"(", ")"}), start)
    return opens if opens > start and doc[opens].text == "(" and end - opens > SHORTEST_NOTE else end


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
    """Whether a clause tells of the saying: "…, while protesters waited", "called it late saying it rained"."""
    if clause.dep_ not in {"advcl", "ccomp", "acl"}:
        return False
    first = clause.left_edge
    if clause.dep_ == "advcl" and clause.tag_ == "VBG" and first.i == clause.i and is_cue(clause):
        return True
    if first.i == 0 or clause.doc[first.i - 1].text not in INTERRUPTING:
        return False
    has_subject = any(child.dep_ in SUBJECTS for child in clause.lefts)
    return (clause.tag_ == "VBG" and not has_subject) or first.lower_ in OF_THE_SAYING


def _tells_when(child: Token, announces: bool) -> bool:
    """ "announced a swap last week", "praised the plan during a debate"."""
    if child.dep_ == "npadvmod":
        return announces and (child.right_edge.lower_ in TIMES or child.lower_ in TIMES)
    if child.dep_ != "prep" or child.lower_ not in OCCASIONS:
        return False
    occasions = SPEAKING_OCCASIONS | DAYS if announces else SPEAKING_OCCASIONS
    return any(named.lower_ in occasions for named in child.rights)


def _breaks(verb: Token, token: Token, start: int, end: int, of_object: bool) -> bool:
    """Whether the journalist goes on here, within what the tree takes for content."""
    if token.dep_ == "cc" and token.i + 1 < len(token.doc):
        return _coordinates_a_cue(verb, token)
    if token.lower_ == "compared":
        return _is_of_a_share(verb)
    if token.dep_ == "mark":
        return tells_of_the_speaker(token, start)
    if token.i + 2 >= len(token.doc) or not (token.text in INTERRUPTING or _is_dash(token)):
        return False
    return begins_addition(token, start, end, of_object=of_object)


def _is_of_a_share(verb: Token) -> bool:
    """ "52 percent said it rained, compared with 41 last year": who is asked says nothing of the others."""
    subject = next((child for child in verb.lefts if child.dep_ in NAMED_SUBJECTS), None)
    return subject is not None and (subject.tag_ == "CD" or subject.lower_ in SHARES)


def _is_dash(token: Token) -> bool:
    """ "The tax - a fine on bread", not "sell-off"."""
    return token.text == "-" and bool(token.whitespace_) and bool(token.nbor(-1).whitespace_)


def _coordinates_a_cue(verb: Token, token: Token) -> bool:
    """ "…and warned"."""
    ahead = next((t for t in token.doc[token.i + 1 : token.i + 4] if t.tag_ not in {"RB", "IN", ","}), None)
    return (ahead is not None and is_cue(ahead) and _same_form(verb, ahead)) or _another_reports(verb, token)


def _another_reports(verb: Token, conjunction: Token) -> bool:
    """ "…, and aid groups warned that …"."""
    clause = next((c for c in conjunction.head.rights if c.dep_ == "conj" and c.i > conjunction.i), None)
    if clause is None or not is_cue(clause) or clause.tag_ != verb.tag_:
        return False
    subject = next((c for c in clause.lefts if c.dep_ in NAMED_SUBJECTS and c.i > conjunction.i), None)
    return subject is not None and subject.tag_ != "PRP" and any(c.dep_ in VERBAL for c in clause.rights)


def _same_form(verb: Token, other: Token) -> bool:
    if any(c.dep_ in NAMED_SUBJECTS for c in other.lefts):
        return False
    return verb.tag_ == other.tag_ or {verb.tag_, other.tag_} <= PAST
