import pytest

from indexer.extraction.coreference.people.gender import differ, gender_of, told_by
from indexer.extraction.model.coreference import Gender
from schemas.statement import Span

FEMALE, MALE = Gender.FEMALE, Gender.MALE


@pytest.mark.parametrize(
    ("word", "gender"), [("spokeswoman", FEMALE), ("mr", MALE), ("king", MALE), ("minister", None), ("", None)]
)
def test_some_words_tell_a_gender(word: str, gender: Gender | None) -> None:
    assert gender_of(word) is gender
    assert [each.value for each in told_by(word, "a", Span(0, 1))] == ([gender] if gender else [])


@pytest.mark.parametrize(
    ("one", "other", "are"), [(FEMALE, MALE, True), (MALE, MALE, False), (FEMALE, None, False), (None, None, False)]
)
def test_two_genders_are_not_one_persons(one: Gender | None, other: Gender | None, are: bool) -> None:
    assert differ(one, other) is are
