from indexer.extraction.annotation.tagging import tag
from indexer.extraction.document.words import words_of

TEXT = "The EU warned Peru. Chile, too, wrote."
TAGGED = tag(TEXT, words_of(TEXT))


def test_places_and_organisations_are_looked_up_by_position() -> None:
    peru = TAGGED.place_at(TEXT.index("eru"))
    assert peru is not None
    assert peru.codes == ("PE",)
    assert TAGGED.place_at(TEXT.index("warned")) is None
    union = TAGGED.organisation_at(TEXT.index("EU"))
    assert union is not None
    assert union.organisation.name == "European Union"
    assert TAGGED.organisation_at(TEXT.index("Peru")) is None


def test_ranges_hold_what_begins_in_them() -> None:
    end = TEXT.index("Chile")
    assert [place.codes for place in TAGGED.places_in(0, end)] == [("PE",)]
    assert [place.codes for place in TAGGED.places_in(0, len(TEXT))] == [("PE",), ("CL",)]
    assert len(TAGGED.organisations_in(0, end)) == 1
    assert not TAGGED.organisations_in(end, len(TEXT))


def test_words_are_adjacent_where_only_a_blank_parts_them() -> None:
    low = [word.low for word in TAGGED.words]
    assert TAGGED.following(low.index("the")) == "eu"
    assert TAGGED.following(low.index("peru")) == ""
    assert TAGGED.following(len(low) - 1) == ""
