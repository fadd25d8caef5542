"""Quotation marks around a name: a book, a film, a ship."""

from __future__ import annotations

import re

from indexer.extraction.document.words import TOKEN
from indexer.extraction.lang.patterns import any_of
from indexer.extraction.lang.word_lists import word_list
from indexer.extraction.model.document import Quote

OF_A_WORK = re.compile(rf"\b{any_of(word_list('nouns-of-works'))},$")
LONGEST_NOUN = 20  # characters before a quote in which the noun stands
LONGEST = 12  # words up to which a quote of capitals only is a title


def is_title(text: str, quote: Quote) -> bool:
    """Whether each word of weight has a capital."""
    words = TOKEN.findall(quote.inner.of(text))
    if len(words) >= LONGEST:
        return False
    if any(word[0].islower() for word in words if len(word) > 3):
        return False
    return len([word for word in words if word[0].isupper()]) > 1


def is_named(text: str, quote: Quote) -> bool:
    """Whether it is the title of what its sentence speaks of: "wrote “The Long Night.”", "a film, “The Dry Year,”"."""
    before = text[max(0, quote.outer.start - LONGEST_NOUN) : quote.outer.start].rstrip()
    return (before[-1:].isalpha() or OF_A_WORK.search(before) is not None) and is_title(text, quote)
