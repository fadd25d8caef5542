"""Words that ordinary letters write with a capital: countries, their people and capitals, days, months, bodies."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from babel import Locale

from indexer.extraction.lang.en.date_patterns import MONTHS, WEEKDAYS
from indexer.extraction.lang.tables import table
from indexer.extraction.lang.word_lists import word_list
from schemas.identity.tables import rows

ORDINARY = word_list("ends-a-phrase") | word_list("ordinary-in-capitals")


@cache
def proper_words() -> Mapping[str, Sequence[tuple[str, ...]]]:
    """By the small letters of their first word, each as it is written, the longest first."""
    found: defaultdict[str, set[tuple[str, ...]]] = defaultdict(set)
    for name in _names():
        words = tuple(name.replace("-", " ").split())
        if words and words[0][0].isupper() and (len(words) > 1 or words[0].lower() not in ORDINARY):
            found[words[0].lower()].add(words)
    return {first: sorted(names, key=len, reverse=True) for first, names in found.items()}


def _names() -> Iterator[str]:
    yield from (*WEEKDAYS, *MONTHS, *Locale.parse("en").territories.values())
    for row in table("places"):
        for column in ("names", "people", "capitals", "seats"):
            for name in filter(None, row[column].split(";")):
                yield name.strip("-?")
                if column == "people":
                    yield f"{name}s"
    yield from (row["capital"] for row in table("capitals"))
    for row in rows("bodies"):
        yield from (row["name"], *filter(None, row["short"].split(";")))
