"""One parsed sentence: its cues, who speaks them, and what of the sentence is their content."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from spacy.strings import get_string_id
from spacy.tokens import Doc, Token

from indexer.extraction.attribution import according_to as according
from indexer.extraction.attribution import content as clauses
from indexer.extraction.attribution.content import Content, Range
from indexer.extraction.attribution.sources import mention_of, speaker_of
from indexer.extraction.lang.cues import CueEntry, Takes, cues
from indexer.extraction.model.document import FoldedSentence
from schemas.statement import Act

# Rules that without a speaker would find what nobody said.
NEEDS_SPEAKER = frozenset(
    {"object", "object and what is said of it", "infinitive", "cue at the end", "cue in the middle"}
)


@dataclass(frozen=True, slots=True)
class Found:
    """A statement in tokens of its sentence."""

    content: Content
    cue: Range
    lemma: str
    act: Act
    mention: Range | None


def read(sentence: FoldedSentence, doc: Doc) -> Iterator[Found]:
    """In the order of the cues."""
    taken: set[int] = set()  # folds, by where they start
    starts = doc.to_array("IDX").tolist() if sentence.folds else []
    folds = [(bisect_left(starts, fold.start), bisect_left(starts, fold.end)) for fold in sentence.folds]
    in_folds = frozenset(at for start, end in folds for at in range(start, end))
    # Token objects are dear: only those are made that may be a cue.
    known = _ids()
    for at, word in enumerate(doc.to_array("LOWER").tolist()):
        if word not in known or at in in_folds:
            continue
        token = doc[at]
        if (found := according.read(token)) is not None:
            yield Found(*found)
        elif (entries := cues().get(token.lower_)) and (
            found_cue := _at(token, entries, folds, in_folds, taken)
        ) is not None:
            yield found_cue


@cache
def _ids() -> frozenset[int]:
    """spaCy's numbers of the words that cues begin with."""
    return frozenset(get_string_id(form) for form in ("according", *cues()))


def _at(
    token: Token, entries: tuple[CueEntry, ...], folds: list[Range], in_folds: frozenset[int], taken: set[int]
) -> Found | None:
    for entry in entries:
        last = _last_word(token, entry)
        if last is None:
            continue
        if Takes.NOUN_THAT in entry.takes:
            content, mention = _noun(token, entry)
        elif not _reports(token):
            continue
        else:
            content = _content(token, last, entry, folds, taken)
            inverted = content is not None and content.ranges[0][0] < token.i
            speaker = speaker_of(token, in_folds, inverted)
            mention = mention_of(speaker) if speaker is not None else None
        if content is not None and (mention is not None or content.rule not in NEEDS_SPEAKER):
            return Found(content, _cue(token, last), entry.lemma, entry.act, mention)
    return None


def _last_word(token: Token, entry: CueEntry) -> Token | None:
    at = token.i
    for word in entry.words[1:]:
        at += 1
        if at >= len(token.doc) or token.doc[at].lower_ != word:
            return None
    return token.doc[at]


def _reports(token: Token) -> bool:
    """A verb that is uttered as a fact: no "did not say", no noun or adjective of the same letters."""
    if not token.tag_.startswith("VB") and token.lower_ not in {"said", "says", "told"}:
        return False
    if token.tag_ == "VBN" and token.dep_ == "amod":
        return False
    return not any(child.dep_ == "neg" for child in token.children)


def _noun(token: Token, entry: CueEntry) -> tuple[Content | None, Range | None]:
    if not token.tag_.startswith("N"):
        return None, None
    for child in token.rights:
        marks = [c for c in child.lefts if c.dep_ == "mark" and c.lower_ == "that"]
        if child.dep_ in {"acl", "ccomp"} and marks:
            owner = next((c for c in token.lefts if c.dep_ == "poss"), None)
            return (
                Content(((marks[0].i + 1, child.right_edge.i + 1),), "noun with that"),
                mention_of(owner) if owner is not None else None,
            )
    return None, None


def _content(token: Token, last: Token, entry: CueEntry, folds: list[Range], taken: set[int]) -> Content | None:
    phrase = _phrase(token, last)
    if Takes.CLAUSE in entry.takes and not any(start < token.i for start, _ in folds):
        content = clauses.interrupted(token, phrase, entry)
        if content is not None and not any(start <= content.ranges[1][0] + 1 for start, _ in folds):
            return content
    beside = _quotes_beside(token, phrase, folds, taken) if Takes.QUOTE in entry.takes else []
    following = clauses.after(token, last, entry)
    if beside and (following is None or any(start < token.i for start, _ in beside) or _only(following, beside)):
        taken.update(start for start, _ in beside)
        return Content(tuple(beside), "quote beside its cue")
    if following is not None:
        taken.update(s for s, e in folds for a, b in following.ranges if a <= s and e <= b)
        return following
    if entry.takes & {Takes.CLAUSE, Takes.QUOTE} and Takes.CLAUSE in entry.takes:
        content = clauses.around(token, phrase)
        if content is not None and not any(a < e and s < b for s, e in folds for a, b in content.ranges):
            return content
    return None


def _only(content: Content, beside: list[Range]) -> bool:
    return all(any(s <= a + 1 and b <= e + 1 for s, e in beside) for a, b in content.ranges)


def _phrase(token: Token, last: Token) -> Range:
    """From the subject to what follows the cue without being said: "she told reporters on Monday"."""
    start, end = token.i, last.i + 1
    for child in reversed(list(token.lefts)):
        if child.dep_ in {"nsubj", "nsubjpass"}:
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
    return start, end


def _quotes_beside(token: Token, phrase: Range, folds: list[Range], taken: set[int]) -> list[Range]:
    """The folded quotes that this cue, and no other between, stands next to."""
    doc = token.doc
    free = [fold for fold in folds if fold[0] not in taken]
    before = [fold for fold in free if fold[1] <= token.i]
    behind = [fold for fold in free if fold[0] > token.i]
    beside = []
    if before and not _cue_between(doc, before[-1][1], token.i):
        beside.append(before[-1])
    if behind and not _cue_between(doc, token.i + 1, behind[0][0]) and _leads(doc, token.i, behind[0][0], bool(beside)):
        beside.append(behind[0])
    return beside


def _cue_between(doc: Doc, start: int, end: int) -> bool:
    for token in doc[start:end]:
        if token.tag_.startswith("VB") and any(Takes.QUOTE in entry.takes for entry in cues().get(token.lower_, ())):
            return True
    return False


def _leads(doc: Doc, cue: int, fold: int, has_one: bool) -> bool:
    before = doc[fold - 1]
    return before.i == cue or before.text in {",", ":", "—", "–", "-", "that"} or not has_one


def _cue(token: Token, last: Token) -> Range:
    """The verb with its particle; "was quoted as saying" whole."""
    start = token.i
    if token.dep_ == "pcomp" and token.head.lower_ == "as" and token.head.head.lower_ == "quoted":
        quoted = token.head.head
        start = min([quoted.i, *(c.i for c in quoted.lefts if c.dep_ == "auxpass")])
    return start, last.i + 1
