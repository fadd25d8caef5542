"""Ids of people."""

from __future__ import annotations

from collections.abc import Iterable

from schemas.identity.letters import OTHER_SCRIPT
from schemas.identity.name_words import words_of_name
from schemas.identity.parts import joined, only_country
from schemas.identity.words import has_word_of_no_name


def person_id(name: str, countries: Iterable[str] = ()) -> str | None:
    """Of a person's name in full, in any spelling and order, with titles or without; `countries` are those for which
    the person speaks, as ISO 3166-1 alpha-2 codes: the only one is a part of the id.

    None for a surname or a first name alone, which may be anybody's; scripts without blanks write a name as one word.
    None for capitalised words that name a thing or a group ("Human Rights", "Catholic Republicans").
    """
    if has_word_of_no_name(name):
        return None
    code = only_country(countries)
    words = words_of_name(name, in_azerbaijan=code == "AZ")
    if len(words) < 2 and not any(word.startswith(OTHER_SCRIPT) for word in words):
        return None
    return joined("person", "-".join(words), *([code] if code else []))
