"""The name that was probably meant: for parameters, countries and choices that do not exist."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import fuzz, process, utils

ALIKE = 70.0  # of 100: "contry" and "speaker-country" find their names, "page" and "foo" find none


def nearest(text: str, names: Iterable[str], alike: float = ALIKE) -> str | None:
    """The name most like the text, or None where none is so much like it."""
    found = process.extractOne(
        text, list(names), scorer=fuzz.ratio, processor=utils.default_process, score_cutoff=alike
    )
    return found[0] if found else None
