from schemas.identity.states import id_of_state, state_id, territory_id


def test_a_state_is_known_by_its_code() -> None:
    assert (
        state_id("am") == state_id("AM") == id_of_state("Armenia") == id_of_state("Republic of Armenia") == "state:AM"
    )


def test_a_territory_is_known_by_its_name() -> None:
    assert territory_id("Nagorno-Karabakh") == "territory:nagorno-karabakh"
    assert id_of_state("Apsny") == "territory:abkhazia"


def test_a_code_is_one_in_capitals_only() -> None:
    assert id_of_state("BEN") == "state:BJ"
    assert id_of_state("Ben") is None
