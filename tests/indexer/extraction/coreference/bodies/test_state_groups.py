import pytest

from indexer.extraction.coreference.bodies.state_groups import any_joined, state_groups, widened
from tests.indexer.extraction.coreference.reading import annotated, span

TEXT = "Peru and Chile met. Togo, Mali and Niger did too, and Cuba."


def test_states_side_by_side_are_a_group_by_their_number() -> None:
    groups = state_groups(annotated(TEXT))
    assert [group.countries for group in groups[0]] == [{"PE", "CL"}, {"TG", "ML", "NE"}]
    assert [group.position for group in groups[2]] == [TEXT.index("Chile")]
    assert groups.keys() == {0, 2, 3}


def test_states_apart_are_none() -> None:
    assert state_groups(annotated("Peru met Chile."))[0] == []


def test_the_last_group_ends_with_the_text() -> None:
    assert [group.countries for group in state_groups(annotated("Peru and Chile"))[0]] == [{"PE", "CL"}]


@pytest.mark.parametrize(("text", "are"), [("Peru & Chile", True), ("Peru met Chile", False), ("Peru", False)])
def test_two_are_joined_by_what_stands_between(text: str, are: bool) -> None:
    assert any_joined(annotated(text).places, text) is are


@pytest.mark.parametrize("named", ["Mali", "Togo"])
def test_a_mention_of_one_is_widened_to_all_side_by_side(named: str) -> None:
    text = "Mali, Niger and Togo said no."
    assert widened(span(text, named), annotated(text)).of(text) == "Mali, Niger and Togo"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Mali met Togo.", "Togo"),
        ("Mali and Togo’s army met.", "Togo’s army"),
        ("The Mali-Togo border", "Togo"),
        ("Malian and Togolese troops", "Togolese"),
        ("Ana and Togo", "Togo"),
    ],
)
def test_nothing_is_widened_over_other_words(text: str, words: str) -> None:
    assert widened(span(text, words), annotated(text)).of(text) == words
