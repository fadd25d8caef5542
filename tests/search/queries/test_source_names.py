"""What outlets are called, known for one state of the index."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from search.queries.source_names import SourceNames


def test_each_is_read_once_for_a_state() -> None:
    asked: list[Sequence[str]] = []

    def read(sources: Sequence[str]) -> Mapping[str, str]:
        asked.append(sources)
        return {source: source.title() for source in sources if source != "gone"}

    names = SourceNames()
    assert names.of("1", ["herald", "gone"], read) == {"herald": "Herald"}
    assert names.of("1", ["herald", "post"], read) == {"herald": "Herald", "post": "Post"}
    assert names.of("2", ["post"], read) == {"post": "Post"}
    assert asked == [["herald", "gone"], ["post"], ["post"]]


def test_a_name_of_an_older_state_is_none_of_a_newer_one() -> None:
    """Another thread finds the newer state while this one reads."""
    names = SourceNames()

    def overtaken(sources: Sequence[str]) -> Mapping[str, str]:
        names.of("2", ["post"], lambda _: {"post": "The Post"})
        return dict.fromkeys(sources, "Old name")

    assert names.of("1", ["herald"], overtaken) == {"herald": "Old name"}
    assert names.of("2", ["herald"], lambda _: {"herald": "New name"}) == {"herald": "New name"}
