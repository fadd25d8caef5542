import pytest

from indexer.extraction.lang.en.date_patterns import AHEAD, ASIDE, EXPRESSION, MONTH_NUMBERS, TRIGGER


@pytest.mark.parametrize(
    "text",
    [
        "2024-05-02",
        "2 May",
        "2nd of May 2024",
        "May 2, 2024",
        "Sept. 5",
        "October 2021",
        "in March",
        "last March",
        "Monday",
        "last night",
        "next week",
        "three days ago",
        "a day later",
        "The next day",
        "later in the day",
        "hours later",
        "shortly afterwards",
        "on the eve of",
        "in 2019",
    ],
)
def test_dates(text: str) -> None:
    match = EXPRESSION.search(f"It was {text} again")
    assert match is not None
    assert match[0] == text
    assert TRIGGER.search(text)


@pytest.mark.parametrize("text", ["may 2", "in the march", "1066", "May", "monday", "a day", "March 20:30"])
def test_no_dates(text: str) -> None:
    assert EXPRESSION.search(text) is None


def test_months_have_their_numbers() -> None:
    assert (MONTH_NUMBERS["jan"], MONTH_NUMBERS["dec"], len(MONTH_NUMBERS)) == (1, 12, 12)


def test_bounds_and_plans() -> None:
    assert ASIDE.search("closed until ")
    assert not ASIDE.search("closed on ")
    assert AHEAD.search("they will meet on ")
    assert not AHEAD.search("they would have met on ")
