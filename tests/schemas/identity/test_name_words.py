import pytest

from schemas.identity.name_words import words_of_name


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Ana Vorel", "ana vorel"),
        ("VOREL, Ana", "ana vorel"),
        ("Dr. Ana Vorel", "ana vorel"),
        ("Foreign Minister Ana Vorel", "ana vorel"),
        ("Jan Vorel, Jr.", "jan vorel jr"),
        ("Pope Leo", "pope leo"),
        ("King Jan III", "jan iii"),
        ("President", ""),
    ],
)
def test_titles_are_left_out_and_suffixes_kept(name: str, expected: str) -> None:
    assert " ".join(words_of_name(name)) == expected
