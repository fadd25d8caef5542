"""Speakers of one name or surname."""

from __future__ import annotations

from pathlib import Path

import pytest

from api.page.profile.namesakes import country_of_id, namesakes
from search.opening import open_engine
from tests.contract.corpus import Said, split

SPEAKERS = {
    "person:sergei-kedrov:UA": "Sergei Kedrov",
    "person:sergei-kedrov:RU": "Serhiy Kedrov",
    "person:sergei-kedrov": "Sergei Kedrov",
    "person:nina-kedrov:RU": "Nina Kedrov",
    "person:nina-kedrovskaya": "Nina Kedrovskaya",
    "person:kedrov-ivan": "Kedrov Ivan",
    "body:RU:kedrov": "Institute Kedrov",
    "body:UA:grain-council": "Grain Council",
    "body:RU:grain-council": "Grain Council",
    "body:harbour-council": "Harbour Council",
}


@pytest.mark.parametrize(
    ("id_", "expected"),
    [
        (
            "person:sergei-kedrov:UA",
            [("person:sergei-kedrov", None), ("person:sergei-kedrov:RU", "RU"), ("person:nina-kedrov:RU", "RU")],
        ),
        (
            "person:nina-kedrov:RU",
            [("person:sergei-kedrov", None), ("person:sergei-kedrov:RU", "RU"), ("person:sergei-kedrov:UA", "UA")],
        ),
        ("person:nina-kedrovskaya", []),
        ("body:UA:grain-council", [("body:RU:grain-council", "RU")]),
        ("body:harbour-council", []),
    ],
)
def test_of_one_name_and_of_one_surname(tmp_path: Path, id_: str, expected: list[tuple[str, str | None]]) -> None:
    with open_engine(f"embedded://{tmp_path}/index") as engine:
        engine.replace([split(*(Said("Yes.", by=name, speaker_id=each) for each, name in SPEAKERS.items()))])
        found = namesakes(engine.view(), id_, SPEAKERS[id_])
    assert [(each.id, each.country) for each in found] == expected


def test_the_country_of_an_id() -> None:
    told = [country_of_id(id_) for id_ in ("person:a-b:AM", "body:AZ:ministry", "person:a-b", "q42")]
    assert told == ["AM", "AZ", None, None]
