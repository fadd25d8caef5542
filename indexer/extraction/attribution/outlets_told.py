"""Outlets that are told something without a "that": "told Reuters Iran would answer", read as one name."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Doc

from indexer.extraction.lang.tables import table
from indexer.extraction.lang.word_lists import word_list

MEDIA = word_list("media-nouns")
LONGEST = 4  # words of an outlet's name


def end_of_outlet(doc: Doc, at: int) -> int | None:
    """The token behind the outlet that is named from `at` on, if it belongs to no longer name."""
    has_article = doc[at].lower_ == "the"
    start = at + has_article
    ends = range(min(start + LONGEST, len(doc) - 1), start, -1)
    found = next((end for end in ends if _is_outlet(doc, start, end, has_article)), None)
    return found if found is not None and doc[found].tag_ != "POS" and not doc[found].is_punct else None


def _is_outlet(doc: Doc, start: int, end: int, has_article: bool) -> bool:
    words = [token.text for token in doc[start:end]]
    if " ".join(words) in _names():
        return True
    return has_article and len(words) > 1 and words[-1] in MEDIA and all(word[0].isupper() for word in words)


@cache
def _names() -> frozenset[str]:
    return frozenset(name for row in table("outlets") for name in (row["name"], *row["short"].split(";")) if name)
