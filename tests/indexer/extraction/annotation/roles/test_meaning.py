import pytest

from tests.indexer.extraction.annotation.roles.test_phrases import phrases


@pytest.mark.parametrize(
    ("text", "role", "organisation", "codes"),
    [
        ("the Polish foreign minister", "foreign minister", None, "PL"),
        ("the ambassador of Peru to Chile", "ambassador", None, "PE"),
        ("Minsk's envoy to Ankara", "envoy", None, "BY"),
        ("the minister for fisheries", "minister for fisheries", None, ""),
        ("the Minister of Foreign Affairs of Peru", "Minister of Foreign Affairs", None, "PE"),
        ("the Minister of State for the Foreign Office", "Minister of State", "Foreign Office", ""),
        ("the Secretary of State for Trade", "Secretary of State for Trade", None, ""),
        ("head of the Serbian delegation", "head", "Serbian delegation", "RS"),
        ("a secretary in the Indian water ministry", "secretary", "Indian water ministry", "IN"),
        ("the Czech foreign ministry spokeswoman", "foreign ministry spokeswoman", "Czech foreign ministry", "CZ"),
        ("the Pentagon spokesman", "spokesman", "Pentagon", "US"),
        ("the EU envoy", "EU envoy", "EU", ""),
        ("the former Irish ambassador", "former Irish ambassador", None, ""),
        ("the Hungarian opposition leader", "opposition leader", "Hungarian opposition", ""),
        ("a Tunisian lawyer", "lawyer", None, ""),
        ("the Norvik Oil spokesman", "Norvik Oil spokesman", "Norvik Oil", ""),
        ("Taiwan's China council", None, "Taiwan's China council", "TW"),
        ("the Estonian colleague", None, None, "EE"),
    ],
)
def test_a_phrase_tells_office_organisation_and_country(
    text: str, role: str | None, organisation: str | None, codes: str
) -> None:
    (phrase,) = phrases(f"Then {text} spoke.")
    assert (phrase.role, phrase.organisation, " ".join(phrase.codes)) == (role, organisation, codes)


def test_a_territory_is_spoken_for_by_its_name() -> None:
    (phrase,) = phrases("The Abkhaz foreign minister spoke.")
    assert (phrase.codes, phrase.territories) == ((), ("Abkhazia",))


def test_whose_it_is() -> None:
    assert [phrase.owner for phrase in phrases("Its spokesman met the ministry's lawyer.")] == ["its", "ministry"]


def test_letters_in_brackets_are_no_part_of_an_office() -> None:
    (found,) = phrases("Foreign Office (FO) spokesman")
    assert (found.role, found.organisation) == ("Foreign Office spokesman", "Foreign Office")
