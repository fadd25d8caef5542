import pytest

from indexer.extraction.attribution.candidates import may_report, to_parse
from tests.indexer.extraction.documents import document


def candidates(text: str) -> list[str]:
    return [sentence.text for sentence in to_parse(document(text))]


@pytest.mark.parametrize(
    "text",
    ["Ilk said it rained.", "According to Ilk, it rained.", "Ilk called on them.", "The claim that it rained is old."],
)
def test_a_cue_with_what_it_needs_may_report(text: str) -> None:
    assert may_report(next(document(text).folded))


@pytest.mark.parametrize("text", ["It rained.", "Nothing is old.", "The sign read well.", "Ilk went home."])
def test_a_sentence_without_one_does_not(text: str) -> None:
    assert not may_report(next(document(text).folded))


def test_a_sentence_before_a_quote_is_parsed_for_whom_it_is_about() -> None:
    assert candidates("Ilk sat down. “It rains here.”") == ["Ilk sat down."]
    assert candidates("Ilk sat down. It rained.") == []


def test_so_is_what_stands_beside_a_quote_but_no_quote_alone() -> None:
    assert candidates("“It rains here.”") == []
    assert candidates("“It rains here,” with a smile.") == ['"This," with a smile.']


def test_so_is_what_introduces_an_interview() -> None:
    interview = "\n\n".join(
        ["Post: Deep?", "Voss: As deep as we dug it.", "Post: Wide?", "Voss: As wide as we dug it."]
    )
    assert candidates(f"Mirela Voss digs.\n\n{interview}") == ["Mirela Voss digs."]


def test_a_table_is_not_parsed() -> None:
    assert candidates("Ilk said " + "ships, " * 200 + "sank.") == []
