"""What stands before a colon and names who speaks: "Q:", "VOSS:", "ANA VOSS, MINISTER (through translator):"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from indexer.extraction.document.words import RUNS
from indexer.extraction.lang.en.interview_patterns import HONORIFIC_NAME, REMARK
from indexer.extraction.lang.en.role_nouns import OFFICES
from indexer.extraction.lang.word_lists import word_list
from schemas.statement import Span

# A name of up to six words before a colon, or a letter as in "Q." and "A.".
SHORT = re.compile(
    r"[*_•–—-]{0,3}\s?(?P<who>(?P<name>[QA]|[^\W\d_][\w.’'&-]*(?:\s[\w.’'&-]+){0,5}?)(?P<rest>(?:\s?\([^()\n]{1,40}\)){0,2}))"
    r"[*_]{0,2}(?::|(?<=[QA])\.)[*_]{0,2}(?=\s|$)"
)
# With an office behind a comma, or longer before a bracket.
LONG = re.compile(
    r"[*_•–—-]{0,3}\s?(?P<who>(?P<name>[^\W\d_][^:,()\n“”\"?!]{1,60}?)"
    r"(?P<rest>(?:, [^:()\n“”\"?!]{2,90})?(?:\s?\([^()\n]{1,60}\)){0,2})):[*_]{0,2}(?=\s|$)"
)
LONGER = re.compile(r"(?P<who>(?P<name>The [A-Z][^:()\n“”\"?!]{3,110}?)(?P<rest>\s\([^()\n]{3,60}\))):(?=\s|$)")
ASKERS = word_list("askers")
ANSWERERS = word_list("answerers")
IN_NO_LABEL = word_list("in-no-label")
BRACKET = re.compile(r"\s?\(([^()]*)\)")
REACH = 200  # characters in which a label ends


@dataclass(frozen=True, slots=True)
class Label:
    """`span` is who speaks, without remarks on how ("on camera"); `end` is behind the colon, `key` equal for "Ana
    Silva", "Silva" and "SILVA (minister)". `asks`: the label tells that this one asks; `tells`: that it is a label,
    by an office beside the name, a remark or a title of courtesy; `is_office`: an office is all or a part of the name.
    """

    span: Span
    end: int
    key: str
    asks: bool
    tells: bool
    is_office: bool

    @property
    def is_named(self) -> bool:
        return self.key not in ANSWERERS and self.key not in ASKERS


def label_of(text: str, paragraph: Span) -> Label | None:
    """That of a paragraph; None where it begins with none."""
    end = min(paragraph.end, paragraph.start + REACH)
    for pattern in (SHORT, LONGER, LONG):
        found = pattern.match(text, paragraph.start, end)
        if found is not None:
            return _label(found)
    return None


def _label(found: re.Match[str]) -> Label | None:
    name, rest = found["name"], found["rest"]
    words = name.split()
    if not words[0][0].isupper() and not words[-1][0].isupper():
        return None
    holds_office = name.startswith("The ") and bool(rest) and _is_office(name)
    if not holds_office and (IN_NO_LABEL & set(words) or (rest.startswith(",") and not _is_office(rest))):
        return None
    remarks = [bracket for bracket in BRACKET.finditer(rest) if REMARK.fullmatch(bracket[1])]
    belongs = rest[: remarks[0].start()] if remarks else rest
    if not (holds_office or _is_office(belongs) or HONORIFIC_NAME.search(belongs)):
        belongs = ""  # "Dame Ruth Voss (North Harbour)"
    end = found.end("name") + len(belongs)
    told = {word.lower() for word in RUNS.findall(rest)}
    asks = _key(name) in ASKERS or bool(told & ASKERS) or words[0].lower() in ASKERS
    of_a_seat = len(words) > 1 and BRACKET.search(rest) is not None  # "Ana Voss (North Harbour)"
    is_courteous = HONORIFIC_NAME.search(f"{name} {rest}") is not None
    tells = bool(remarks) or of_a_seat or is_courteous or _is_office(rest)
    return Label(Span(found.start("who"), end), found.end(), _key(_person(name, rest)), asks, tells, _is_office(name))


def _is_office(words: str) -> bool:
    return any(word.lower() in OFFICES or word.lower() in ASKERS for word in RUNS.findall(words))


def _person(name: str, rest: str) -> str:
    """The name in the bracket behind an office: "The Minister for Ports (Mr Alan Voss)"."""
    bracket = BRACKET.search(rest)
    return bracket[1] if bracket and name.startswith("The ") and _is_office(name) else name


def _key(name: str) -> str:
    words = name.split()
    return words[-1].casefold().strip(".") if words else name.casefold()
