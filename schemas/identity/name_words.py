"""The words of a person's name by which it is the same in every spelling."""

from __future__ import annotations

from collections.abc import Sequence

from schemas.identity.letters import plain
from schemas.identity.words import words_of_kind


def words_of_name(name: str) -> tuple[str, ...]:
    """Without titles, the given name first, a suffix such as "jr" last."""
    return tuple(_without_titles(_in_order(name)))


def _in_order(name: str) -> Sequence[str]:
    """ "Vale, John" is John Vale; "Vale, Jr." is Vale Jr."""
    before, comma, after = name.partition(",")
    behind = plain(after).split()
    if comma and not words_of_kind()["suffix"].issuperset(behind):
        return [*behind, *plain(before).split()]
    return [*plain(before).split(), *behind]


def _without_titles(words: Sequence[str]) -> Sequence[str]:
    kinds = words_of_kind()
    titles = kinds["honorific"] | kinds["office"] | kinds["rank"]
    first = next((index for index, word in enumerate(words) if word not in titles), len(words))
    own = words[first:]
    if len(own) > 1 and own[0] in kinds["reign"]:
        return own if len(own) == 2 else own[1:]
    return own
