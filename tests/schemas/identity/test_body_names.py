from schemas.identity.body_names import houses, offices, organisations, words_of_body


def test_a_body_is_known_by_its_words() -> None:
    assert words_of_body("The U.N. Security Council") == ["un", "security", "council"]
    assert words_of_body("OPEC+") == ["opec", "plus"]


def test_each_name_leads_to_the_words_of_an_id() -> None:
    assert organisations()["eu"] == "european-union"
    assert offices()["foreign ministry"] == "ministry-of-foreign-affairs"
    assert houses()["kremlin"] == ("RU", "presidency")


def test_names_are_written_as_they_are_looked_up() -> None:
    names = [*offices(), *houses()]
    assert [name for name in names if " ".join(words_of_body(name)) != name] == []
