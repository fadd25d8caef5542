"""Whether a capital stands for its government ("Moscow warned", "ties with Baku") or is a place ("in Moscow").

The words around it decide. A capital that is not a place by any of these signs acts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from indexer.extraction.annotation.disambiguation import OPENERS
from indexer.extraction.lang.word_lists import listed
from indexer.extraction.model.annotation import Place

SPOT = listed(
    "in near inside outside around across through via into within above throughout beyond along leaving left "
    "leave visited visit visits visiting reached reach entered toured downtown central eastern northern "
    "southern western capital city bombed shelled hit struck"
)
# After "at", "to", "from", "of" or "for" a capital is a place unless the word before that says otherwise.
GOVERNMENT_AFTER = {
    "at": listed("back aimed anger angry furious directed pointed frustration swipe dismay fingers"),
    "to": listed(
        "response reply answer message messages warning warnings appeal appeals signal signals letter letters note "
        "protest support threat aid assistance challenge back close closer loyal linked thanks handed appealed "
        "listen talk talked talking speak spoke spoken arms weapons sales concessions offer proposal deliver "
        "belongs allied blow relief gratitude condolences apology owed gave given due complaint up left alternative "
        "opposed opposition hostile friendly sympathetic attributed demands request ultimatum rebuke pressure"
    ),
    "from": listed(
        "response reply answer message pressure support orders order instructions approval permission guarantees "
        "assurances help aid broadside criticism condemnation demand demands statement reaction word signals signal "
        "denial threat threats warning warnings note letter apology pledge loan loans funding money weapons arms "
        "independence independent explanation request offer invitation protest protests claim claims proposal "
        "clarity concessions commitment commitments rebuke line comment distanced backing interference"
    ),
    "of": listed(
        "criticism support government governments authority policy behalf part position influence demands ally "
        "allies enemy enemies friend friends critic critics opponent opponents recognition side help backing "
        "approval consent intentions interests hands word leadership condemnation critical supportive wary "
        "suspicious tired ahead"
    ),
    "for": listed(
        "support backing victory defeat setback blow problem win aid weapons help good bad enough room sympathy "
        "difficult embarrassing embarrassment test gift speak speaks speaking work works worked spied spying fight "
        "fighting"
    ),
}
SPOT_NOUNS = re.compile(
    r"(?:agreements?|accords?|process|format|memorandum|protocols?|convention|treaty|summit|conference|declaration|talks"
    r"|airport|university|court|suburbs?|metro|newspaper|bureau|correspondent|forum|meeting|round|streets?|resident|residents"
    r"|mayor|hospital|hotel|cafe|theatre|region|province|skyline|outskirts|stock|time|native|district|neighbourhood)\b",
    re.IGNORECASE,
)
ROADS = re.compile(
    r"\b(?:trains?|flights?|roads?|railway|ferry|ferries|highway|motorway|routes?|distance|pipeline|bus|buses|halfway)\Z"
)
DATELINE = re.compile(
    r"(?:/[A-Z][A-Z /]+)?(?:, (?:[^\n.]|(?<=[A-Z][a-z]{2})\.){1,40})?"
    r"\s*(?:\([^)\n]{1,40}\)\s*)?[-–—]{1,2} |, \d{1,2} [A-Z][a-z]+ \d{4}\s*$"
    r"|, [A-Z][a-z]+ \d{1,2}, \d{4}\s*$",
    re.MULTILINE,
)
LAST_WORDS = re.compile(r"(?:(?:(\S+)\s+)?(\S+)\s+)?(\S+)[ \n]\Z")
BOUND = re.compile(r"[-–](?:based|born|bound|area)\b")
REACH = 60  # characters before the name that are looked at


def acts(text: str, start: int, end: int, places: Sequence[Place]) -> bool:
    """True if the capital at `[start, end)` stands for its government. `places` are those found before it."""
    if _is_dateline(text, start, end) or BOUND.match(text, end):
        return False
    if not _acts_by_what_follows(text, end):
        return False
    words = LAST_WORDS.search(text, max(0, start - REACH), start)
    if words is None:
        return True
    third, second, last = (word or "" for word in words.groups())
    return _acts_by_what_precedes(text, start, third, second, last, places)


def _is_dateline(text: str, start: int, end: int) -> bool:
    opens = start == 0 or text[start - 1] in "\n/"
    return opens and DATELINE.match(text, end) is not None


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


def _acts_by_what_precedes(text: str, start: int, third: str, second: str, last: str, places: Sequence[Place]) -> bool:
    word = last.lower()
    if word in SPOT:
        return False
    if word in GOVERNMENT_AFTER:
        return second.lower().strip("“”\"',") in GOVERNMENT_AFTER[word]
    if word == "between":
        return ROADS.search(second.lower()) is None and _pair_acts(text, start)
    if word in ("and", "or", "nor") or last.endswith(","):
        return _acts_like_its_fellow(text, start, second if word in ("and", "or", "nor") else last, places)
    if last in OPENERS or last.isupper():
        return True
    return not (last[:1].isupper() and last[-1:].isalnum() and second[-1:].isalnum())


def _pair_acts(text: str, start: int) -> bool:
    """ "Between Kyiv and Warsaw", not "between Chisinau and a border post"."""
    following = re.compile(r"[\w’'-]+(?: [A-Z]\w+)? and (?:the )?([A-Z]?)").match(text, start)
    return following is None or bool(following.group(1))


def _acts_like_its_fellow(text: str, start: int, fellow: str, places: Sequence[Place]) -> bool:
    """In "Baku and Yerevan" both act or both are places; a town that is no capital makes both places."""
    word = fellow.strip(",")
    if places and start - places[-1].span.end <= len(" and ") and word:
        return places[-1].stands
    return not (word[:1].isupper() and fellow != "")
