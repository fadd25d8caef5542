"""What a Content-Type says, whoever sent it."""

from __future__ import annotations

import re

LONGEST = 1_000  # characters that are looked at
CHARSET = re.compile(r"""[;\s]charset\s*=\s*["']?([\w.:+-]{1,40})""", re.IGNORECASE | re.ASCII)


def type_of(content_type: str) -> str:
    """`text/html` of `Text/HTML; charset=utf-8`."""
    return content_type[:LONGEST].partition(";")[0].strip().lower()


def charset_of(content_type: str) -> str | None:
    """As it is told, in lower case; it need be none that there is."""
    found = CHARSET.search(content_type[:LONGEST])
    return found[1].lower() if found else None
