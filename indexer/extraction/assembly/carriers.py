"""The sentences that carry statements: those of the reported words and of the words that report them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from indexer.extraction.model.attribution import Attribution
from indexer.extraction.model.document import Document
from schemas.statement import Span

LONGEST = 1_200  # characters of a sentence beyond a statement: else every statement of a list would repeat the list


def carriers(document: Document, attributions: Sequence[Attribution]) -> Iterator[Span | None]:
    """For each attribution the stretch from its first sentence to its last, cut short where a sentence is far longer
    than sentences are. None where no sentence is there, or where the words lie so far apart that the stretch between
    them is not theirs: all of them together are no more than some times the text.
    """
    text, sentences = document.text, document.sentences
    starts = [sentence.start for sentence in sentences]
    for attribution in attributions:
        words = extent(attribution)
        own = sum(span.end - span.start for span in attribution.spans)
        touched = sentences[carrying(starts, words)]
        if not touched or words.end - words.start > own + LONGEST:
            yield None
        else:
            yield Span(
                _begin(text, min(touched[0].start, words.start), words.start),
                _end(text, max(touched[-1].end, words.end), words.end),
            )


def extent(attribution: Attribution) -> Span:
    """From the first of the reported words and their cue to the last."""
    touched = [*attribution.spans, *([attribution.cue.span] if attribution.cue else ())]
    return Span(min(span.start for span in touched), max(span.end for span in touched))


def carrying(starts: Sequence[int], words: Span) -> slice:
    """Which of the sentences that begin at `starts` have a part of the words, or stand before what is in none."""
    first = max(bisect_right(starts, words.start) - 1, 0)
    return slice(first, max(bisect_left(starts, words.end), first))


def _begin(text: str, start: int, words: int) -> int:
    """Where the sentence begins, or a word of it, no further before the words than a sentence is long."""
    cut = words - LONGEST
    return start if start >= cut else text.find(" ", cut, words) + 1 or words


def _end(text: str, end: int, words: int) -> int:
    cut = words + LONGEST
    return end if end <= cut else max(text.rfind(" ", words, cut), words)
