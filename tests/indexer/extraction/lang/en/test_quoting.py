import pytest

from indexer.extraction.lang.en.quoting import QUOTING_CLAUSE


@pytest.mark.parametrize(
    "clause",
    [
        "Ilk mused.",
        "Deputy Minister Ilk asked",
        "Officials say",
        "Ilk, the mayor, went on",
        "The mayor asks",
        "Ilk said",
    ],
)
def test_any_verb_that_takes_quotes_may_report(clause: str) -> None:
    assert QUOTING_CLAUSE.match(clause)


@pytest.mark.parametrize(
    "clause",
    ["Ilk left.", "Ilk went home.", "Member states met.", "It was written", "A man of the four old towns there said"],
)
def test_others_do_not(clause: str) -> None:
    assert not QUOTING_CLAUSE.match(clause)
