import pytest

from indexer.extraction.coreference.bodies.groups import is_several, same_groups, several, two_people
from indexer.extraction.model.coreference import Allegiance, Body
from tests.indexer.extraction.coreference.reading import annotated, discourse, person, span

TEXT = "Peru and Chile met. Togo, Mali and Niger did too. The two countries agreed."


@pytest.mark.parametrize("words", ["Peru and Chile", "The two governments", "the five states", "Both sides"])
def test_several_states_are_one_speaker(words: str) -> None:
    text = f"{words} agreed."
    assert is_several(span(text, words), annotated(text))


@pytest.mark.parametrize(
    "words", ["The United Nations", "The United States", "Peru", "governments", "Two diplomats", "Peru of Chile"]
)
def test_one_state_or_nobody_certain_is_not_several(words: str) -> None:
    text = f"{words} agreed."
    assert not is_several(span(text, words), annotated(text))


def test_the_two_countries_are_those_last_named_together() -> None:
    group = several(span(TEXT, "The two countries"), discourse(TEXT)[0])
    assert group.countries == {"PE", "CL"}
    assert group.awaits_name


def test_those_whom_the_words_name_await_no_name() -> None:
    group = several(span(TEXT, "Peru and Chile"), discourse(TEXT)[0])
    assert (group.name, group.countries, group.awaits_name) == ("Peru and Chile", {"PE", "CL"}, False)


def test_a_group_of_that_number_that_was_named_in_full_is_the_one() -> None:
    named = Body("group:0", "Cuba and Haiti", 0, frozenset(["CU", "HT"]), plural=True)
    assert several(span(TEXT, "The two countries"), discourse(TEXT, named)[0]) == named


def test_a_group_without_a_name_is_the_one_of_those_countries_that_is_named_later() -> None:
    unnamed = Body("group:headline", "two capitals", 0, frozenset(["PE", "CL"]), plural=True, awaits_name=True)
    words, others = span(TEXT, "Peru and Chile"), span(TEXT, "Togo, Mali and Niger")
    read, _ = discourse(TEXT, unnamed)
    group = several(words, read)
    assert [(each.about, each.value) for each in same_groups(group, words, read)] == [(unnamed.id, group.id)]
    assert list(same_groups(several(others, read), others, read)) == []
    assert list(same_groups(unnamed, words, read)) == []
    assert list(same_groups(group, others, read)) == []  # known before


def test_two_ministers_are_the_last_two_of_different_countries() -> None:
    text = "The two ministers agreed."
    words = span(text, "The two ministers")
    read, _ = discourse(text, person("Ana", "PT"), person("Jan", "PL"), person("Ewa", "PL"))
    group = several(words, read)
    told = [each.value for each in two_people(group, words, read)]
    assert told == [Allegiance(frozenset(["PL"])), Allegiance(frozenset(["PT"]))]
    known = Body("a", "b", 0, frozenset(["PE"]), plural=True)
    assert list(two_people(known, words, read)) == []


def test_two_sides_are_no_people() -> None:
    text = "The two sides agreed."
    words = span(text, "The two sides")
    read, _ = discourse(text, person("Ana", "PT"))
    assert list(two_people(several(words, read), words, read)) == []
