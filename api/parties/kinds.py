"""Speakers and organisations: what tells which statements are theirs, and what these are counted by."""

from __future__ import annotations

from dataclasses import dataclass

HOW = ("source", "act", "kind")
PERSON, BODY, STATE, TERRITORY = "person:", "body:", "state:", "territory:"  # each begins the ids of its kind


@dataclass(frozen=True, slots=True)
class PartyKind:
    """`field` is the one of schemas/fields.py that has its ids, `words` the one that finds it by words of its name;
    `noun` is what one of them is called.
    """

    field: str
    words: str
    noun: str
    facets: tuple[str, ...]


SPEAKER = PartyKind("speaker_id", "speaker", "speaker", ("about", "target_id", "speaker_country", "organisation", *HOW))
ORGANISATION = PartyKind(
    "organisation", "organisation", "organisation", ("speaker_id", "about", "target_id", "speaker_country", *HOW)
)


def kind_of(id_: str) -> PartyKind:
    """As what it has its page: a body is an organisation."""
    return ORGANISATION if id_.startswith(BODY) else SPEAKER
