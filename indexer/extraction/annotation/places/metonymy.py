"""Whether a capital stands for its government ("Moscow warned", "ties with Baku") or is a place ("in Moscow").

The words around it decide. A capital that is not a place by any of these signs acts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from indexer.extraction.document.layout import in_dateline
from indexer.extraction.lang.en.name_patterns import OPENERS
from indexer.extraction.lang.en.place_patterns import BASED, GOVERNMENT_AFTER, PAIR, ROAD, SPOT_NOUNS
from indexer.extraction.lang.word_lists import word_list
from indexer.extraction.model.annotation import Place
from schemas.statement import Span

SPOT_AFTER = word_list("capital-is-a-spot-after")
LAST_WORDS = re.compile(r"(?:(\S+)\s+)?(\S+)[ \n]\Z")
REACH = 60  # characters before the name that are looked at


def acts(text: str, start: int, end: int, places: Sequence[Place]) -> bool:
    """True if the capital at `[start, end)` stands for its government. `places` are those found before it."""
    if in_dateline(text, Span(start, end)) or BASED.match(text, end):
        return False
    if not _acts_by_what_follows(text, end):
        return False
    words = LAST_WORDS.search(text, max(0, start - REACH), start)
    if words is None:
        return True
    second, last = (word or "" for word in words.groups())
    return _acts_by_what_precedes(text, start, second, last, places)


def _acts_by_what_follows(text: str, end: int) -> bool:
    rest = text[end : end + 2]
    if rest[:1] in ("'", "’") and rest[1:2] == "s":
        return SPOT_NOUNS.match(text, end + 3) is None
    if rest[:1] == " ":
        return SPOT_NOUNS.match(text, end + 1) is None and not _is_a_longer_name(text, end)
    return True


def _is_a_longer_name(text: str, end: int) -> bool:
    """ "Washington Irving", "Paris Opera"; a new line or a sentence's end is no part of it."""
    return text[end + 1 : end + 2].isupper() and text[end + 2 : end + 3].islower()


def _acts_by_what_precedes(text: str, start: int, second: str, last: str, places: Sequence[Place]) -> bool:
    word = last.lower()
    if word in SPOT_AFTER:
        return False
    if word in GOVERNMENT_AFTER:
        return second.lower().strip("“”\"',") in GOVERNMENT_AFTER[word]
    if word == "between":
        return ROAD.search(second.lower()) is None and _pair_acts(text, start)
    if word in ("and", "or", "nor") or last.endswith(","):
        return _acts_like_its_fellow(text, start, second if word in ("and", "or", "nor") else last, places)
    if last in OPENERS or last.isupper():
        return True
    return not (last[:1].isupper() and last[-1:].isalnum() and second[-1:].isalnum())


def _pair_acts(text: str, start: int) -> bool:
    """ "Between Kyiv and Warsaw", not "between Chisinau and a border post"."""
    following = PAIR.match(text, start)
    return following is None or bool(following.group(1))


def _acts_like_its_fellow(text: str, start: int, fellow: str, places: Sequence[Place]) -> bool:
    """In "Baku and Yerevan" both act or both are places; a town that is no capital makes both places."""
    word = fellow.strip(",")
    if places and start - places[-1].span.end <= len(" and ") and word:
        return places[-1].stands
    return not (word[:1].isupper() and fellow != "")
