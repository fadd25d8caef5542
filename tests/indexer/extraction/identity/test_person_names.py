import pytest

from indexer.extraction.identity.person_names import is_initial_and_surname, passes_as_name


@pytest.mark.parametrize(
    "name",
    [
        "Ana Silva",
        "Mark Grant",
        "Ana van der Silva",
        "Faisal bin Omar bin Saleh Al Harbi",
        "Ana Maria Banks Rawlings",
        "Kim Do-yeon",
        "Silva",
    ],
)
def test_a_name(name: str) -> None:
    assert passes_as_name(name)


@pytest.mark.parametrize(
    "name",
    [
        "Condemns Silva",
        "Ana Silva Announces Plan",
        "Despite Silva",
        "Lisbon-based Ana Silva",
        "Ana S",
        "Northern Silva Province",
        "Ana Silva Burns Otto Falk Again",
    ],
)
def test_capitalised_words_that_are_no_name(name: str) -> None:
    assert not passes_as_name(name)


def test_an_initial_and_a_surname_may_be_anybodys() -> None:
    assert is_initial_and_surname(("j.", "vale"))
    assert not is_initial_and_surname(("j.", "d.", "vale"))
    assert not is_initial_and_surname(("jo", "vale"))
