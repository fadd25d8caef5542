"""The sentences that are worth parsing: those that may report what somebody said, or tell whose a quote is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from indexer.extraction.attribution.cue_phrase import APART, FARTHEST_APART
from indexer.extraction.document.quotes import MARK
from indexer.extraction.document.words import runs
from indexer.extraction.lang.cues import CueEntry, Takes, cues
from indexer.extraction.model.document import Document, FoldedSentence

LONGEST = 1200  # characters; what is longer is a table or a list, and its tree would be wrong


def to_parse(document: Document) -> Iterator[FoldedSentence]:
    """Those with a reporting word, those before a quote that no cue introduces, and what introduces an interview."""
    sentences = tuple(document.folded)
    interview = document.turns[0].paragraphs[0] if document.turns else 0
    for sentence, following in zip_longest(sentences, sentences[1:]):
        if len(sentence.text) > LONGEST:
            continue
        before_quote = following is not None and _only_quoted(following) and not sentence.folds
        beside_quote = bool(sentence.folds) and not _only_quoted(sentence)
        introduces = interview - 3 <= sentence.paragraph < interview
        if before_quote or beside_quote or introduces or may_report(sentence):
            yield sentence


def may_report(sentence: FoldedSentence) -> bool:
    """Whether a cue stands in it with what it needs beside it; parsing is dear, so in doubt this looks twice."""
    words = runs(sentence.text.lower())
    known = cues()
    quoted = bool(sentence.folds) or MARK.search(sentence.text) is not None
    for at, word in enumerate(words):
        if word == "according":
            return True
        for entry in known.get(word, ()):
            if tuple(words[at : at + len(entry.words)])[1:] != entry.words[1:] and not _is_apart(words, at, entry):
                continue
            if Takes.NOUN_THAT in entry.takes:
                if "that" in words[at + 1 :]:
                    return True
            elif quoted or not entry.takes <= {Takes.QUOTE, Takes.BESIDE}:
                return True
    return False


def _is_apart(words: Sequence[str], at: int, entry: CueEntry) -> bool:
    """ "Called on Monday for"."""
    return (
        len(entry.words) == 2 and entry.words[1] in APART and entry.words[1] in words[at + 2 : at + 2 + FARTHEST_APART]
    )


def _only_quoted(sentence: FoldedSentence) -> bool:
    """Whether nothing stands beside the quote."""
    return bool(sentence.folds) and sentence.folds[0].start == 0 and sentence.folds[0].end >= len(sentence.text) - 1
