import pytest

from indexer.extraction.annotation.roles.states import find_states, speaks_for_no_state
from indexer.extraction.annotation.tagging import tag
from indexer.extraction.document.words import words_of
from indexer.extraction.model.annotation import TaggedText


def tagged(text: str, head: str) -> tuple[TaggedText, int, int, int]:
    """The phrase that is all of the text: its first word, its head and its last word."""
    found = tag(text, words_of(text))
    return found, 0, [word.low for word in found.words].index(head), len(found.words) - 1


@pytest.mark.parametrize(
    ("phrase", "head", "codes", "territories"),
    [
        ("the Polish minister", "minister", ("PL",), ()),
        ("the minister of Peru", "minister", ("PE",), ()),
        ("the US-Polish commission", "commission", ("PL", "US"), ()),
        ("Warsaw's Russia office", "office", ("PL",), ()),
        ("the ambassador of Peru to Chile", "ambassador", ("PE",), ()),
        ("the ambassador to Chile", "ambassador", (), ()),
        ("the foreign ministry in Minsk", "ministry", ("BY",), ()),
        ("the Abkhaz minister", "minister", (), ("Abkhazia",)),
        ("the minister", "minister", (), ()),
    ],
)
def test_states(phrase: str, head: str, codes: tuple[str, ...], territories: tuple[str, ...]) -> None:
    assert find_states(*tagged(phrase, head)) == (codes, territories)


@pytest.mark.parametrize(
    ("phrase", "head"),
    [
        ("the former minister", "minister"),
        ("the ex-Polish minister", "minister"),
        ("the opposition leader", "leader"),
        ("a Polish lawyer", "lawyer"),
        ("the EU envoy", "envoy"),
        ("the Polish bank", "bank"),
        ("the Norvik Oil chairman", "chairman"),
    ],
)
def test_these_speak_for_no_state(phrase: str, head: str) -> None:
    assert speaks_for_no_state(*tagged(phrase, head))


@pytest.mark.parametrize(
    ("phrase", "head"),
    [
        ("the Polish minister", "minister"),
        ("the central bank", "bank"),
        ("the envoy of Peru to the EU", "envoy"),
        ("Hong Kong's chief executive", "executive"),
    ],
)
def test_these_may_speak_for_a_state(phrase: str, head: str) -> None:
    assert not speaks_for_no_state(*tagged(phrase, head))


@pytest.mark.parametrize(
    ("phrase", "head", "is_nobodys"),
    [
        ("the EU envoy", "envoy", True),
        ("the EU affairs minister", "minister", False),
        ("the minister for ASEAN Cooperation", "minister", False),
    ],
)
def test_an_office_that_has_to_do_with_an_organisation_is_a_states(phrase: str, head: str, is_nobodys: bool) -> None:
    assert speaks_for_no_state(*tagged(phrase, head)) is is_nobodys
