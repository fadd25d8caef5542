"""The sentences around statements; of one that is longer than sentences are, the part next to the statement."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from indexer.extraction.assembly.carriers import LONGEST, carrying, extent
from indexer.extraction.model.attribution import Attribution
from indexer.extraction.model.document import Document
from schemas.statement import Context, Span


def contexts(document: Document, attributions: Sequence[Attribution]) -> Iterator[Context]:
    """For each attribution the sentence before the first that it touches, and the one behind the last."""
    text, sentences = document.text, document.sentences
    starts = [sentence.start for sentence in sentences]
    for attribution in attributions:
        touched = carrying(starts, extent(attribution))
        before = end_of(text, sentences[touched.start - 1]) if touched.start > 0 else ""
        after = beginning_of(text, sentences[touched.stop]) if touched.stop < len(sentences) else ""
        yield Context(before, after)


def end_of(text: str, sentence: Span) -> str:
    cut = sentence.end - LONGEST
    return sentence.of(text) if sentence.start >= cut else f"… {text[cut : sentence.end].lstrip()}"


def beginning_of(text: str, sentence: Span) -> str:
    cut = sentence.start + LONGEST
    return sentence.of(text) if sentence.end <= cut else f"{text[sentence.start : cut].rstrip()} …"
