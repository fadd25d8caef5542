"""Speakers of one name or surname."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from api.parties.namesakes import country_of_id, of_one_name, of_one_surname
from search.engine import View
from search.opening import open_engine
from tests.contract.corpus import Said, split

SPEAKERS = {
    "person:sergei-kedrov:UA": "Sergei Kedrov",
    "person:sergei-kedrov:RU": "Serhiy Kedrov",
    "person:sergei-kedrov": "Sergei Kedrov",
    "person:nina-kedrov:RU": "Nina Kedrov",
    "person:nina-kedrovskaya": "Nina Kedrovskaya",
    "person:kedrov-ivan": "Kedrov Ivan",
    "state:UA": "Ukraine",
    "AM": "Ana Mirzo",
    "state:RU": "State of Russia",
    "q42": "Ivan Petrenko",
    "q43": "Petrenko Ivan",
    "person:ivan-petrenko:UA": "Ivan Petrenko",
    "body:RU:kedrov": "Institute Kedrov",
    "body:UA:grain-council": "Grain Council",
    "body:RU:grain-council": "Grain Council",
    "body:UA:ministry-of-defence": "Defence Ministry",
    "body:RU:ministry-of-defence": "Defence Ministry",
}


@pytest.fixture(scope="module")
def view(tmp_path_factory: pytest.TempPathFactory) -> Iterator[View]:
    with open_engine(f"embedded://{tmp_path_factory.mktemp('namesakes')}/index") as engine:
        engine.replace([split(*(Said("Yes.", by=name, speaker_id=each) for each, name in SPEAKERS.items()))])
        yield engine.view()


@pytest.mark.parametrize(
    ("id_", "expected"),
    [
        ("person:sergei-kedrov:UA", [("person:sergei-kedrov", None), ("person:sergei-kedrov:RU", "RU")]),
        ("person:sergei-kedrov", [("person:sergei-kedrov:RU", "RU"), ("person:sergei-kedrov:UA", "UA")]),
        ("person:nina-kedrov:RU", []),
        ("body:UA:grain-council", [("body:RU:grain-council", "RU")]),
        ("body:UA:ministry-of-defence", []),  # that of another country is another
        ("state:UA", []),
        ("AM", []),
        ("q42", [("person:ivan-petrenko:UA", "UA")]),
        ("q43", [("person:ivan-petrenko:UA", "UA")]),
        ("person:ivan-petrenko:UA", [("q42", None), ("q43", None)]),
    ],
)
def test_of_one_name_are_those_that_differ_by_the_country(
    view: View, id_: str, expected: list[tuple[str, str | None]]
) -> None:
    assert [(each.id, each.country) for each in of_one_name(view, "speaker_id", id_, SPEAKERS[id_])] == expected


@pytest.mark.parametrize(
    ("id_", "expected"),
    [
        ("person:sergei-kedrov:UA", ["person:nina-kedrov:RU"]),
        ("person:nina-kedrov:RU", ["person:sergei-kedrov", "person:sergei-kedrov:RU", "person:sergei-kedrov:UA"]),
        ("person:nina-kedrovskaya", []),
        ("body:RU:kedrov", []),
    ],
)
def test_of_one_surname_are_people_of_other_names(view: View, id_: str, expected: list[str]) -> None:
    assert [each.id for each in of_one_surname(view, "speaker_id", id_, SPEAKERS[id_])] == expected


def test_the_country_of_an_id() -> None:
    told = [country_of_id(id_) for id_ in ("person:a-b:AM", "body:AZ:ministry", "person:a-b", "q42")]
    assert told == ["AM", "AZ", None, None]
