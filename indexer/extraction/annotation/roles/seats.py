"""Offices of houses of state whose names have commas: "Foreign, Commonwealth & Development Office spokesperson"."""

from __future__ import annotations

from dataclasses import replace

from indexer.extraction.model.annotation import Place, RolePhrase, TaggedText, ToponymKind

THE = ("The ", "the ")


def with_its_house(phrase: RolePhrase, tagged: TaggedText) -> RolePhrase:
    """The phrase over all of the house's name, of which it has the end or the beginning; itself where it has all."""
    if not phrase.is_office:
        return phrase
    at_start, at_end = _house_at(phrase.start, tagged), _house_at(phrase.end - 1, tagged)
    if at_start is not None and at_start.span.start < phrase.start < at_start.span.end < phrase.end:
        begin = at_start.span.start
        is_definite = tagged.text[begin - len("the ") : begin] in THE
        return replace(
            _of_the_house(phrase, at_start, tagged),
            start=begin - len("the ") if is_definite else begin,
            body=begin,
            role=tagged.text[at_start.span.end : phrase.end].strip(),
            determiner="the" if is_definite else "",
        )
    if at_end is not None and phrase.start < at_end.span.start < phrase.end < at_end.span.end:
        return replace(_of_the_house(phrase, at_end, tagged), end=at_end.span.end)
    return phrase


def _house_at(position: int, tagged: TaggedText) -> Place | None:
    place = tagged.place_at(position)
    return place if place is not None and place.kind is ToponymKind.SEAT else None


def _of_the_house(phrase: RolePhrase, house: Place, tagged: TaggedText) -> RolePhrase:
    return replace(phrase, organisation=house.span.of(tagged.text), codes=house.codes, nobody=False)
