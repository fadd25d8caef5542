"""Text that was encoded or escaped once too often, mended where that is certain; what is right stays as it is.

Of pages and feeds alone: what stands in them is not what an offset points into, their paragraphs are. Text dumps,
tables and NDJSON are stored as they came.
"""

from __future__ import annotations

import html
import re

from ftfy import TextFixerConfig, fix_encoding

# Letters that begin UTF-8 of two bytes or more, each before one that goes on, all read as Windows-1252 or ISO 8859-1.
MISREAD = re.compile(
    "[\u00c2-\u00f4][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013\u2014\u2018-\u201a"
    "\u201c-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122]"
)
CLOSING = re.compile(r"â€(?=[\s,.;:!?)\]]|\Z)")  # a quotation mark whose last byte, 9D, was dropped as no character
C1 = re.compile("[\u0080-\u009f]")  # no character of any text: Windows-1252, read as ISO 8859-1
ONLY_ENCODING = TextFixerConfig(
    replace_lossy_sequences=False, restore_byte_a0=False, fix_c1_controls=True, explain=False
)

# With a semicolon, and never < or >, which would make markup of what is shown as text.
ENTITY = re.compile(
    r"&(?:amp;)*(?!lt;|gt;|#60;|#62;|#x3c;|#x3e;)(?:[a-z]{2,31}\d{0,2}|#\d{2,6}|#x[0-9a-f]{2,5});", re.IGNORECASE
)
ABOUT_MARKUP = re.compile(r"\b(?:X?HTML|XML|entit(?:y|ies)|escap(?:e|ed|es|ing)|markup|ampersands?)\b")
INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")  # hyphens that show at line ends only, and breaks without width


def mend(text: str) -> str:
    """A piece of a page's or feed's text as its reader was meant to see it."""
    if "&" in text and not ABOUT_MARKUP.search(text):
        text = ENTITY.sub(unescape, text)
    if not text.isascii():
        if MISREAD.search(text) or C1.search(text):
            text = fix_encoding(CLOSING.sub("”", text) if "â€œ" in text else text, ONLY_ENCODING)
        text = INVISIBLE.sub("", text)
    return text


def unescape(found: re.Match[str]) -> str:
    """The character that it stands for, however often its ampersand was escaped; itself where HTML knows none."""
    plain = html.unescape(re.sub(r"^&(?:amp;)+(?=[a-z#])", "&", found[0], flags=re.IGNORECASE))
    return plain if not plain.endswith(";") else found[0]
