import pycountry

from indexer.extraction.annotation.places.gazetteer import fold, names_by_first_word, plain, plain_words
from indexer.extraction.lang.tables import table
from indexer.extraction.model.annotation import ToponymKind


def entry(name: str) -> tuple[ToponymKind, tuple[str, ...]]:
    words = plain_words(name)
    return next((each.kind, each.codes) for each in names_by_first_word()[words[0]] if each.words == words)


def test_marks_and_stops_are_folded_and_case_is_not() -> None:
    assert fold("Türkiye") == "Turkiye"
    assert plain("U.S.") == "US" != plain("us")
    assert plain_words("Côte d’Ivoire") == ("Cote", "d", "Ivoire")


def test_packages_and_the_table_are_read_together() -> None:
    assert entry("Kyrgyzstan") == (ToponymKind.NAME, ("KG",))  # pycountry, CLDR
    assert entry("Bishkek") == (ToponymKind.CAPITAL, ("KG",))  # GeoNames
    assert entry("Kyrgyz") == (ToponymKind.DEMONYM, ("KG",))  # the table
    assert entry("Itamaraty") == (ToponymKind.SEAT, ("BR",))
    assert entry("Singapore") == (ToponymKind.NAME, ("SG",))


def test_a_name_that_misleads_is_taken_out() -> None:
    assert not any(each.words == ("Male",) for each in names_by_first_word().get("Male", ()))  # Malé, folded


def test_each_line_of_the_table_is_a_known_code_a_territory_or_a_trap() -> None:
    codes = {country.alpha_2 for country in pycountry.countries} | {"XK"}
    assert [row["place"] for row in table("places") if row["place"] not in codes and row["place"][0] not in "~-"] == []
    named = [row["place"] for row in table("places") if row["place"] != "-"]
    assert len(named) == len(set(named))


def test_every_state_with_a_name_has_words_for_its_people() -> None:
    silent = {row["place"] for row in table("places") if len(row["place"]) == 2 and not row["people"]}
    small = "AX BQ CC CD CG CX DM GG GS IO JE MF MP PM PN SJ SX TC VA VG VI WF YT"  # CD, CG, DM: disambiguation.py
    assert silent <= set(small.split())
