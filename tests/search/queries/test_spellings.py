"""Which name people read for an id."""

from __future__ import annotations

from collections.abc import Mapping

from search.queries.spellings import Ids, Names, Spellings, most_frequent

EVERYWHERE = {"person:k": {"Sergej K": 3, "Serhiy K": 2}, "person:l": {"Lina L": 4}}
FOUND = {"person:k": {"Serhiy K": 1}}


class Reader:
    """Gives these names, and remembers what it was asked."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self.asked: list[dict[str, list[str]]] = []

    def __call__(self, ids: Ids) -> Mapping[str, Names]:
        self.asked.append({facet: list(of_facet) for facet, of_facet in ids.items()})
        return {
            facet: {id_: self.names[id_] for id_ in of_facet if id_ in self.names} for facet, of_facet in ids.items()
        }


def test_of_equal_ones_the_first() -> None:
    assert most_frequent({"B": 2, "C": 2, "A": 1}) == "B"
    assert most_frequent({}) == ""


def test_only_what_has_several_names_is_counted_in_what_is_found() -> None:
    everywhere, found = Reader(EVERYWHERE), Reader(FOUND)
    ids = {"speaker_id": ["person:k", "person:l"], "target_id": ["person:l", "person:nobody"]}
    called = Spellings().of("1", ids, everywhere, found)
    assert called == {
        "speaker_id": {"person:k": "Serhiy K", "person:l": "Lina L"},
        "target_id": {"person:l": "Lina L", "person:nobody": "person:nobody"},
    }
    assert everywhere.asked == [ids]
    assert found.asked == [{"speaker_id": ["person:k"]}]


def test_what_is_found_under_no_name_is_called_as_it_mostly_is() -> None:
    called = Spellings().of("1", {"speaker_id": ["person:k"]}, Reader(EVERYWHERE), Reader({}))
    assert called == {"speaker_id": {"person:k": "Sergej K"}}


def test_names_everywhere_are_read_once_for_each_state() -> None:
    spellings, everywhere = Spellings(), Reader(EVERYWHERE)
    for generation, ids in (("1", ["person:l"]), ("1", ["person:l", "person:k"]), ("2", ["person:l"])):
        spellings.of(generation, {"speaker_id": ids}, everywhere, Reader(FOUND))
    assert [each["speaker_id"] for each in everywhere.asked] == [["person:l"], ["person:k"], ["person:l"]]
