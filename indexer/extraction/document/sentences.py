"""The sentences of a paragraph, as spans of the text exactly as received.

News has few abbreviations and many quotation marks: a list of the first and a rule for the second split as well as a
model does, at a thousandth of its cost. A stop inside closing quotation marks ends a sentence only where none of the
reporting words that may follow it do ("“Why?” asked the minister.").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from schemas.statement import Span

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
