"""The shapes that pass between the modules of attribution: a sentence's parts by the numbers of its tokens."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from spacy.tokens import Doc

from indexer.extraction.model.attribution import Attribution, Rule
from indexer.extraction.model.document import FoldedSentence
from schemas.statement import Act, Span


class TokenRange(NamedTuple):
    """Tokens `[start, end)` of a sentence."""

    start: int
    end: int


@dataclass(frozen=True)
class ParsedSentence:
    """A sentence with its tree."""

    sentence: FoldedSentence
    doc: Doc

    @cached_property
    def folds(self) -> tuple[TokenRange, ...]:
        """The tokens that stand for folded quotes."""
        if not self.sentence.folds:
            return ()
        starts = self.doc.to_array("IDX").tolist()
        return tuple(
            TokenRange(bisect_left(starts, fold.start), bisect_left(starts, fold.end)) for fold in self.sentence.folds
        )

    @property
    def hidden(self) -> frozenset[int]:
        """The numbers of these tokens: none of them is a cue or a speaker."""
        return frozenset(at for start, end in self.folds for at in range(start, end)) if self.folds else frozenset()

    def span(self, tokens: TokenRange) -> Span:
        """Where the tokens stand in the article; a folded quote counts with its marks."""
        first, last = self.doc[tokens.start], self.doc[tokens.end - 1]
        return self.sentence.origin(first.idx, last.idx + len(last))


@dataclass(frozen=True, slots=True)
class Content:
    """What of a sentence is said, in the order of its tokens, and the rule that tells."""

    ranges: tuple[TokenRange, ...]
    rule: Rule

    def holds(self, fold: TokenRange) -> bool:
        return any(start <= fold.start and fold.end <= end for start, end in self.ranges)


@dataclass(frozen=True, slots=True)
class Report:
    """A statement within one sentence; `mention` is None where that names nobody, `target` where it has no party."""

    content: Content
    cue: TokenRange
    lemma: str
    act: Act
    mention: TokenRange | None
    target: TokenRange | None = None


@dataclass(frozen=True, slots=True)
class ReadSentence:
    """A sentence with the attributions found in it, and whom it is about ("She took a sip of water."), if that is asked
    of it: for quotes in it or behind it that no cue introduces, and before an interview.
    """

    sentence: FoldedSentence
    attributions: tuple[Attribution, ...] = ()
    about: Span | None = None
