"""From bytes to text, exactly: no character is dropped or replaced, line ends stay, only a byte order mark goes."""

from __future__ import annotations

import codecs

from charset_normalizer import from_bytes

from indexer.inputs.result import Refusal

# UTF-32's mark begins with UTF-16's, so it is asked for first.
MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
WESTERN = (
    "cp1252"  # holds ISO-8859-1, and is what the web takes for undeclared English (WHATWG Encoding, HTML 13.2.3.2)
)


def encoding_of_mark(head: bytes) -> str | None:
    """The encoding that a byte order mark tells, as a codec that takes the mark away."""
    return next((encoding for mark, encoding in MARKS if head.startswith(mark)), None)


def decode(data: bytes) -> str:
    """Read bytes by their mark, as UTF-8, or in the likeliest old encoding; Refusal where none fits."""
    encoding = encoding_of_mark(data)
    if encoding is None and b"\0" in data:
        raise Refusal("holds NUL bytes: it is binary, or UTF-16 without a byte order mark")
    try:
        return data.decode(encoding or "utf-8")
    except UnicodeDecodeError as error:
        if encoding:
            raise Refusal(f"its byte order mark says {encoding}, but byte {error.start} does not fit") from None
    return decode_unmarked(data)


def decode_unmarked(data: bytes) -> str:
    """charset-normalizer says which encodings are plausible; among those the Western one is taken, if it is there.

    Its own first choice is not: of three short English texts in cp1252 it took all for cp1250 or cp775 ("Núńez").
    """
    plausible = list(from_bytes(data))
    if not plausible:
        raise Refusal("is neither UTF-8 nor text in another encoding that can be told: it may be binary")
    encodings = [match.encoding for match in plausible]
    try:
        return data.decode(WESTERN if WESTERN in encodings else encodings[0])
    except UnicodeDecodeError as error:
        raise Refusal(f"is not UTF-8, and byte {error.start} does not fit {encodings[0]} either") from None


def first_characters(head: bytes) -> str:
    """The beginning of an input as far as it can be told, to recognise its kind."""
    return head.decode(encoding_of_mark(head) or "utf-8", "ignore").lstrip()
