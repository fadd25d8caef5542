"""Labels in capitals, read as names and offices are written elsewhere: "ANA SILVA, MINISTER OF TRADE"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from indexer.extraction.lang.en.naming_patterns import FIRST_END
from indexer.extraction.lang.word_lists import word_list
from indexer.extraction.model.attribution import Attribution, Rule
from indexer.extraction.model.document import Turn
from schemas.statement import Span

LETTERS = re.compile(r"[^\W\d_]+")
REST_OF_LABEL = re.compile(r"[^a-z:\n“”\"]*")
IN_CAPITALS = word_list("written-in-capitals")
IN_LOWER_CASE = word_list("written-in-lower-case")
LABELLED = frozenset({Rule.ANSWER, Rule.NAME_BESIDE_QUOTE})


def labels_in_capitals(text: str, turns: Sequence[Turn], attributions: Sequence[Attribution]) -> list[Span]:
    """In the order of the text, none in another."""
    labels = {turn.label for turn in turns}
    labels |= {each.mention for each in attributions if each.mention is not None and each.rule in LABELLED}
    return list(_apart(_with_the_rest(text, label) for label in sorted(labels) if _begins(text, label)))


def _begins(text: str, label: Span) -> bool:
    """ "ANA SILVA (Minister)" too."""
    return FIRST_END.split(label.of(text), maxsplit=1)[0].isupper()


def _with_the_rest(text: str, label: Span) -> Span:
    rest = REST_OF_LABEL.match(text, label.end, label.end + 120)
    return Span(label.start, rest.end() if rest else label.end)


def _apart(spans: Iterable[Span]) -> Iterator[Span]:
    reached = 0
    for span in spans:
        if span.start >= reached:
            reached = span.end
            yield span


def in_title_case(text: str, spans: Sequence[Span]) -> str:
    """The text, each character where it was, with the words of the spans in title case."""
    pieces: list[str] = []
    at = 0
    for start, end in spans:
        pieces += (text[at:start], LETTERS.sub(_written, text[start:end]))
        at = end
    return "".join([*pieces, text[at:]])


def _written(word: re.Match[str]) -> str:
    letters = word[0]
    if letters in IN_CAPITALS or not letters.isupper():
        return letters
    is_ending = len(letters) == 1 and word.string[max(0, word.start() - 1) : word.start()] in ("'", "’")
    lower = is_ending or (letters.lower() in IN_LOWER_CASE and word.start() > 0)
    written = letters.lower() if lower else letters.capitalize()
    return written if len(written) == len(letters) else letters
