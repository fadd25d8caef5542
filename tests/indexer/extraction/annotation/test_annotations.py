from indexer.extraction.annotation.annotations import Annotations
from indexer.extraction.annotation.places import find_places

TEXT = "The EU warned Peru. Chile, too, wrote."
GROUND = Annotations.of(TEXT, find_places(TEXT))


def test_places_and_organisations_are_looked_up_by_position() -> None:
    peru = GROUND.place_at(TEXT.index("eru"))
    assert peru is not None
    assert peru.codes == ("PE",)
    assert GROUND.place_at(TEXT.index("warned")) is None
    union = GROUND.organisation_at(TEXT.index("EU"))
    assert union is not None
    assert union.known.name == "European Union"
    assert GROUND.organisation_at(TEXT.index("Peru")) is None


def test_ranges_hold_what_begins_in_them() -> None:
    end = TEXT.index("Chile")
    assert [place.codes for place in GROUND.places_in(0, end)] == [("PE",)]
    assert [place.codes for place in GROUND.places_in(0, len(TEXT))] == [("PE",), ("CL",)]
    assert len(GROUND.organisations_in(0, end)) == 1
    assert not GROUND.organisations_in(end, len(TEXT))


def test_words_are_adjacent_where_only_a_blank_parts_them() -> None:
    low = [word.low for word in GROUND.words]
    assert GROUND.following(low.index("the")) == "eu"
    assert GROUND.following(low.index("peru")) == ""
    assert GROUND.following(len(low) - 1) == ""
