"""What is said before a cue that closes its sentence, and around one that interrupts it."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from indexer.extraction.attribution.additions import begins_addition
from indexer.extraction.attribution.cue_phrase import cue_phrase, is_cue
from indexer.extraction.attribution.shapes import Content, TokenRange
from indexer.extraction.attribution.sources import quoting_verb
from indexer.extraction.attribution.tokens import FINITE, INTERRUPTING, NAMED_SUBJECTS, NOMINAL, last_word_end
from indexer.extraction.lang.cues import CueEntry, Takes
from indexer.extraction.lang.word_lists import word_list
from indexer.extraction.model.attribution import Rule
from schemas.statement import Act

BEHIND_WHAT_WAS_SAID = word_list("behind-what-was-said")
NO_LISTENERS = word_list("no-listeners")
WHEN_IT_WAS_SAID = word_list("when-it-was-said")
PRONOUNS = word_list("people-told-of")
SETTING = frozenset({"prep", "advcl", "advmod", "npadvmod", "cc"})
CONNECTING = frozenset({"RB", "IN", "CC", "WRB", "RBR", "UH"})  # "yet", "of course", "but then"
PERFECT = word_list("perfect-auxiliaries")
RELATIVE = word_list("relative-pronouns")
FARTHEST_TIME = 4  # tokens from a cue that closes its sentence to the end: "reported late on Monday"
SHORTEST = 3  # tokens before a cue that closes its sentence


def content_before(verb: Token, phrase: TokenRange, entry: CueEntry) -> Content | None:
    """ "It failed, officials said", "It failed, Reuters quoted officials as saying"."""
    quoting = quoting_verb(verb)
    if quoting is not None:
        verb, phrase = quoting, TokenRange(cue_phrase(quoting, quoting).start, phrase.end)
    doc, start = verb.doc, phrase.start
    finite = any(token.tag_ in FINITE for token in doc[: start - 1])
    whole = finite or _is_announced(doc, start) or _is_a_phrase(verb, phrase)
    if start < SHORTEST or not whole or not _set_off(doc, start) or not _is_finite(verb):
        return None
    if _is_setting(verb, start) or doc[start].lower_ in RELATIVE or _has_an_object(verb, entry):
        return None
    return Content((TokenRange(0, start - 1),), Rule.CUE_AT_END)


def beginning_before(verb: Token, phrase: TokenRange) -> Content | None:
    """ "If it rains" in "If it rains, she said, “we wait”": the quote behind the cue ends its sentence."""
    doc, end = verb.doc, phrase.start - 1
    if end < 1 or not _set_off(doc, phrase.start) or not _is_finite(verb):
        return None
    words = doc[:end]
    if all(token.tag_ in CONNECTING for token in words) or any(token.is_quote or is_cue(token) for token in words):
        return None
    first = next(token for token in words if token.tag_ not in CONNECTING or token.dep_ in {"prep", "mark", "advmod"})
    if first.dep_ == "prep" or first.tag_ == "VBG" or first.lower_ in WHEN_IT_WAS_SAID:
        return None  # "On Monday, she said, “we wait”" may tell when she said it
    return Content((TokenRange(0, end),), Rule.CUE_AT_END)


def _is_a_phrase(verb: Token, phrase: TokenRange) -> bool:
    """ "People like you, he said.": a sentence that ends with its cue is said whole."""
    doc = verb.doc
    if doc[0].is_quote or not doc[-1].is_punct or phrase.end < last_word_end(doc):
        return False
    other = SETTING | NAMED_SUBJECTS
    return any(c.i < phrase.start and c.tag_.startswith("N") and c.dep_ not in other for c in verb.lefts)


def _is_announced(doc: Doc, start: int) -> bool:
    """ "Harbour fees to rise, minister says": a headline, in which the infinitive is of the future."""
    infinitive = any(
        token.tag_ == "TO" and token.i and token.nbor(-1).tag_.startswith("N") for token in doc[: start - 2]
    )
    return infinitive and not doc[-1].is_punct


def content_beside_as(verb: Token) -> Content | None:
    """ "It failed, as officials confirmed", "As confirmed by them, it failed", "The road, as they say, is open"."""
    doc = verb.doc
    mark = next((child for child in verb.lefts if child.dep_ == "mark" and child.lower_ == "as"), None)
    if mark is None or not (_is_finite(verb) or _agent(verb)):
        return None
    if any(child.dep_ in {"ccomp", "xcomp", "dobj", "acomp"} for child in verb.rights):
        return None
    end, last = verb.right_edge.i + 1, last_word_end(doc)
    if mark.i < 2:
        is_fronted = (mark.i == 0 or doc[0].tag_ in CONNECTING) and verb.dep_ == "advcl"
        is_whole = is_fronted and end + 1 < last and doc[end].text == ","
        return Content((TokenRange(end + 1, last),), Rule.CUE_IN_MIDDLE) if is_whole else None
    if doc[mark.i - 1].text not in INTERRUPTING:
        return None
    if end >= last:
        return Content((TokenRange(0, mark.i - 1),), Rule.CUE_AT_END) if mark.i >= SHORTEST else None
    if doc[end].text not in INTERRUPTING:
        return None
    before, behind = TokenRange(0, mark.i - 1), TokenRange(end + 1, last)
    names_nothing = all(token.tag_ in CONNECTING for token in doc[: mark.i - 1])
    return Content((behind,) if names_nothing else (before, behind), Rule.CUE_IN_MIDDLE)


def _is_finite(verb: Token) -> bool:
    """ "said" or "has said"."""
    return verb.tag_ in FINITE or (verb.tag_ == "VBN" and any(child.lower_ in PERFECT for child in verb.lefts))


def _agent(verb: Token) -> bool:
    return any(child.dep_ == "agent" for child in verb.rights)


def content_around(verb: Token, phrase: TokenRange, entry: CueEntry) -> Content | None:
    """ "The road, she told reporters, is open"."""
    doc = verb.doc
    start, end = phrase
    last = last_word_end(doc)
    if start < 2 or not _set_off(doc, start) or not _is_bare(verb, entry, end):
        return None
    if end + 1 >= last or doc[end].text not in INTERRUPTING or _tells_how(doc[end + 1]):
        return None
    if _is_another_cue(doc, end + 1, last):
        return Content((TokenRange(0, start - 1),), Rule.CUE_AT_END)
    if doc[end + 1].dep_ == "cc" and (entry.act is Act.ASK or _is_another_matter(doc[end + 1], start, last)):
        return None
    behind = next((at for at in range(end + 2, last - 1) if _adds(doc[at], end + 1, last)), last)
    return Content((TokenRange(0, start - 1), TokenRange(end + 1, behind)), Rule.CUE_IN_MIDDLE)


def _is_another_cue(doc: Doc, start: int, end: int) -> bool:
    """ "The road is closed, she told the board, the agency reported": who passes it on is no part of it."""
    verbs = [token for token in doc[start:end] if token.tag_ in FINITE]
    return len(verbs) == 1 and verbs[0].i > start and is_cue(verbs[0]) and end - verbs[0].i <= FARTHEST_TIME


def _adds(comma: Token, start: int, end: int) -> bool:
    """Whether a relative clause up to the end is the journalist's."""
    is_relative = comma.text in INTERRUPTING and comma.nbor().lower_ in RELATIVE
    return is_relative and begins_addition(comma, start, end, of_object=False)


