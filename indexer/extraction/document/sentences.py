"""Paragraphs and sentences, as spans of the text exactly as received.

News has few abbreviations and many quotation marks: a list of the first and a rule for the second split as well as a
model does, at a thousandth of its cost. A stop inside closing quotation marks ends a sentence only where none of the
reporting words that may follow it do ("“Why?” asked the minister.").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from schemas.statement import Span

LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
LINE_END = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
ENDED = re.compile(r"[.!?…:;。！？][\"'”’»›)\]*_]*$")
BULLET = re.compile(r"[-*•·–—>]\s|\d{1,3}[.)]\s")
WIDEST = 130  # characters; no longer line was broken to fit a width
NARROWEST = 40
FARTHEST = 40  # characters from the end of one line to the next one, blanks included

# A stop, what closes with it, space, and what opens the next sentence up to its first word.
BOUNDARY = re.compile(
    r"""(?P<stop>[.!?…]{1,8}|[。！？]) (?P<closing>["'”’»›“)\]]{0,4}) (?P<gap>\s{1,20})
        (?=(?P<opening>["'“‘«‹„”(\[—–-]{0,3}\s?) (?P<next>[^\W_]+))""",
    re.VERBOSE,
)
WORD_BEFORE = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]+$")


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


# Always with a name after them, so that their stop never ends a sentence.
LEADING = _words(
    "Mr Mrs Ms Messrs Mx Dr Prof Rev Fr St Ste Mt Ft Gen Lt Col Maj Capt Cmdr Adm Sgt Cpl Pvt Brig Hon Gov Sen Sens "
    "Rep Reps Pres Supt Amb Atty vs v approx ca cf"
)
# With a number after them, or else no abbreviations.
NUMBERED = _words("No Nos no nos Art Vol Fig pp")
# Within a sentence or at its end: the stop ends the sentence where a word follows that seldom is a name.
TRAILING = _words(
    "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Inc Ltd Co Corp Bros Plc LLC Jr Sr PhD MD Esq etc al U.S U.K "
    "U.N U.S.A U.S.S.R U.A.E E.U D.C a.m p.m B.C A.D i.e e.g Ph.D R D Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind "
    "Kan Ky La Mass Md Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn Tex Va Vt Wash Wis Wyo Ave Blvd Rd Dept Eds"
)
OPENERS = _words(
    "the a an this that these those he she it they we you i his her its their our my in on at for from with by after "
    "before as when while if but and or so yet also then there here who what why how where is are was were has have "
    "had did does do no not now both all some many most one two more last next earlier later since during under "
    "meanwhile however asked according although though because despite still even each every such until"
)
REPORTING = re.compile(
    r"""(?:[^\W\d_][\w.’'-]*,?\s+){0,6}?
        (?:said|says|say|asked|asks|added|adds|wrote|writes|told|tells|replied|replies|answered|shouted|cried|tweeted|
           demanded|wondered|exclaimed|joked|declared|continued|concluded|responded|noted|retorted|recalled|quipped|
           argued|insisted|warned|yelled|posted|chanted|screamed)\b""",
    re.VERBOSE,
)
REACH = 60  # characters after a closing quotation mark in which a reporting word still belongs to it


class Paragraph(NamedTuple):
    """A line of the text that is not blank, or several that were one, and its sentences.

    No span begins or ends in whitespace.
    """

    span: Span
    sentences: tuple[Span, ...]


def paragraphs(text: str) -> Iterator[Paragraph]:
    """In the order of the text; takes time in proportion to its length."""
    for span in unwrapped(text, [s for line in LINE.finditer(text) if (s := trimmed(text, *line.span())) is not None]):
        yield Paragraph(span, tuple(sentences_in(text, span)))


def unwrapped(text: str, lines: Sequence[Span]) -> Iterator[Span]:
    """The lines, those joined that were one before somebody broke it to fit a width."""
    joints = [_adjacent(text, line, following) for line, following in pairwise(lines)]
    width = _width(text, lines, joints)
    start = 0
    for at, line in enumerate(lines):
        if at < len(joints) and joints[at] and _broken(text, line, lines[at + 1], width):
            continue
        yield Span(lines[start].start, line.end)
        start = at + 1


def _adjacent(text: str, line: Span, following: Span) -> bool:
    """Whether no blank line parts them."""
    return following.start - line.end < FARTHEST and len(LINE_END.findall(text, line.end, following.start)) == 1


def _width(text: str, lines: Sequence[Span], joints: Sequence[bool]) -> int:
    """To how many characters the text was broken; 0 where its lines are paragraphs or entries of a list."""
    broken = [(line, following) for (line, following), groups in zip(pairwise(lines), joints, strict=True) if groups]
    width = max((line.end - line.start for line in lines if " " in line.of(text)), default=0)
    ended = sum(_ended(text, line) for line, _ in broken)
    full = sum(_full(text, line, following, width) for line, following in broken)
    fits = NARROWEST <= width <= WIDEST and 2 * ended < len(broken) and full > 0.7 * len(broken)
    return width if fits else 0


def _broken(text: str, line: Span, following: Span, width: int) -> bool:
    """Whether the next line goes on with this one: in the midst of a sentence, or because the line was full."""
    if BULLET.match(text, *following):
        return False
    midst = text[following.start].islower() and not _ended(text, line)
    return midst or (width > 0 and _full(text, line, following, width))


def _full(text: str, line: Span, following: Span, width: int) -> bool:
    """Whether the next line's first word would not have fitted behind this one."""
    word = text[following.start : following.start + WIDEST].split(maxsplit=1)[0]
    return line.end - line.start + 1 + len(word) > 0.9 * width


def _ended(text: str, line: Span) -> bool:
    return ENDED.search(text, max(line.start, line.end - 8), line.end) is not None


def trimmed(text: str, start: int, end: int) -> Span | None:
    """The span without the whitespace at its ends; None where nothing is left."""
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    end -= len(piece) - len(piece.rstrip())
    return Span(start, end) if start < end else None


def sentences_in(text: str, paragraph: Span) -> Iterator[Span]:
    """The sentences of one paragraph, which begins and ends with something to read."""
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
        return REPORTING.match(text, at, at + REACH) is None or following.lower() in {"but", "and"}
    if boundary["stop"] != ".":
        return True
    before = WORD_BEFORE.search(text, max(start, boundary.start() - 24), boundary.start())
    word = before[0] if before else ""
    if word in LEADING or (word in NUMBERED and following.isdigit()):
        return False
    if word in TRAILING or (len(word) == 1 and word != "I"):
        return following.lower() in OPENERS
    return True
