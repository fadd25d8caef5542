from schemas.identity.parts import LONGEST, joined, only_country


def test_an_id_is_never_longer_than_it_may_be() -> None:
    assert joined("body", "AZ", "court") == "body:AZ:court"
    cut = joined("body", "AZ", "-".join(["court"] * 40))
    assert len(cut) <= LONGEST
    assert cut.endswith("-court")
    assert joined("person", "-".join(["vorel"] * 40), "PT").endswith("-vorel:PT")
    assert len(joined("body", "a" * 400)) == LONGEST


def test_one_country_is_a_part_of_an_id() -> None:
    assert only_country(("pt", "PT")) == "PT"
    assert only_country(()) is only_country(("PT", "ES")) is None
