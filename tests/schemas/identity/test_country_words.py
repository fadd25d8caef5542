from schemas.identity.country_words import parted


def test_a_country_is_parted_from_the_words_beside_it() -> None:
    assert parted(["armenian", "army"]) == ("AM", ["army"])
    assert parted(["polish", "army"]) == ("PL", ["army"])
    assert parted(["army", "of", "republic", "of", "armenia"]) == ("AM", ["army"])
    assert parted(["armenian", "army"], "AM") == ("AM", ["army"])


def test_words_that_name_no_country_or_several_tell_none() -> None:
    assert parted(["army"]) == (None, ["army"])
    assert parted(["armenian", "polish", "army"]) == (None, ["armenian", "polish", "army"])


def test_the_words_for_another_country_stay() -> None:
    assert parted(["embassy", "in", "poland"], "AM") == ("AM", ["embassy", "in", "poland"])
