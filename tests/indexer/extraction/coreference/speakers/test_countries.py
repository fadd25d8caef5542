from dataclasses import replace

import pytest

from indexer.extraction.coreference.speakers.countries import left_out, of_a_side
from indexer.extraction.coreference.speakers.surroundings import surroundings
from indexer.extraction.model.coreference import Entity, Person
from tests.indexer.extraction.coreference.reading import annotated, body, office, person, span, state
from tests.indexer.extraction.documents import document


def countries(entity: Entity, text: str = "OSLO, May 4 (Wire) - It rained.", words: str = "") -> set[str]:
    return set(left_out(entity, span(text, words), words, surroundings(document(text), annotated(text))))


@pytest.mark.parametrize(
    ("words", "codes"),
    [("The Polish side", ("PL",)), ("A side of Poland", ()), ("The Poles", ()), ("Swiss", ("CH",)), ("English", ())],
)
def test_a_side_speaks_for_the_country_before_it(words: str, codes: tuple[str, ...]) -> None:
    assert of_a_side(span(words, words), annotated(words)) == codes


def minister(**about: object) -> Person:
    return office("minister", role="minister", of_state=True, **about)


def test_an_office_and_a_body_of_state_are_those_of_the_country_that_the_article_is_written_from() -> None:
    assert countries(minister()) == {"NO"}
    assert countries(body("transport ministry")) == {"NO"}
    assert countries(body("Ministry of Transport")) == {"NO"}
    assert countries(body("Foreign Office")) == {"NO"}
    assert countries(body("press office")) == set()
    assert countries(body("Department of Health")) == {"NO"}


@pytest.mark.parametrize(
    "entity",
    [
        body("Red Cross"),
        body("ministries of the army", plural=True),
        person("Ana Silva"),
        state("Nowhere", "XX"),
        office("ambassador", role="ambassador", of_state=True),
        minister(plural=True),
        minister(no_state=True),
        minister(territories=frozenset(["Abkhazia"])),
        minister(organisation="Rapid Support Forces"),
    ],
)
def test_others_are_of_none(entity: Entity) -> None:
    assert countries(entity) == set()


def test_an_ambassador_of_a_body_and_a_national_army_have_the_country_at_hand() -> None:
    assert countries(office("a", role="ambassador", of_state=True, organisation="embassy")) == {"NO"}
    assert countries(minister(organisation="Royal Army")) == {"NO"}


@pytest.mark.parametrize(
    ("text", "codes"),
    [("OSLO, May 4 - The Pentagon waits.", {"US"}), ("OSLO, May 4 - It rained.", {"NO"}), ("It rained.", set())],
)
def test_an_office_that_one_state_has_is_its_own_where_that_is_spoken_of(text: str, codes: set[str]) -> None:
    assert countries(office("senator", role="senator", of_state=True), text) == codes


@pytest.mark.parametrize(
    ("words", "codes"),
    [("Officials in Goma", {"CD"}), ("Officials in Spain", {"ES"}), ("Officials in Abkhazia", set())],
)
def test_officials_of_a_town_speak_for_its_country(words: str, codes: set[str]) -> None:
    assert countries(minister(), f"OSLO - {words} left.", words) == codes


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("The Polish defence ministry waited for Peru.", {"PL"}),
        ("The Polish foreign ministry waited for Peru.", set()),
        ("The Polish defence ministry waited for the Peruvian defence ministry.", set()),
        ("OSLO, May 4 (Wire) - The Polish defence ministry waited for Norway.", {"NO"}),
        ("OSLO, May 4 (Wire) - The Polish defence ministry waited.", {"PL"}),
    ],
)
def test_an_office_without_a_country_at_hand_is_of_the_only_state_whose_department_is_named(
    text: str, codes: set[str]
) -> None:
    assert countries(office("defence minister", role="defence minister", of_state=True), text) == codes
    assert countries(body("defence ministry"), text) == codes


@pytest.mark.parametrize(
    ("role", "organisation", "codes"),
    [
        ("chair", None, set()),
        ("campaign chair", None, set()),
        ("police chair", None, {"NO"}),
        ("chair", "border ministry", {"NO"}),
    ],
)
def test_an_office_that_companies_have_too_is_of_the_home_where_something_tells_that_it_is_a_states(
    role: str, organisation: str | None, codes: set[str]
) -> None:
    holder = office(role, role=role, organisation=organisation, nouns=frozenset(["chair"]), of_state=True)
    assert countries(holder) == codes


def test_it_is_of_a_government_at_hand_all_the_same() -> None:
    text = "Madrid objected. The chair said so."
    holder = replace(
        office("chair", role="chair", nouns=frozenset(["chair"]), of_state=True), first=text.index("chair")
    )
    assert countries(holder, text) == {"ES"}


@pytest.mark.parametrize(
    ("role", "codes"), [("President", set()), ("Prime Minister", {"NO"}), ("deputy president", {"NO"})]
)
def test_no_bare_president_is_of_a_kingdom(role: str, codes: set[str]) -> None:
    assert countries(office("president", role=role, of_state=True)) == codes
