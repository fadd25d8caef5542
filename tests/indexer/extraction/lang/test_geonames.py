import pytest

from tests.indexer.extraction.lang.geonames import FOLDER, TABLES, clear


@pytest.mark.parametrize("name", TABLES)
def test_the_tables_are_what_the_pinned_package_gives(name: str) -> None:
    assert FOLDER.joinpath(name).read_text("utf-8") == TABLES[name]()


@pytest.mark.parametrize("name", TABLES)
def test_the_tables_name_their_source_and_its_licence(name: str) -> None:
    header = FOLDER.joinpath(name).read_text("utf-8")[:1000]
    assert "https://www.geonames.org" in header
    assert "CC BY 4.0" in header
    assert "Changed: " in header


@pytest.mark.parametrize(
    ("sizes", "country"),
    [({"PL": 20}, ["PL"]), ({"PL": 20, "UA": 5}, ["PL"]), ({"PL": 20, "UA": 6}, []), ({"PL": 0, "UA": 0}, ["UA"])],
)
def test_a_name_means_a_town_that_is_four_times_larger_than_any_elsewhere(
    sizes: dict[str, int], country: list[str]
) -> None:
    assert [code for _, code in clear([("here", sizes)])] == country
