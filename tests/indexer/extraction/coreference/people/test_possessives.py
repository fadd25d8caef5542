import pytest

from indexer.extraction.coreference.people.possessives import told_by_possessive
from indexer.extraction.model.coreference import Affiliation, Allegiance
from tests.indexer.extraction.coreference.reading import discourse, person


def told(text: str, codes: str = "") -> dict[str, object]:
    read, _ = discourse(text)
    return {each.kind: each.value for each in told_by_possessive(read.annotations.names[-1], person("A", codes), read)}


def test_a_country_before_a_name_is_the_persons() -> None:
    assert told("Then Turkey’s Selin Karaosman left.") == {"country": Allegiance(frozenset(["TR"]))}


@pytest.mark.parametrize("text", ["Then Turkish Selin Karaosman left.", "Then Selin Karaosman left."])
def test_without_a_possessive_nothing_is_told(text: str) -> None:
    assert told(text) == {}


def test_who_has_a_country_gets_no_other() -> None:
    assert told("Then Turkey’s Selin Karaosman left.", "PL") == {}


def test_a_body_before_a_name_is_the_persons_and_tells_that_it_is_one() -> None:
    found = told("Then the Chinese foreign ministry’s Selin Karaosman left.")
    assert found["affiliation"] == Affiliation("Chinese foreign ministry")
    assert found["country"] == Allegiance(frozenset(["CN"]))
    assert found.keys() == {"affiliation", "country", "description", "person"}


def test_who_belongs_to_an_organisation_of_several_states_speaks_for_none() -> None:
    found = told("Then the IAEA’s Selin Karaosman left.")
    assert found["affiliation"] == Affiliation("IAEA")
    assert "no state" in found
