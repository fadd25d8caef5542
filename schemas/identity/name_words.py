"""The words of a person's name by which it is the same in every spelling and order."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from schemas.identity.east_asian import east_asian
from schemas.identity.letters import plain
from schemas.identity.tables import rows
from schemas.identity.word_key import word_key
from schemas.identity.words import titles, words_of_kind

# Azerbaijani, by its own letters or those it shares with Turkish in a name with a Slavic end.
AZERBAIJANI_LETTER = re.compile("[ışğç]")
SLAVIC_END = re.compile(r"[oe]va?\b")
AZERBAIJANI_LETTERS = str.maketrans({"x": "kh", "q": "g", "c": "j", "ç": "ch", "ş": "sh", "ğ": "gh"})
# Serbian and Macedonian: Cyrillic that no other language has, and đ beside Latin letters that Vietnamese lacks.
SERBIAN_CYRILLIC = re.compile("[јљњћђџѓќ]")
SERBIAN_LATIN = frozenset("ćčšž")
SERBIAN_LETTERS = str.maketrans({"ш": "s", "ч": "c", "ж": "z", "ц": "c", "х": "h", "џ": "dz", "ђ": "dj", "ћ": "c"})
SUFFIXES = {"junior": "jr", "jnr": "jr", "senior": "sr", "snr": "sr"}
ARTICLES = frozenset({"al", "el"})
JOINED_ARTICLES = frozenset({"al", "el", "as", "ash", "ad", "an", "ar", "at", "az", "ul", "ud"})
SON_OF = {"ben": "bin", "ibn": "bin"}
BEHIND = frozenset({"oglu", "oghlu", "ogly", "kizi", "kyzy", "qizi", "zade", "zadeh", "zada", "reza", "riza"})
DIN = frozenset({"din", "deen", "eddin", "eddine", "uddin", "aldin", "eldin"})
SERVANT = frozenset({"abdul", "abdel", "abd", "abdal"})
BEFORE = SERVANT | {"gholam", "ghulam", "gebre", "haile", "tekle", "wolde"}
BURMESE_TITLES = frozenset({"u", "daw"})


def words_of_name(name: str, *, in_azerbaijan: bool = False) -> tuple[str, ...]:
    """Without titles, the given name first (but for Chinese and Korean ones), a suffix such as "jr" last.

    `in_azerbaijan`: letters are as there ("Cavid" is Javid), though none of them tells so.
    """
    tokens, suffixes = _without_suffixes(_without_titles(_in_order(_spelled(name, in_azerbaijan))))
    parts = east_asian(tokens)
    if parts is not None:
        return (*parts, *suffixes)
    words = [word_key(word) for word in _joined(_initials_joined(_without_articles(tokens)))]
    return (*_given_first(words), *suffixes)


def _spelled(name: str, in_azerbaijan: bool) -> str:
    """An Azerbaijani name in English letters, "ch" is in these already; a Serbian one in Latin letters."""
    lower = name.lower()
    if SERBIAN_CYRILLIC.search(lower):
        return lower.translate(SERBIAN_LETTERS)
    if "đ" in lower and not SERBIAN_LATIN.isdisjoint(lower):
        return lower.replace("đ", "dj")
    tells_so = "ə" in lower or bool(AZERBAIJANI_LETTER.search(lower) and SLAVIC_END.search(lower))
    if not (in_azerbaijan or tells_so):
        return name
    return lower.replace("ch", "ç").translate(AZERBAIJANI_LETTERS)


def _in_order(name: str) -> list[str]:
    """Plain words, hyphens kept: "Vale, John", "VALE John" are john, vale; "Vale, Jr." is vale, jr."""
    before, comma, after = name.partition(",")
    behind = _tokens(after)
    if comma and not words_of_kind()["suffix"].issuperset(behind):
        given, suffixes = _without_suffixes(behind)
        return [*given, *_tokens(before), *suffixes]
    own = before.split()
    if len(own) > 1 and _is_shouted(own[0]) and not any(map(_is_shouted, own[1:])):
        own = [*own[1:], own[0]]
    return [*_tokens(" ".join(own)), *behind]


def _is_shouted(word: str) -> bool:
    """ "VALE", but neither "J." nor "JR"."""
    return len(word) > 2 and word.isupper() and "." not in word


def _tokens(text: str) -> list[str]:
    return [token for word in text.split() if (token := "-".join(plain(word).split()))]


def _without_titles(tokens: Sequence[str]) -> Sequence[str]:
    first = next((index for index, token in enumerate(tokens) if token not in titles()), len(tokens))
    own = tokens[first:]
    if len(own) > 1 and own[0] in words_of_kind()["reign"]:
        return own if len(own) == 2 else own[1:]
    return own[1:] if len(own) > 2 and own[0] in BURMESE_TITLES else own


def _without_suffixes(tokens: Sequence[str]) -> tuple[Sequence[str], list[str]]:
    """A suffix stands behind two names; "V." alone may be the begin of one."""
    end = len(tokens)
    while end > 1 and tokens[end - 1] in words_of_kind()["suffix"]:
        end -= 1
    return tokens[:end], [SUFFIXES.get(token, token) for token in tokens[end:]]


def _without_articles(tokens: Sequence[str]) -> list[str]:
    """ "al-Masri", "Al Masri" and "Masri" are one, "Ash-Shara" and "Shara" too; a first word stays."""
    words: list[str] = []
    for index, token in enumerate(tokens):
        first, hyphen, rest = token.partition("-")
        if hyphen and first in JOINED_ARTICLES:
            words.extend(rest.split("-"))
        elif not (token in ARTICLES and 0 < index < len(tokens) - 1):
            words.extend(token.split("-"))
    return [SON_OF.get(word, word) if index else word for index, word in enumerate(words)]


def _initials_joined(words: Sequence[str]) -> list[str]:
    """ "J. D." and "JD" are one."""
    parts: list[str] = []
    for index, word in enumerate(words):
        if index and len(word) == 1 and len(words[index - 1]) == 1:
            parts[-1] += word
        else:
            parts.append(word)
    return parts


def _joined(words: Sequence[str]) -> list[str]:
    """ "Abdel Fattah" and "Abdelfattah", "Ali Zadeh" and "Alizadeh", "Nour Eddine" and "Noureddine", if two words are
    left.
    """
    parts: list[str] = []
    spare = len(words) - 2
    for word in words:
        if spare > 0 and parts and (word in BEHIND or word in DIN or parts[-1] in BEFORE):
            first = "abdul" if parts[-1] in SERVANT else parts[-1]
            parts[-1] = f"{first}uddin" if word in DIN else f"{first}{word}"
            spare -= 1
        else:
            parts.append(word)
    return parts


def _given_first(words: Sequence[str]) -> Sequence[str]:
    """ "Szabó Viktor" is viktor, szabo, for Szabó is no given name."""
    if len(words) == 2 and words[0] not in given_names() and words[0].endswith(given_names().get(words[1], ())):
        return words[1], words[0]
    return words


@cache
def given_names() -> Mapping[str, tuple[str, ...]]:
    """By each the ends that family names have where it is used, "" where they have any."""
    ends: dict[str, tuple[str, ...]] = {}
    for row in rows("given_names"):
        for name in map(word_key, row["names"].split()):
            ends[name] = (*ends.get(name, ()), *(row["family_ends"].split() or ("",)))
    return ends
