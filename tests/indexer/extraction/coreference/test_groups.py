import pytest

from indexer.extraction.annotation.annotate import annotate
from indexer.extraction.coreference.groups import Groups
from schemas.statement import Span
from tests.indexer.extraction.documents import document


def groups(text: str) -> Groups:
    return Groups(annotate(document(text), []))


def span(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


@pytest.mark.parametrize("words", ["Peru and Chile", "The two governments", "the five states", "Both sides"])
def test_several_states_are_one_speaker(words: str) -> None:
    text = f"{words} agreed."
    assert groups(text).is_one(span(text, words))


@pytest.mark.parametrize("words", ["The United Nations", "The United States", "Peru", "governments", "Two diplomats"])
def test_one_state_or_nobody_certain_is_no_joint_speaker(words: str) -> None:
    text = f"{words} agreed."
    assert not groups(text).is_one(span(text, words))


@pytest.mark.parametrize("named", ["Mali", "Togo"])
def test_a_mention_of_one_is_widened_to_all_side_by_side(named: str) -> None:
    text = "Mali, Niger and Togo said no."
    assert groups(text).widened(span(text, named)).of(text) == "Mali, Niger and Togo"


def test_nothing_is_widened_over_other_words() -> None:
    text = "Mali met Togo."
    assert groups(text).widened(span(text, "Togo")).of(text) == "Togo"


def test_the_two_countries_are_those_last_named_together() -> None:
    text = "Peru and Chile met. Togo, Mali and Niger did too. The two countries agreed."
    assert groups(text).entity(span(text, "The two countries")).codes == {"PE", "CL"}
