"""Any script's letters as plain Latin ones: `a-z` and `0-9`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache

from schemas.identity.tables import rows

APOSTROPHES = re.compile(r"['’‘ʼʹʻʽʾʿ`´′]")
NOT_PLAIN = re.compile(r"[^a-z0-9]+")
OTHER_SCRIPT = "xn--"  # before a word of letters that are not in letters.csv


def plain(text: str) -> str:
    """Words of `a-z` and `0-9`, a blank between two: without accents and apostrophes, letters of letters.csv
    transliterated. A word in a script that is not there is written in ASCII as domain names write it (RFC 3492).
    """
    lower = APOSTROPHES.sub("", unicodedata.normalize("NFC", text)).casefold()
    if lower.isascii():
        return " ".join(NOT_PLAIN.split(lower)).strip()
    latin = _known_letters().sub(lambda found: letters()[found[0]], lower)
    bare = "".join(c for c in unicodedata.normalize("NFKD", latin) if not unicodedata.combining(c))
    words = "".join(letters().get(c, c) if c.isalnum() else " " for c in bare).split()
    return " ".join(" ".join(map(_in_ascii, words)).split())


def _in_ascii(word: str) -> str:
    if word.isascii():
        return word
    return f"{OTHER_SCRIPT}{NOT_PLAIN.sub('', word.encode('punycode').decode('ascii').casefold())}"


@cache
def _known_letters() -> re.Pattern[str]:
    """Two that make one sound before each of them."""
    return re.compile("|".join(sorted(letters(), key=len, reverse=True)))


@cache
def letters() -> Mapping[str, str]:
    return {letter: row["latin"] for row in rows("letters") for letter in row["letters"].split()}
