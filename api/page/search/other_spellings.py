"""Words of a query that nobody said, as they are spelled in what is indexed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rapidfuzz.distance.OSA import distance

from schemas.query import StatementQuery
from schemas.statement import FoundStatement
from search.engine import View
from search.language.pieces import Piece, instead, pieces
from search.text.analysis import words

MOST_WORDS = 6  # of a query that are looked at
EDITS = {1: 3, 2: 5}  # letters that a word has at least, by how many edits away another may be
LOOKED_THROUGH = 100  # statements that hold a word like it, the newest
OFFERED = 3  # spellings of a word


@dataclass(frozen=True, slots=True)
class Spelling:
    """`query` has the word so spelled, and finds `count` statements."""

    word: str
    query: StatementQuery
    count: int


def other_spellings(view: View, query: StatementQuery) -> Sequence[Spelling]:
    """Of words that no statement holds, in place of which a word that is like them finds something, most first."""
    found = [
        Spelling(word, asked, count)
        for piece in unknown(view, query)
        for word in spellings(view, piece)
        if (count := view.count(asked := spelled(query, piece, word)).value)
    ]
    return sorted(found, key=lambda spelling: -spelling.count)


def unknown(view: View, query: StatementQuery) -> Iterator[Piece]:
    """Words, not phrases. A word is asked for in quotation marks, so that it is no operator."""
    for piece in pieces(query.q)[:MOST_WORDS]:
        plain = words(piece.text)
        if not piece.phrase and len(plain) == 1 and not view.count(StatementQuery(q=f'"{plain[0]}"')).value:
            yield piece


def spellings(view: View, piece: Piece) -> Sequence[str]:
    """The nearest, then the most frequent; those with the same first letter before others."""
    (word,) = words(piece.text)
    for edits, letters in EDITS.items():
        if len(word) < letters:
            return ()
        found = view.first(StatementQuery(q=f"{word}~{edits}", limit=LOOKED_THROUGH))
        alike = Counter(each for each in held(found) if distance(each, word, score_cutoff=edits) <= edits)
        if alike:
            order = sorted(alike, key=lambda each: (each[0] != word[0], distance(each, word), -alike[each], each))
            return order[:OFFERED]
    return ()


def held(found: Sequence[FoundStatement]) -> Iterator[str]:
    """The words by which statements are found."""
    for each in found:
        speaker = each.statement.speaker
        names = (speaker.name, speaker.role, speaker.organisation) if speaker else ()
        for text in (each.statement.text, each.article.title, *filter(None, names)):
            yield from words(text)


def spelled(query: StatementQuery, piece: Piece, word: str) -> StatementQuery:
    return replace(query, q=instead(query.q, piece.start, piece.end, word), cursor=None)