def _is_bare(verb: Token, entry: CueEntry, end: int) -> bool:
    """Whether only the listener, the time and the place stand between the cue and the comma."""
    if verb.tag_ in {"VBG", "VB"} or verb.dep_ == "relcl":
        return False
    for child in verb.rights:
        if child.i >= end:
            break
        if child.dep_ in NOMINAL and not entry.takes & {Takes.ADDRESSEE}:
            return False
        if child.dep_ in {"xcomp", "ccomp", "advcl"} or child.lower_ in NO_LISTENERS:
            return False
    return True


def goes_on_behind(doc: Doc, phrase: TokenRange, quote: TokenRange) -> bool:
    """Whether only a comma, perhaps with an "and", stands between the cue's own words and the quote behind them."""
    between = [token.lower_ for token in doc[phrase.end : quote.start]]
    return bool(between) and between[0] == "," and between[1:] in ([], ["and"], ["but"])


def _has_an_object(verb: Token, entry: CueEntry) -> bool:
    """ "He hosts a show, writes a column": what the verb is about stands behind it."""
    return verb.dep_ == "conj" and any(
        child.dep_ == "dobj" and child.i > verb.i and not entry.takes & {Takes.ADDRESSEE} for child in verb.rights
    )


def _is_setting(verb: Token, start: int) -> bool:
    """Whether all before it tells when and where it was said: "During a visit, while it rained, she commented on"."""
    beside = [child for child in verb.lefts if child.i < start and not child.is_punct]
    return bool(beside) and all(child.dep_ in SETTING for child in beside)


def _set_off(doc: Doc, start: int) -> bool:
    """Whether a comma, or one within closing quotation marks, parts the cue from what stands before."""
    before = doc[start - 1]
    return before.text in INTERRUPTING or (before.is_quote and start > 1 and doc[start - 2].text == ",")


def _tells_how(word: Token) -> bool:
    """Whether what follows tells how it was said, and is no part of it."""
    return word.tag_ == "VBG" or word.lower_ in BEHIND_WHAT_WAS_SAID


def _is_another_matter(conjunction: Token, start: int, end: int) -> bool:
    """ "It rained, she said, but gave no details", "…, but others say it poured", "…, but she left"; what was said
    before ends at `start`, the sentence at `end`.
    """
    doc = conjunction.doc
    first = doc[conjunction.i + 1]
    if first.tag_ in FINITE or (first.lower_ in PRONOUNS and all(t.lower_ != first.lower_ for t in doc[:start])):
        return True
    return any(token.tag_ in FINITE and is_cue(token) for token in doc[conjunction.i + 1 : end])
