import pytest

from indexer.extraction.coreference.people.gender import differ, gender_of, told_by, told_by_given_name
from indexer.extraction.model.coreference import Gender
from schemas.statement import Span
from tests.indexer.extraction.coreference.reading import annotated

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


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("Then Maria Orlik left.", FEMALE),
        ("Then Vladimír Orlik left.", MALE),
        ("Then Jean-Pierre Orlik left.", MALE),
        ("Then Kim Orlik left.", None),  # of both
        ("Then Orlik Maria left.", None),
        ("Then Ms Maria left.", None),  # perhaps a surname
    ],
)
def test_so_do_first_names_that_only_women_or_only_men_have(text: str, gender: Gender | None) -> None:
    (name,) = annotated(text).names
    told = [each.value for each in told_by_given_name(name, "a") if each.value is not None]
    assert told == ([gender] if gender else [])
