"""An article as it is read: its words, paragraphs, sentences and quotes, each with its place in the text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from schemas.dates.partial_dates import PartialDate
from schemas.statement import Span


class Word(NamedTuple):
    """`bare` is without the possessive "'s", `low` is `bare` in lower case; `[start, end)` holds all of it."""

    start: int
    end: int
    bare: str
    low: str
    possessive: bool


@dataclass(frozen=True, slots=True)
class Quote:
    """`outer` holds the marks, `inner` the words between them.

    `closed` is False where no mark ends it in its paragraph; `continued` is True where the next paragraph goes on.
    """

    outer: Span
    inner: Span
    closed: bool = True
    continued: bool = False


@dataclass(frozen=True, slots=True)
class Fold:
    """A folded quote and the characters `[start, end)` of its sentence that stand for it, marks included.

    `goes_on` tells that it begins with a small letter: words before it may begin its sentence.
    """

    start: int
    end: int
    quote: Quote
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class Origins:
    """Where the pieces of a text come from: each begins at `starts` there, and at `origins` in the text before.

    Between two pieces something was left out there, or a break was lost; a space or a line's end may stand for it, the
    last of its piece.
    """

    starts: tuple[int, ...]
    origins: tuple[int, ...]

    def of(self, at: int) -> int:
        piece = bisect_right(self.starts, at) - 1
        return self.origins[piece] + at - self.starts[piece]

    def span(self, span: Span) -> Span:
        """From the first of its characters to the last, where they come from."""
        return Span(self.of(span.start), self.of(span.end - 1) + 1) if span.end > span.start else span

    def back(self, origin: int) -> int:
        """Where the character of the text before stands here, or the next one if it was left out."""
        piece = bisect_right(self.origins, origin) - 1
        at = self.starts[piece] + origin - self.origins[piece]
        return min(at, self.starts[piece + 1]) if piece + 1 < len(self.starts) else at


@dataclass(frozen=True, slots=True)
class FoldedSentence:
    """A sentence as a parser reads it: on one line, with "This" for quotes that are sentences of their own.

    `paragraph` is the number of its paragraph, `start` where it begins in what is left of that.
    """

    text: str
    paragraph: int
    folds: tuple[Fold, ...]
    start: int
    origins: Origins

    def origin(self, start: int, end: int) -> Span:
        """The article's span of `text[start:end]`; a fold that is touched counts whole."""
        if not self.folds:
            return Span(self.origins.of(self.start + start), self.origins.of(self.start + end - 1) + 1)
        first, last = self._fold_at(start), self._fold_at(end - 1)
        return Span(
            first.quote.outer.start if first else self.origins.of(self.start + start),
            last.quote.outer.end if last else self.origins.of(self.start + end - 1) + 1,
        )

    def _fold_at(self, at: int) -> Fold | None:
        return next((fold for fold in self.folds if fold.start <= at < fold.end), None)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of the text that is not blank, or several that were one. No span begins or ends in whitespace.

    `content` is `span` without the dateline or the label of an interview that stands before; `sentences` are those of
    `span`, `quotes` the outermost ones. `folded` are the sentences of `content` that may report what somebody said:
    none in the answers of an interview.
    """

    span: Span
    content: Span
    sentences: tuple[Span, ...]
    quotes: tuple[Quote, ...]
    folded: tuple[FoldedSentence, ...]


@dataclass(frozen=True, slots=True)
class Turn:
    """One person's words in an interview, up to the next label.

    `label` is who speaks, `begin` where the label and its colon end, `is_named` False where it is a letter or the like
    ("A."). `paragraphs` are the numbers of those that it reaches over, `spans` the words in them: one span for each
    that holds some.
    """

    label: Span
    begin: int
    is_named: bool
    asks: bool
    paragraphs: range
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """All that is read of an article before anybody asks what it says; each sequence is in the order of the text.

    `text` and `title` are the article's in plain white space: every span points into it, and `origins` lead
    from there to the text as received. `source` is the outlet's name, or "", `url` the
    article's address, or "". `sentences` are those of all paragraphs, `turns` those of an interview.
    """

    text: str
    origins: Origins
    title: str
    published_on: PartialDate | None
    source: str
    url: str
    words: tuple[Word, ...]
    paragraphs: tuple[Paragraph, ...]
    sentences: tuple[Span, ...]
    turns: tuple[Turn, ...]

    @property
    def folded(self) -> Iterator[FoldedSentence]:
        """Those of all paragraphs."""
        return (sentence for paragraph in self.paragraphs for sentence in paragraph.folded)
