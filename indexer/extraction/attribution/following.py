"""What is said behind a cue in its sentence: a clause, an infinitive, an object, or what is said of an object."""

from __future__ import annotations

from collections.abc import Collection
from itertools import chain
from typing import NamedTuple

from spacy.tokens import Doc, Token

from indexer.extraction.attribution.content_end import before_occasion, content_end
from indexer.extraction.attribution.noun_cues import clause_of_noun, is_conveyed
from indexer.extraction.attribution.outlets_told import end_of_outlet
from indexer.extraction.attribution.passives import content_of_passive, is_passive
from indexer.extraction.attribution.predication import predication_start
from indexer.extraction.attribution.shapes import Content, TokenRange
from indexer.extraction.attribution.tokens import CLAUSE_SUBJECTS, FINITE, INTERRUPTING, NOMINAL, PAST, VERBAL
from indexer.extraction.lang.cues import CueEntry, Takes, cues
from indexer.extraction.lang.en.date_patterns import DAYS
from indexer.extraction.lang.word_lists import word_list
from indexer.extraction.model.attribution import Rule
from schemas.statement import Act

BEFORE_A_DAY = word_list("before-a-day")
PARTS_OF_A_DAY = word_list("parts-of-a-day")
CONJUNCTIONS = word_list("conjunctions-of-clauses")
OF_NO_OCCASION = word_list("of-no-occasion")
TIMES = word_list("times-of-saying") | DAYS
LATER = frozenset({"later", "earlier", "afterwards"})
QUOTING = word_list("quoting-another")
NO_OBJECTS = frozenset({"himself", "herself", "it"})
ANSWERS = frozenset({"yes", "no"})


class Start(NamedTuple):
    """The first token of the content, and the rule by which it is one; whether a clause has a subject of its own."""

    at: int
    rule: Rule
    has_subject: bool = True


def content_after(verb: Token, last: Token, entry: CueEntry) -> Content | None:
    """What follows the cue, whose own words end with `last`; of a passive, what its speaker did it to, or as what."""
    if is_passive(verb) and entry.takes & {Takes.NOUN, Takes.SECOND}:
        passive = content_of_passive(verb, entry)
        if passive is not None:
            return passive
    if (answer := _answer(verb, last, entry)) is not None:
        return Content((answer,), Rule.CLAUSE)
    start = _start(verb, last, entry)
    if start is None or start.at >= len(verb.doc):
        return None
    of_object, announces = start.rule in {Rule.OBJECT, Rule.PREPOSITION}, entry.act is Act.ANNOUNCE
    end = content_end(verb, start.at, of_object=of_object, announces=announces)
    if start.rule is not Rule.PREDICATION:
        return Content((TokenRange(start.at, end),), start.rule)
    end = before_occasion(verb.doc, start.at, end)
    free = any(child.lower_ == "what" for child in verb.lefts)
    return Content((TokenRange(start.at, end),), Rule.FREE_RELATIVE if free else Rule.PREDICATION)


def _answer(verb: Token, last: Token, entry: CueEntry) -> TokenRange | None:
    """ "Asked whether it rained, the mayor said no", "said no to the plan"."""
    at = last.i + 1
    answer = next((child for child in verb.rights if child.i == at and child.dep_ == "intj"), None)
    if answer is None or answer.lower_ not in ANSWERS or Takes.CLAUSE not in entry.takes:
        return None
    to = next((child for child in (*answer.rights, *verb.rights) if child.i == at + 1 and child.lower_ == "to"), None)
    return TokenRange(at, to.right_edge.i + 1 if to is not None else at + 1)


