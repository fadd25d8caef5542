"""What is shown of a statement, piece by piece: its words, and what stands around them in its sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from schemas.parts import places_of_parts
from schemas.statement import Kind, Span, Statement

QUOTATION_MARKS = frozenset("“”„‟«»‹›‘’‚\"'「」『』")
LONG = 420  # characters; what has more is folded
SHOWN = 300  # characters of what is folded
LEAST = 120  # characters of the words themselves that are shown of what is folded


class Piece(NamedTuple):
    """A stretch of what is shown: words of the statement, or what stands around them. `marks` are in `text`."""

    text: str
    said: bool
    marks: tuple[Span, ...] = ()


class Folded(NamedTuple):
    """What is shown at once, and the rest, () where it is short."""

    shown: tuple[Piece, ...]
    rest: tuple[Piece, ...]

    @property
    def marked_in_rest(self) -> bool:
        """Whether what was searched for is in the rest alone."""
        return any(piece.marks for piece in self.rest) and not any(piece.marks for piece in self.shown)


def as_written(statement: Statement, highlight: Sequence[Span] = ()) -> Iterator[Piece]:
    """All of its sentence; the words alone where that is not known. `highlight` is where its text is to be marked."""
    return (within_sentence if statement.sentence else words)(statement, highlight)


def words(statement: Statement, highlight: Sequence[Span] = ()) -> Iterator[Piece]:
    """Part by part; a speaker's own in quotation marks."""
    opening, closing = ("“", "”") if statement.kind is Kind.DIRECT else ("", "")
    end = 0
    for place in places_of_parts(statement):
        if place.start > end:
            yield Piece(statement.text[end : place.start], said=False)
        marks = _moved(highlight, place, len(opening) - place.start)
        yield Piece(f"{opening}{place.of(statement.text)}{closing}", said=True, marks=marks)
        end = place.end


def within_sentence(statement: Statement, highlight: Sequence[Span] = ()) -> Iterator[Piece]:
    """All of the sentence, which must be known. The quotation marks around a speaker's own words belong to them."""
    sentence = statement.sentence
    assert sentence is not None
    text, end = sentence.text, 0
    for place, span in zip(places_of_parts(statement), statement.spans, strict=False):
        start = span.start - sentence.span.start
        stop = start + place.end - place.start
        own = statement.kind is Kind.DIRECT
        first = start - 1 if own and text[start - 1 : start] in QUOTATION_MARKS else start
        last = stop + 1 if own and text[stop : stop + 1] in QUOTATION_MARKS else stop
        if first > end:
            yield Piece(text[end:first], said=False)
        yield Piece(text[first:last], said=True, marks=_moved(highlight, place, start - first - place.start))
        end = last
    if text[end:]:
        yield Piece(text[end:], said=False)


def _moved(highlight: Sequence[Span], place: Span, by: int) -> tuple[Span, ...]:
    inside = (mark for mark in highlight if place.start <= mark.start and mark.end <= place.end)
    return tuple(Span(mark.start + by, mark.end + by) for mark in inside)


def fold(pieces: Iterable[Piece]) -> Folded:
    """A long one is cut between two words, behind some of the statement's own."""
    whole = tuple(pieces)
    text = "".join(piece.text for piece in whole)
    lead = len(whole[0].text) if whole and not whole[0].said else 0
    at = text.find(" ", max(SHOWN, lead + LEAST))
    if len(text) <= LONG or at < 0:
        return Folded(whole, ())
    shown: list[Piece] = []
    rest: list[Piece] = []
    for piece in whole:
        head, tail = _cut(piece, min(max(at, 0), len(piece.text)))
        shown += [head] if head.text else []
        rest += [tail] if tail.text else []
        at -= len(piece.text)
    return Folded(tuple(shown), tuple(rest))


def _cut(piece: Piece, at: int) -> tuple[Piece, Piece]:
    """What is marked on both sides stays marked on both."""
    head = tuple(Span(mark.start, min(mark.end, at)) for mark in piece.marks if mark.start < at)
    tail = tuple(Span(max(mark.start - at, 0), mark.end - at) for mark in piece.marks if mark.end > at)
    return piece._replace(text=piece.text[:at], marks=head), piece._replace(text=piece.text[at:], marks=tail)
