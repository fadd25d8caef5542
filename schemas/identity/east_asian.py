"""Chinese and Korean names, whose given name is one word in one text and two in the next: "Min-jae", "Min Jae"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from schemas.identity.tables import rows
from schemas.identity.word_key import east_asian_key, korean_key
from schemas.identity.words import words_of_kind

# A syllable of Mandarin as Pinyin writes it, and a given name of two.
PINYIN = (
    r"(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcswy])?(?:i?ang|ong|iong|eng|ing|u?an|ian|en|un|in|iao|uai|ai|ei|ao|ou|ia|ie|iu|ua|uo|ui|ue"
    r"|a|e|i|o|u)"
)
GIVEN_IN_PINYIN = re.compile(rf"(?:{PINYIN}){{2}}")
SYLLABLE = r"(?:ch|sh|zh|ts|[bcdfghjklmnpqrstwxyz])?[aeiouyw]{1,3}(?:ng|[nmklptbrgh])?"
GIVEN_NAME = re.compile(rf"(?:{SYLLABLE}){{1,2}}")
LONGEST = 12  # letters of a given name


def east_asian(tokens: Sequence[str]) -> list[str] | None:
    """Family name, then given name as one word, each in one spelling; None for a name that is none of these.

    `tokens` are plain and hyphenated as in the text. The family name stands first, or last behind a name that is
    hyphenated or of two syllables as in Chinese.
    """
    surnames = words_of_kind()["east-asian-surname"]
    if len(tokens) < 2:
        return None
    if tokens[0] in surnames and _is_given(tokens[1:]):
        return _spelled(tokens[0], tokens[1:])
    if len(tokens) == 2 and tokens[1] in surnames and _is_only_given(tokens[0], tokens[1]):
        return _spelled(tokens[1], tokens[:1])
    return None


def _is_only_given(token: str, surname: str) -> bool:
    """Whether it can't be a family name: "Xiaoming" before Wang, but not "Sora" before Kim, nor "Nina" before Park."""
    is_chinese = surname not in korean_surnames() and GIVEN_IN_PINYIN.fullmatch(token) is not None
    return is_chinese or ("-" in token and _is_given([token]))


def _spelled(surname: str, given: Sequence[str]) -> list[str]:
    whole = "".join(given).replace("-", "")
    korean = korean_surnames().get(surname)
    return [korean, korean_key(whole)] if korean else [east_asian_key(surname), east_asian_key(whole)]


@cache
def korean_surnames() -> Mapping[str, str]:
    """The form of korean_surnames.csv by each spelling."""
    return {word: row["form"] for row in rows("korean_surnames") for word in (row["form"], *row["others"].split())}


def _is_given(tokens: Sequence[str]) -> bool:
    syllables = [part for token in tokens for part in token.split("-")]
    whole = "".join(syllables)
    return len(syllables) <= 2 and len(whole) <= LONGEST and all(map(GIVEN_NAME.fullmatch, syllables))