def _start(verb: Token, last: Token, entry: CueEntry) -> Start | None:
    if len(entry.words) > 1:
        if entry.takes & {Takes.NOUN, Takes.GERUND}:
            clause = _clause(verb, last, entry) if _is_behind_an_occasion(last, entry) else None
            return clause or (Start(last.i + 1, Rule.PREPOSITION) if _governs_what_is_said(last, entry) else None)
        return _clause(verb, last, entry)
    if Takes.SECOND in entry.takes:
        at = predication_start(verb, last, entry)
        return Start(at, Rule.PREDICATION) if at is not None else None
    clause = _behind_outlet(verb, _clause(verb, last, entry), last, entry)
    named = next((child for child in verb.rights if child.dep_ in NOMINAL and child.i > last.i), None)
    if clause is None:
        return _object(named, entry)
    if named is None or named.i > clause.at:
        return clause
    if clause.rule is Rule.INFINITIVE and Takes.OBJECT in entry.takes and named.i < clause.at:
        return Start(named.left_edge.i, Rule.OBJECT_INFINITIVE)
    if Takes.ADDRESSEE in entry.takes:
        return clause
    if Takes.NOUN not in entry.takes:
        return clause if clause.rule is not Rule.CLAUSE or clause.has_subject else Start(named.left_edge.i, Rule.CLAUSE)
    return Start(named.left_edge.i, Rule.OBJECT)


def _behind_outlet(verb: Token, clause: Start | None, last: Token, entry: CueEntry) -> Start | None:
    """ "Told Reuters Iran would answer": the outlet is no part of what is said."""
    if clause is None or clause.rule is not Rule.CLAUSE or Takes.ADDRESSEE not in entry.takes:
        return clause
    end = end_of_outlet(verb.doc, last.i + 1) if last.i + 2 < len(verb.doc) else None
    is_within = end is not None and not any(child.right_edge.i + 1 == end for child in verb.rights)
    return Start(end, Rule.CLAUSE) if end is not None and is_within else clause


def _governs_what_is_said(last: Token, entry: CueEntry) -> bool:
    """No "called out to the crew", and no "admitted to the port" where a gerund is due."""
    if last.i + 1 >= len(last.doc) or (last.tag_ == "RP" and last.nbor().dep_ == "prep"):
        return False
    governed = next((child for child in last.rights if child.dep_ in {"pobj", "pcomp"}), None)
    return Takes.NOUN in entry.takes or (governed is not None and governed.dep_ == "pcomp")


def _is_behind_an_occasion(last: Token, entry: CueEntry) -> bool:
    """ "Pointed out on Monday that it rained"."""
    behind = last.doc[last.i + 1 : last.i + 2]
    return Takes.CLAUSE in entry.takes and bool(behind) and behind[0].tag_ == "IN" and behind[0].lower_ != "that"


def _object(named: Token | None, entry: CueEntry) -> Start | None:
    if named is None or Takes.NOUN not in entry.takes or named.left_edge.lower_ in NO_OBJECTS:
        return None
    if _is_inverted(named.head):
        return None
    if is_conveyed(named) and clause_of_noun(named) is not None and named.lower_ in cues():
        return None  # what is expressed is what the noun reports
    return Start(named.left_edge.i, Rule.OBJECT)


def _is_inverted(verb: Token) -> bool:
    """ "It rains, stated the envoy": what follows is no object, but who speaks."""
    before = verb.doc[max(0, verb.i - 1)]
    if verb.tag_ not in FINITE or not (before.text in INTERRUPTING or before.is_quote):
        return False
    left = {child.dep_ for child in verb.lefts}
    return "ccomp" in left and not left & CLAUSE_SUBJECTS


def _clause(verb: Token, last: Token, entry: CueEntry) -> Start | None:
    for child in chain(verb.rights, last.rights if last.i > verb.i else ()):
        if child.i > last.i and child.dep_ in VERBAL and (start := _of_clause(child, last, entry)) is not None:
            return start
    return _behind_an_occasion(verb, last) if Takes.CLAUSE in entry.takes else None


def _behind_an_occasion(verb: Token, last: Token) -> Start | None:
    """ "Said on Friday in a letter to the board that it rained", "said after the vote he would go": a parser takes the
    clause for one of the board, or of the vote.
    """
    opening = {"mark", "advmod"} if _has_content_elsewhere(verb) else {"mark", "advmod", "dobj"}
    for child in verb.rights:
        if child.i <= last.i or child.is_punct:
            continue
        that = next((token for token in child.subtree if _opens_a_clause(token, opening)), None)
        if not _may_be_an_occasion(child):
            return None
        if that is not None:
            return Start(that.i + 1, Rule.CLAUSE)
    return None


