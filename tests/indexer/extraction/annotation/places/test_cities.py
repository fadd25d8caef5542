from indexer.extraction.annotation.places.cities import city


def test_a_town_is_in_the_country_where_it_is_by_far_the_largest() -> None:
    assert city("Goma") == "CD"
    assert city("Kraków") == city("Krakow") == "PL"


def test_a_town_that_several_countries_have_is_in_none() -> None:
    assert city("Victoria") is None
    assert city("Nowhereville") is None
