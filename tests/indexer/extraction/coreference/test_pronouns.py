import pytest

from indexer.extraction.coreference.pronouns import PRONOUN_MEANINGS, antecedent, gender_told, is_pronoun
from indexer.extraction.model.coreference import Entity, Gender
from schemas.statement import Span
from tests.indexer.extraction.coreference.reading import body, discourse, person, state

ANA, JAN = person("Ana", gender=Gender.FEMALE, is_human=True), person("Jan", is_human=True)
SIDES, MOSCOW = body("two sides", plural=True), state("Moscow", "RU")


@pytest.mark.parametrize(
    ("words", "is_one"), [("he", True), ("She", True), ("I", True), ("IT", False), ("WHO", False), ("Ana", False)]
)
def test_letters_of_a_name_are_no_pronoun(words: str, is_one: bool) -> None:
    assert is_pronoun(words) is is_one


@pytest.mark.parametrize(
    ("words", "entity"),
    [("she", ANA), ("He", JAN), ("it", MOSCOW), ("they", SIDES), ("who", SIDES), ("I", None), ("we", None)],
)
def test_a_pronoun_means_whom_it_fits(words: str, entity: Entity | None) -> None:
    assert antecedent(PRONOUN_MEANINGS[words.lower()], discourse("", SIDES, JAN, ANA, MOSCOW)[0]) == entity


def test_they_is_nobody_where_several_are_not_named() -> None:
    assert antecedent(PRONOUN_MEANINGS["they"], discourse("", JAN)[0]) is None


@pytest.mark.parametrize(
    ("words", "entity", "gender"), [("He", JAN, Gender.MALE), ("They", JAN, None), ("It", MOSCOW, None)]
)
def test_he_and_she_tell_a_gender(words: str, entity: Entity, gender: Gender | None) -> None:
    told = list(gender_told(PRONOUN_MEANINGS[words.lower()], entity, Span(0, len(words))))
    assert [each.value for each in told] == ([gender] if gender else [])
