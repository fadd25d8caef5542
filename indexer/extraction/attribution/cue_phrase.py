"""A cue in its sentence: the words that are its own, and those that belong to it without being said."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from indexer.extraction.attribution.shapes import TokenRange
from indexer.extraction.attribution.tokens import NAMED_SUBJECTS
from indexer.extraction.lang.cues import CueEntry, Takes, cues
from indexer.extraction.lang.en.date_patterns import WEEKDAYS
from indexer.extraction.lang.word_lists import word_list

FUTURE = word_list("future-auxiliaries")
CONDITIONS = word_list("conditions")
UNDONE = word_list("not-done-by-it")
APART = frozenset({"for", "on", "of", "against", "about"})  # may stand apart from their verbs
BETWEEN = word_list("between-a-verb-and-its-preposition")
FARTHEST_APART = 4  # tokens
TOLD = frozenset({"said", "says", "told"})  # verbs whatever the tagger takes them for


def is_cue(token: Token) -> bool:
    """Whether it reports without a quote beside it."""
    return token.tag_.startswith("VB") and any(
        not entry.takes & {Takes.NOUN_THAT, Takes.BESIDE} and last_word(token, entry) is not None
        for entry in cues().get(token.lower_, ())
    )


def reports(token: Token) -> bool:
    """Whether it is a verb that is uttered as a fact: no "did not say", "will say" or "if she says", no noun or
    adjective of the same letters.
    """
    if not token.tag_.startswith("VB") and token.lower_ not in TOLD:
        return False
    if token.dep_ == "amod" or _is_left_undone(token):
        return False
    return not any(child.dep_ == "neg" or _not_yet(child) for child in token.children)


def _is_left_undone(token: Token) -> bool:
    """ "Her refusal to condemn", "plans to announce": the infinitive tells what is wanted, or was not done."""
    marked = token.tag_ == "VB" and any(child.tag_ == "TO" for child in token.lefts)
    return marked and token.dep_ in {"xcomp", "acl", "advcl", "ccomp"} and token.head.lower_ in UNDONE


def _not_yet(child: Token) -> bool:
    """Whether by it the verb is of the future, or of a condition."""
    if child.dep_ == "mark":
        return child.lower_ in CONDITIONS
    return child.dep_ == "aux" and child.lower_ in FUTURE and child.i < child.head.i


def last_word(token: Token, entry: CueEntry) -> Token | None:
    """Of the cue that begins with `token`; None where the entry's other words do not follow it."""
    if len(entry.words) == 1:
        return token
    doc, end = token.doc, token.i + len(entry.words)
    following = tuple(word.lower_ for word in doc[token.i + 1 : end])
    if following == entry.words[1:] and not _is_a_day(doc, end):
        return doc[end - 1]
    return _behind_a_time(token, entry.words[1]) if len(entry.words) == 2 else None


def _is_a_day(doc: Doc, at: int) -> bool:
    """ "On Monday" in "called on Monday for a truce"."""
    return doc[at - 1].lower_ == "on" and at < len(doc) and doc[at].text in WEEKDAYS


def _behind_a_time(token: Token, preposition: str) -> Token | None:
    """The preposition in "called on Monday for a truce", "warned again of war"; None where more stands between."""
    if preposition not in APART:
        return None
    for word in token.doc[token.i + 1 : token.i + 1 + FARTHEST_APART]:
        if word.lower_ == preposition and word.i > token.i + 1 and not _is_a_day(word.doc, word.i + 1):
            return word
        if word.text not in WEEKDAYS and word.lower_ not in BETWEEN:
            return None
    return None


def cue_range(token: Token, last: Token) -> TokenRange:
    """The verb with its particle; "was quoted as saying" whole."""
    start = token.i
    if last.i > token.i and (last.nbor(-1).text in WEEKDAYS or last.nbor(-1).lower_ in BETWEEN):
        return TokenRange(start, start + 1)
    if token.dep_ == "pcomp" and token.head.lower_ == "as" and token.head.head.lower_ == "quoted":
        quoted = token.head.head
        if any(child.dep_ == "dobj" for child in quoted.rights):
            return TokenRange(token.i, last.i + 1)  # "the agency quoted Ilk as saying"
        start = min([quoted.i, *(child.i for child in quoted.lefts if child.dep_ == "auxpass")])
    return TokenRange(start, last.i + 1)


def cue_phrase(token: Token, last: Token) -> TokenRange:
    """From the subject to what follows the cue without being said: "she told reporters on Monday"."""
    start, end = token.i, last.i + 1
    for child in reversed(list(token.lefts)):
        if child.dep_ in NAMED_SUBJECTS:
            named = next((c for c in child.rights if c.dep_ == "appos" and c.right_edge.i == token.i - 1), child)
            start = min(start, named.left_edge.i)
            break
        if child.dep_ not in {"aux", "auxpass", "advmod", "neg", "punct"}:
            break
        if child.dep_ != "punct":
            start = min(start, child.left_edge.i)
    for child in token.rights:
        if child.dep_ in {"punct", "ccomp", "conj", "cc", "parataxis"}:
            break
        end = max(end, child.right_edge.i + 1)
    return TokenRange(start, end)
