"""How the parts of an id are put together."""

from __future__ import annotations

from collections.abc import Iterable

LONGEST = 120  # characters of an id


def joined(*parts: str) -> str:
    """`kind:part:part`. Where that is too long for an id, the longest part ends with the last word that fits."""
    whole = ":".join(parts)
    if len(whole) <= LONGEST:
        return whole
    longest = max(parts, key=len)
    kept = longest[: len(longest) - (len(whole) - LONGEST) + 1]
    return ":".join(kept.rpartition("-")[0] or kept[:-1] if part is longest else part for part in parts)


def only_country(countries: Iterable[str]) -> str | None:
    """The code in capitals, where there is exactly one."""
    codes = {code.upper() for code in countries}
    return codes.pop() if len(codes) == 1 else None
