import pytest

from indexer.extraction.coreference.bodies.own_names import body_called, named_bodies
from tests.indexer.extraction.coreference.reading import discourse


def found(text: str) -> list[tuple[str, str | None]]:
    """The names, and the noun of what each is told to be."""
    read, _ = discourse(text)
    return [(name.of(text), told.head if told is not None else None) for name, told in named_bodies(read)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Then Lakeside Holdings, a shipping company, left.", [("Lakeside Holdings", "company")]),
        ("Then Hvalur Nord, which runs ships, left.", [("Hvalur Nord", None)]),
        ("Then the rock band Dust Choir left.", [("Dust Choir", None)]),
        ("Then Volvane Motors left.", [("Volvane Motors", None)]),
        ("Then the bank chief Ana Silva left.", []),
        ("Then his band, Ana Silva and others left.", []),
        ("Then Ana Silva, a minister, left.", []),
        ("Then Mr Orlik, which was late, left.", []),
        ("Then Minister Orlik, a company, left.", []),
        ("Then Lakeside Holdings, a shipping company that left", []),
        ("Then Lakeside Holdings, company, left.", []),
    ],
)
def test_a_name_is_a_bodys_where_a_body_stands_behind_it(text: str, names: list[tuple[str, str | None]]) -> None:
    assert found(text) == names


def test_a_people_before_a_name_is_a_part_of_it() -> None:
    text = "The Serb Dorado, which was late, left."
    read, _ = discourse(text)
    assert body_called(read.annotations.names[0], None, read).name == "Serb Dorado"
