"""References to characters in XML that is none: bare ampersands, HTML's names, numbers that no character has."""

from __future__ import annotations

import re
import sys
from html import escape
from html.entities import html5

# A section of CDATA, a name, a number, or an ampersand that begins neither.
REFERENCE = re.compile(r"<!\[CDATA\[.*?(?:\]\]>|\Z)|&(?:(?P<name>[A-Za-z][A-Za-z0-9]{1,31});|#\w+;?)?", re.DOTALL)
NUMBER = re.compile(r"&#(?:0*(\d+)|[xX]0*([0-9A-Fa-f]+));?")
OF_XML = frozenset(("amp", "lt", "gt", "quot", "apos"))
LONGEST = 7  # digits: U+10FFFF is 1114111
SURROGATES = range(0xD800, 0xE000)


def as_xml(text: str) -> str:
    """feedparser would take "R&D" for a name, and raise what no character has as its number: that is U+FFFD."""
    return NUMBER.sub(replace_number, REFERENCE.sub(replace_name, text))


def replace_name(found: re.Match[str]) -> str:
    name, whole = found["name"], found[0]
    if name in OF_XML or whole.startswith(("<", "&#")):
        return whole
    return escape(html5[f"{name};"]) if f"{name};" in html5 else f"&amp;{whole[1:]}"


def replace_number(reference: re.Match[str]) -> str:
    decimal, hexadecimal = reference.groups()
    digits = decimal or hexadecimal
    number = int(digits, 10 if decimal else 16) if len(digits) <= LONGEST else sys.maxsize
    return "\ufffd" if number in SURROGATES or number > sys.maxunicode else reference[0]
