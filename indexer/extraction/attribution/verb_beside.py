"""A quote that touches a verb of which no list knows that it reports: "“Never,” thundered the envoy"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from spacy.tokens import Doc, Token

from indexer.extraction.attribution.cue_phrase import last_word
from indexer.extraction.attribution.mentions import mention_of
from indexer.extraction.attribution.quotes_beside import stands_apart
from indexer.extraction.attribution.shapes import Content, ParsedSentence, Report, TokenRange
from indexer.extraction.attribution.sources import is_somebody, of_answer, source_of
from indexer.extraction.attribution.tokens import NAMED_SUBJECTS
from indexer.extraction.lang.cues import CueEntry, Takes, cues
from indexer.extraction.lang.word_lists import word_list
from indexer.extraction.model.attribution import Rule
from schemas.statement import Act

STOPS = frozenset(".?!…")
TENSED = frozenset({"VBD", "VBZ"})
PARTICLES = word_list("particles-of-speaking")
NEVER_SPOKEN = word_list("verbs-of-no-speaking")
FARTHEST = 25  # tokens from a quote to the verb behind its subject


def verbs_beside(parsed: ParsedSentence, free: Sequence[TokenRange]) -> Iterator[Report]:
    """A report for each of the folds, which no cue has, that touches a verb or its subject, if that is somebody."""
    taken: TokenRange | None = None
    for fold, following in zip_longest(free, free[1:]):
        verb = _behind(parsed.doc, fold) or _before(parsed.doc, fold) if fold != taken else None
        if verb is None:
            continue
        rest = following if following is not None and _interrupts(verb, fold, following) else None
        report = _report(verb, fold, rest, parsed)
        if report is not None:
            taken = rest
            yield report


def _interrupts(verb: Token, fold: TokenRange, following: TokenRange) -> bool:
    """ "“It rains,” thundered Ilk, “and it pours”"."""
    doc = verb.doc
    between = doc[verb.i + 1 : following.start]
    return (
        fold.end <= verb.i < following.start
        and doc[fold.end - 2].text == ","
        and doc[following.start - 1].text in {",", "—", "–"}
        and not any(token.tag_ in TENSED for token in between)
    )


def _report(verb: Token, fold: TokenRange, rest: TokenRange | None, parsed: ParsedSentence) -> Report | None:
    subject = source_of(verb, parsed.hidden, inverted=verb.i > fold.start)
    if subject is None or (verb.i == fold.end and subject.i < verb.i):
        return None
    speaker = of_answer(subject)
    if speaker is not None and not is_somebody(speaker):
        return None
    if speaker is subject and verb.lower_ in NEVER_SPOKEN:
        return None
    entry = _entry(verb)
    end = verb.i + (len(entry.words) if entry is not None else 1 + _has_particle(verb))
    lemma, act = (entry.lemma, entry.act) if entry is not None else (verb.doc[verb.i : end].text, Act.ASSERT)
    mention = mention_of(speaker) if speaker is not None else None
    return Report(
        Content((fold, rest) if rest is not None else (fold,), Rule.QUOTE_BESIDE_VERB),
        TokenRange(verb.i, end),
        lemma,
        act,
        mention,
    )


def _entry(verb: Token) -> CueEntry | None:
    entries = (entry for entry in cues().get(verb.lower_, ()) if Takes.BESIDE in entry.takes)
    return next((entry for entry in entries if last_word(verb, entry) is not None), None)


def _has_particle(verb: Token) -> bool:
    return verb.i + 1 < len(verb.doc) and verb.doc[verb.i + 1].lower_ in PARTICLES


def _behind(doc: Doc, fold: TokenRange) -> Token | None:
    """The verb of "“…,” thundered Ilk" and of "“…,” Ilk, the envoy, thundered"."""
    first = fold.end
    while first < len(doc) and doc[first].text in {",", "—", "–"}:
        first += 1
    if first == len(doc) or not stands_apart(doc, fold) or doc[fold.end - 2].text == ".":
        return None
    if doc[first].tag_ in TENSED:
        return doc[first]
    for token in doc[first : first + FARTHEST]:
        if token.tag_ in TENSED | {"VBN"} and any(
            c.dep_ in NAMED_SUBJECTS and c.left_edge.i == first for c in token.lefts
        ):
            return token
    return None


def _before(doc: Doc, fold: TokenRange) -> Token | None:
    """The verb of "Ilk thundered “…!”" and of "Ilk cut in: “…”"."""
    last = fold.start - 1
    if last > 0 and doc[last].text in {":", ","}:
        last -= 1
    elif doc[fold.end - 2].text not in STOPS:
        return None
    if last > 0 and doc[last].lower_ in PARTICLES:
        last -= 1
    return doc[last] if last > 0 and doc[last].tag_ in TENSED else None
