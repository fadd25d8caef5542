"""A text in capitals throughout, read as if it were not: "MINISTER ANA SILVA SAID" is "Minister Ana Silva said".

Wire copy has no small letters, which tell a name from a word. Here names are told by what stands beside them: an office
before, an office in apposition, a verb that reports; a name that was told once is one everywhere. Lengths stay.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from indexer.extraction.document.layout import OPENING, without_dateline
from indexer.extraction.document.words import TOKEN
from indexer.extraction.lang.cues import cues
from indexer.extraction.lang.en.proper_words import proper_words
from indexer.extraction.lang.en.role_nouns import BODIES, OFFICES, PRIVATE
from indexer.extraction.lang.word_lists import word_list
from schemas.statement import Span

SMALL = 0.03  # of its letters a text in capitals may have small: "McKay"
FEWEST = 20  # letters of one
LONGEST = 4  # words of a name
MONTHS_AND_WORDS = frozenset({"may", "march"})  # months only beside a number
NEAR = 8  # words behind a name in which an office tells that it is one
HONORIFICS = word_list("honorifics")
NO_NAMES = word_list("ends-a-phrase") | word_list("begins-a-sentence") | word_list("ordinary-in-capitals")
VERBAL_ENDINGS = ("ed", "ing", "ly")


def ordinary_letters(text: str, paragraphs: Sequence[Span]) -> str:
    """The text itself unless it is in capitals throughout; datelines stay as they are."""
    if not (_in_capitals(text[:OPENING]) and _in_capitals(text)):
        return text
    words = [
        Span(*match.span())
        for paragraph in paragraphs
        for match in TOKEN.finditer(text, *without_dateline(text, paragraph))
    ]
    lows = [word.of(text).lower() for word in words]
    written = dict(_proper(lows))
    names = _names(text, words, lows, written)
    known = {lows[at] for at in names}
    pieces: list[str] = []
    reached = 0
    for at, (word, low) in enumerate(zip(words, lows, strict=True)):
        is_name = at in names or (low.removesuffix("'s").removesuffix("’s") in known)
        as_written = written.get(at) or (_capitalised(low) if is_name or _begins(text, word) else low)
        is_as_long = len(as_written) == word.end - word.start
        pieces += (text[reached : word.start], as_written if is_as_long else word.of(text))
        reached = word.end
    return "".join((*pieces, text[reached:]))


def _in_capitals(text: str) -> bool:
    small, capitals = sum(map(str.islower, text)), sum(map(str.isupper, text))
    return capitals >= FEWEST and small <= SMALL * capitals


def _proper(lows: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The numbers of the words that always have a capital, and how they are written."""
    table = proper_words()
    at = 0
    while at < len(lows):
        bare = _bare(lows[at])
        if bare in MONTHS_AND_WORDS and any(low.isdigit() for low in lows[max(0, at - 1) : at + 2]):
            yield at, bare.capitalize()
        for name in table.get(bare, ()):
            following = [_bare(low) for low in lows[at : at + len(name)]]
            if following == [word.lower() for word in name]:
                for place, word in enumerate(name, at):
                    yield place, word + lows[place][len(word) :]
                at += len(name) - 1
                break
        at += 1


def _names(text: str, words: Sequence[Span], lows: Sequence[str], written: dict[int, str]) -> set[int]:
    """The numbers of the words that are names of people."""
    found: set[int] = set()
    at = 0
    while at < len(words):
        run = _run(text, words, lows, written, at)
        if run and _names_somebody(text, words, lows, run):
            found.update(run)
        at = max(at + 1, run.stop)
    return found


def _run(text: str, words: Sequence[Span], lows: Sequence[str], written: dict[int, str], at: int) -> range:
    """The words from the one at `at` that no list knows, with only blanks between."""
    end = at
    while end < len(words) and end - at < LONGEST and _may_name(lows[end]) and end not in written:
        end += 1
        if end == len(words) or text[words[end - 1].end : words[end].start].strip(".") != " ":
            break
    return range(at, end)


def _may_name(low: str) -> bool:
    bare = _bare(low)
    known = bare in NO_NAMES or bare in cues() or bare in OFFICES or bare in BODIES or bare in PRIVATE
    return not known and bare.isalpha() | ("-" in bare) | ("’" in bare) | ("'" in bare)


def _names_somebody(text: str, words: Sequence[Span], lows: Sequence[str], run: range) -> bool:
    before = lows[run.start - 1] if run.start else ""
    gap = text[words[run.start - 1].end : words[run.start].start] if run.start else ""
    after = text[words[run.stop - 1].end : words[run.stop].start] if run.stop < len(words) else "."
    is_titled = _bare(before) in OFFICES or before.rstrip(".") in HONORIFICS
    if is_titled and gap.strip(".") == " ":
        return len(run) > 1 or not lows[run.start].endswith(VERBAL_ENDINGS)
    if len(run) < 2:
        return False
    if is_titled and gap == ", ":
        return after.startswith(",")
    following = lows[run.stop : run.stop + NEAR]
    if after.startswith(","):
        return any(_bare(low) in OFFICES for low in following) and (gap == "" or not gap.isspace())
    reports = bool(following) and following[0] in cues() and after == " "
    return (reports and (gap == "" or not gap.isspace())) or (before in cues() and after[0] in ",.;")


def _bare(low: str) -> str:
    return low.removesuffix("'s").removesuffix("’s")


def _begins(text: str, word: Span) -> bool:
    """Whether the word begins a line, a sentence or a quote, or is "I"."""
    before = text[max(0, word.start - 4) : word.start].rstrip(" \"“‘«'")
    return word.of(text) == "I" or word.start == 0 or not before or before[-1] in ".!?:\n—–-"


def _capitalised(low: str) -> str:
    """ "Al-Saadi", "O’Neill", "Silva’s"."""
    parts = list(low.capitalize())
    for at in range(1, len(parts) - 2):
        if parts[at] in "-'’" and low[at + 1 :] != "s":
            parts[at + 1] = parts[at + 1].upper()
    return "".join(parts)
