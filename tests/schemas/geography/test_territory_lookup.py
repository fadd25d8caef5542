"""Territories by every name in use; others as they are; and what is told of what is none."""

from __future__ import annotations

import pytest

from indexer.extraction.lang.tables import table
from schemas.geography.territory_lookup import names, territory_hint, territory_instead, territory_name


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("Nagorno-Karabakh", "nagorno karabakh, Nagorny Karabakh, ARTSAKH, the Karabakh"),
        ("Gaza Strip", "Gaza, the Gaza strip"),
        ("Northern Cyprus", "TRNC, T.R.N.C., Turkish Republic of Northern Cyprus"),
        ("Hala'ib Triangle", "Hala’ib, halayeb"),
        ("Luhansk People's Republic", "luhansk peoples republic, LNR"),
    ],
)
def test_a_known_one_has_one_name(name: str, written: str) -> None:
    assert {territory_name(each) for each in written.split(", ")} == {name}


@pytest.mark.parametrize("name", ["Upper Valley", "Catalonia", "North Ossetia", "Île-Neuve"])
def test_another_is_what_it_is_called(name: str) -> None:
    assert territory_name(f" {name.replace(' ', '  ')}\n") == name


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("Nagorno-Karabah", "did you mean Nagorno-Karabakh?"),
        ("Abkazia", "did you mean Abkhazia?"),
        ("Kosovo", "it is a country: write country=XK for Kosovo, or country:XK in q"),
        ("am", "it is a country: write country=AM for Armenia, or country:AM in q"),
        ("…", "write a name such as Nagorno-Karabakh"),
        ("", "write a name such as Nagorno-Karabakh"),
    ],
)
def test_what_is_none_has_a_hint(text: str, hint: str) -> None:
    assert territory_name(text) is None
    assert territory_hint(text) == hint


def test_only_a_known_one_is_told_to_who_asks_for_a_country() -> None:
    assert territory_instead("tibet") == 'it is no country: write territory=Tibet, or territory:"Tibet" in q'
    assert territory_instead("Upper Valley") is None


def test_the_name_of_each_is_its_own() -> None:
    assert all(territory_name(name) == name for name in names().values())


def test_all_that_extraction_names_are_known_by_the_names_that_it_reads() -> None:
    rows = [row for row in table("places") if row["place"].startswith("~")]
    assert {row["place"][1:] for row in rows} == set(names().values())
    for row in rows:
        for name in filter(None, row["names"].split(";")):
            assert territory_name(name) == row["place"][1:]
