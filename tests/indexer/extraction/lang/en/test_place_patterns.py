from indexer.extraction.lang.en.place_patterns import (
    CLUES,
    GOVERNMENT_AFTER,
    LANGUAGE_AFTER,
    OTHER_CONGO,
    ROAD,
    SPOT_NOUNS,
)


def test_words_that_make_a_capital_a_government() -> None:
    assert "response" in GOVERNMENT_AFTER["to"] & GOVERNMENT_AFTER["from"]
    assert "road" not in GOVERNMENT_AFTER["to"]
    assert set(GOVERNMENT_AFTER) == {"at", "to", "from", "of", "for"}


def test_words_that_make_it_a_spot() -> None:
    assert SPOT_NOUNS.match("Agreements of May")
    assert not SPOT_NOUNS.match("agreed")
    assert ROAD.search("the roads")
    assert not ROAD.search("the roadside")


def test_clues_are_whole_words() -> None:
    assert CLUES["GE"].findall("Abkhazians and Georgians by the Black Sea") == ["Abkhazians", "Georgians", "Black Sea"]
    assert CLUES["US"].search("Ohioan") is None
    assert OTHER_CONGO.search("the Republic of Congo")
    assert not OTHER_CONGO.search("the Democratic Republic of Congo")


def test_languages() -> None:
    assert LANGUAGE_AFTER.match("-language radio")
    assert not LANGUAGE_AFTER.match(" radio")
