"""Where the break between two sentences or paragraphs was lost: "it rained.The minister said", "north.”“We came”".

A space lost behind an abbreviation ("Mr.Silva") is told too.

Many crawlers save a page without the breaks between its paragraphs. Where a text shows that several times, each such
joint outside quotation marks is one between paragraphs, and so is one of a caption or a credit ("ReutersThe flood").
Elsewhere it is one between sentences: somebody forgot a space.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from indexer.extraction.document.joint_marks import MARK, mark_at, read_marks
from indexer.extraction.document.words import RUNS
from indexer.extraction.lang.en.role_nouns import OFFICES
from indexer.extraction.lang.word_lists import word_list
from schemas.statement import Span

SEVERAL = 3  # joints from which on a text is one whose paragraphs were run together
LONGEST = 60  # characters of a web address, of which the end is looked at
BEFORE_NAMES = word_list("abbreviations-before-names")
BEGINS = word_list("begins-a-sentence") | word_list("honorifics") | OFFICES
ENDS_AN_ADDRESS = word_list("ends-an-address")
STOPPED = re.compile(
    r"""(?P<before>[^\W_]{2}|[)\]”"’%]) [.!?…]{1,3} [”’»)\]]{0,2} (?P<straight>"{0,2}) (?P<opening>[“‘«(\[]?)
        (?=(?P<next>[^\W\d_][^\W_]*))""",
    re.VERBOSE,
)
# "warBefore", as no word is written, and "ReutersThe", "ImageKing", "SilvaAna": a sentence, an office or a name begins.
UNSTOPPED = re.compile(
    r"(?<![^\W_])(?:[a-z]{2,}(?=[A-Z][A-Za-z])|(?P<before>[A-Z][a-z]{2,})(?=(?P<next>[A-Z][a-z]{2,})(?![^\W_])))"
)
UNSPACED = re.compile(r'(?<=[^\W_])(?:[”"]|(?=“))(?=“?[A-Z])')  # “a farce”The flood
LAST_WORD = re.compile(r"[^\W\d_]*$")


class Joint(NamedTuple):
    """Where a space was lost, or, `of_paragraphs`, the break between two of them."""

    at: int
    of_paragraphs: bool


def joints(text: str, paragraphs: Sequence[Span]) -> list[Joint]:
    """In the order of the text; takes time in proportion to it."""
    stopped = [[match for match in STOPPED.finditer(text, *each) if _parts(text, match)] for each in paragraphs]
    several = sum(not _is_abbreviation(text, match) for found in stopped for match in found) >= SEVERAL
    return [
        joint
        for paragraph, found in zip(paragraphs, stopped, strict=True)
        if found or several
        for joint in sorted(_in_paragraph(text, paragraph, found, several))
    ]


def _parts(text: str, match: re.Match[str]) -> bool:
    """Whether two words meet there, no parts of a name or address: "Ph.D.", "Example.Com"."""
    following, end = match["next"], match.end("before")
    if not following[0].isupper() or following.lower() in ENDS_AN_ADDRESS:
        return False
    word = _word_before(text, match)
    if len(word) == 2 and word.istitle() and word not in BEFORE_NAMES:
        return False
    run = text[max(0, end - LONGEST) : end].rpartition(" ")[2]
    return not ("/" in run or "@" in run or run.startswith("www."))


def _is_abbreviation(text: str, match: re.Match[str]) -> bool:
    return _word_before(text, match) in BEFORE_NAMES


def _word_before(text: str, match: re.Match[str]) -> str:
    end = match.end("before")
    found = LAST_WORD.search(text, max(0, end - 24), end)
    return found[0] if found else ""


def _in_paragraph(text: str, paragraph: Span, stopped: Sequence[re.Match[str]], several: bool) -> Iterator[Joint]:
    """Those behind a stop, and where several are run together those of captions too."""
    straight = {at for match in stopped for at in range(*match.span("straight"))}
    positions = [mark.start() for mark in MARK.finditer(text, *paragraph)]
    read = read_marks([mark_at(text, paragraph, at, at in straight) for at in positions])
    opening = dict(zip(positions, read, strict=True))

    def quoted(at: int) -> bool:
        before = bisect_left(positions, at)
        return before > 0 and read[before - 1]

    for match in stopped:
        at, end = match.start("straight"), match.end("straight")
        while at < end and not opening[at]:
            at += 1
        ends = not _is_abbreviation(text, match) and (at < end or bool(match["opening"]) or not quoted(at))
        yield Joint(at, several and ends)
    if several:
        for at in (*_beside_marks(text, paragraph, opening), *_within_words(text, paragraph)):
            if not quoted(at):
                yield Joint(at, of_paragraphs=True)


def _beside_marks(text: str, paragraph: Span, opening: Mapping[int, bool]) -> Iterator[int]:
    for match in UNSPACED.finditer(text, *paragraph):
        yield match.start() if opening.get(match.start(), True) else match.end()


def _within_words(text: str, paragraph: Span) -> Iterator[int]:
    alone = frozenset(RUNS.findall(text, *paragraph))
    for match in UNSTOPPED.finditer(text, *paragraph):
        before, following = match["before"], match["next"]
        if before is None or following.lower() in BEGINS or {before, following} <= alone:
            yield match.end()
