"""The sentences of a paragraph, as spans of the text exactly as received.

News has few abbreviations and many quotation marks: a list of the first and a rule for the second split as well as a
model does, at a thousandth of its cost. A stop inside closing quotation marks ends a sentence only where none of the
reporting words that may follow it do ("“Why?” asked the minister.").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from indexer.extraction.document.words import RUN
from indexer.extraction.lang.en.quoting import QUOTING_CLAUSE
from indexer.extraction.lang.word_lists import word_list
from schemas.statement import Span

# A stop, what closes with it, space, and what opens the next sentence up to its first word.
BOUNDARY = re.compile(
    rf"""(?P<stop>[.!?…]{{1,8}}|[。！？]) (?P<closing>["'”’»›“)\]]{{0,4}}) (?P<gap>\s{{1,20}})
        (?=(?P<opening>["'“‘«‹„”(\[—–-]{{0,3}}\s?) (?P<next>{RUN}))""",
    re.VERBOSE,
)
WORD_BEFORE = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]+$")  # with the stops within it: "U.S"
BEFORE_NAMES = word_list("abbreviations-before-names")
BEFORE_NUMBERS = word_list("abbreviations-before-numbers")
# "…in the north It said the road was closed": a pronoun with a capital and a reporting word begin a sentence.
LOST_STOP = re.compile(r"(?<=[a-z]{2})\s(?=(?:He|She|It|They)\s(?:also\s|later\s)?(?:said|told|added|warned|noted)\b)")
MAY_END = word_list("abbreviations-that-may-end-a-sentence") | word_list("month-abbreviations")
OPENERS = word_list("begins-a-sentence")
REACH = 140  # characters after a closing quotation mark in which a reporting word still belongs to it


def sentences_in(text: str, paragraph: Span) -> Iterator[Span]:
    """The sentences of one paragraph, which begins and ends with something to read."""
    if LOST_STOP.search(text, *paragraph) is None:
        yield from _stopped(text, paragraph)
        return
    for start, end in _stopped(text, paragraph):
        for lost in LOST_STOP.finditer(text, start, end):
            yield Span(start, lost.start())
            start = lost.end()
        yield Span(start, end)


def _stopped(text: str, paragraph: Span) -> Iterator[Span]:
    """Those that a stop ends."""
    start = paragraph.start
    for boundary in BOUNDARY.finditer(text, paragraph.start, paragraph.end):
        if boundary.start() > start and _ends_sentence(text, start, boundary):
            yield Span(start, boundary.start("gap"))
            start = boundary.end("gap")
    yield Span(start, paragraph.end)


def _ends_sentence(text: str, start: int, boundary: re.Match[str]) -> bool:
    following = boundary["next"]
    if following[0].islower():
        return False
    if boundary["closing"] and boundary["stop"] != "." and not boundary["opening"].strip():
        at = boundary.end("gap")
        is_reported = QUOTING_CLAUSE.match(text, at, min(at + REACH, boundary.endpos)) is not None
        return not is_reported or following.lower() in {"but", "and"}
    if boundary["stop"] != ".":
        return True
    before = WORD_BEFORE.search(text, max(start, boundary.start() - 24), boundary.start())
    word = before[0] if before else ""
    if word in BEFORE_NAMES or (word in BEFORE_NUMBERS and following.isdigit()):
        return False
    if word in MAY_END or (len(word) == 1 and word != "I"):
        return following.lower() in OPENERS
    return True
