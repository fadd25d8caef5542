"""The words of a text with the places and organisations named in it."""

from __future__ import annotations

from collections.abc import Sequence

from indexer.extraction.annotation.organisations import find_organisations
from indexer.extraction.annotation.places.toponyms import find_places
from indexer.extraction.model.annotation import TaggedText
from indexer.extraction.model.document import Word


def tag(text: str, words: Sequence[Word]) -> TaggedText:
    """`words` are those of `text`; letters in brackets are left out: "Foreign Office (FO) spokesman"."""
    words = [word for word in words if not _is_aside(text, word)]
    places, organisations = find_places(text), find_organisations(text)
    return TaggedText(
        text=text,
        words=tuple(words),
        places=places,
        organisations=organisations,
        word_starts=tuple(word.start for word in words),
        place_starts=tuple(place.span.start for place in places),
        organisation_starts=tuple(each.start for each in organisations),
    )


def _is_aside(text: str, word: Word) -> bool:
    is_in_brackets = text.startswith(" (", word.start - 2) and text.startswith(") ", word.end)
    return is_in_brackets and word.bare.isupper() and len(word.bare) > 1