def _may_be_an_occasion(child: Token) -> bool:
    if child.dep_ == "npadvmod":
        return child.lower_ in TIMES or child.right_edge.lower_ in TIMES
    return child.dep_ == "advmod" or (child.dep_ == "prep" and child.lower_ not in OF_NO_OCCASION)


def _has_content_elsewhere(verb: Token) -> bool:
    """Whether a quote, or a clause before it, may be what is said: "in a letter that they had signed" tells which."""
    return any(child.dep_ in VERBAL for child in verb.lefts) or any(token.is_quote for token in verb.doc)


def _opens_a_clause(token: Token, opening: Collection[str]) -> bool:
    """Whether it is a "that" with a label which lets it be no part of the clause behind it."""
    if token.lower_ != "that" or token.dep_ not in opening or token.head.i < token.i:
        return False
    return any(child.dep_ in CLAUSE_SUBJECTS and child.i > token.i for child in token.head.lefts)


def _of_clause(child: Token, last: Token, entry: CueEntry) -> Start | None:
    """Where a clause below the cue begins, if it is of a kind that this cue takes."""
    at = max(child.left_edge.i, last.i + 1)
    to = next((c for c in child.lefts if c.tag_ == "TO"), None) if child.tag_ == "VB" else None
    subject = next((c for c in child.lefts if c.dep_ in CLAUSE_SUBJECTS), None)
    if Takes.GERUND in entry.takes and any(c.lower_ == "having" for c in child.lefts) and subject is None:
        return Start(at, Rule.GERUND)
    if child.dep_ == "advcl" and not (_has_conjunction(child) or (to is not None and Takes.INFINITIVE in entry.takes)):
        return None
    if child.left_edge.lower_ == "as" and child.left_edge.dep_ == "mark":
        return None  # "said, as it happens, …"
    if to is not None:
        return _infinitive(to, subject, entry)
    if child.tag_ == "VBG" and subject is None:
        if Takes.GERUND in entry.takes:
            return Start(at, Rule.GERUND) if child.lower_ not in QUOTING else None
        if not any(c.dep_ == "aux" for c in child.lefts):
            return None
    if Takes.CLAUSE not in entry.takes or (subject is None and _tells_of_its_subject(child, last, at)):
        return None
    return Start(_past_times(child.doc, at, child.i), Rule.CLAUSE, subject is not None)


def _tells_of_its_subject(clause: Token, cue: Token, start: int) -> bool:
    """ "Are to be built", said of "the 500 homes promised"; but in "ships she said are old" she says so."""
    before = [child for child in cue.lefts if child.dep_ in NOMINAL]
    return (
        [child.tag_ for child in before] in (["NN"], ["NNS"])
        and cue.tag_ in PAST
        and cue.dep_ != "relcl"
        and clause.doc[start].i == cue.i + 1
        and clause.doc[start].tag_ in FINITE
    )


def _infinitive(to: Token, subject: Token | None, entry: CueEntry) -> Start | None:
    if subject is not None and Takes.OBJECT in entry.takes:
        return Start(subject.left_edge.i, Rule.OBJECT_INFINITIVE)
    return Start(to.i, Rule.INFINITIVE) if entry.takes & {Takes.INFINITIVE, Takes.OBJECT} else None


def _has_conjunction(clause: Token) -> bool:
    return any(child.dep_ == "mark" and child.lower_ in CONJUNCTIONS for child in clause.lefts)


def _past_times(doc: Doc, start: int, verb: int) -> int:
    """ "said Tuesday the plan …", "told them this week he …": the time is when it was said."""
    at = ahead = start
    while ahead < verb and (doc[ahead].lower_ in BEFORE_A_DAY or doc[ahead].text == ","):
        ahead += 1
    if ahead < verb and doc[ahead].lower_ in DAYS and doc[ahead + 1].tag_ != "POS":  # "said Tuesday's plan …"
        at = ahead + 1
        if at < verb and doc[at].lower_ in PARTS_OF_A_DAY:
            at += 1
    if at + 1 < verb and doc[at].lower_ in LATER and doc[at + 1].tag_ in {"PRP", "NNP"}:
        at += 1
    while at < verb and doc[at].text == ",":
        at += 1
    if at < verb and doc[at].lower_ == "that":
        at += 1
    return at if at < verb else start
