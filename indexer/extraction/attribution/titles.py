"""Quotation marks around a name: a book, a film, a ship."""

from __future__ import annotations

from indexer.extraction.document.words import TOKEN
from indexer.extraction.model.document import Quote

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
    """Whether it is the title of what its sentence speaks of: "wrote “The Long Night.”"."""
    before = text[max(0, quote.outer.start - 3) : quote.outer.start].rstrip()
    return before[-1:].isalpha() and is_title(text, quote)
