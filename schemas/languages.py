"""Languages by their codes, with their English names."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from babel import Locale


@cache
def language_names() -> Mapping[str, str]:
    """English names by ISO 639-1 code, as Unicode's CLDR has them."""
    return {code: name for code, name in Locale("en").languages.items() if len(code) == 2}
