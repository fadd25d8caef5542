import pytest

from indexer.extraction.lang.en.outlet_patterns import people_called_like_outlets


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Petra Ilk left.", {"petra"}),
        ("Saba al-Ilk and Ani Vorn left.", {"saba", "ani"}),
        ("Petra News Agency said so.", set()),
        ("ANI said so. Petra left.", set()),
        ("SANA Ilk", set()),
    ],
)
def test_people_named_in_full_are_found(text: str, people: set[str]) -> None:
    assert people_called_like_outlets(text) == people
