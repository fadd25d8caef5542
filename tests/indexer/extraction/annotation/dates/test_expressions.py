import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.extraction.annotation.dates.expressions import find_dates
from schemas.dates.partial_dates import PartialDate


def found(text: str, published_on: str | None = "2024-05-16") -> list[tuple[str | None, bool]]:
    """A Thursday in May."""
    published = PartialDate.parse(published_on) if published_on else None
    return [(str(each.on) if each.on else None, each.aside) for each in find_dates(text, published)]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("He spoke on Monday.", "2024-05-13"),
        ("He spoke on Thursday.", "2024-05-16"),
        ("He spoke last Thursday.", "2024-05-09"),
        ("He spoke yesterday.", "2024-05-15"),
        ("He spoke on May 2.", "2024-05-02"),
        ("He spoke on 2 May.", "2024-05-02"),
        ("He spoke on December 30.", "2023-12-30"),
        ("He spoke on Sept. 5, 2022.", "2022-09-05"),
        ("He spoke earlier this month.", "2024-05"),
        ("He spoke last month.", "2024-04"),
        ("He spoke in March.", "2024-03"),
        ("He spoke in June.", "2023-06"),
        ("He spoke in October 2021.", "2021-10"),
        ("He spoke in 2019.", "2019"),
        ("He spoke three days ago.", "2024-05-13"),
    ],
)
def test_resolved_against_publication(text: str, day: str) -> None:
    assert found(text) == [(day, False)]


def test_relative_to_the_date_before() -> None:
    assert found("They met on Monday. A day later he spoke.")[1] == ("2024-05-14", False)
    assert found("They met on Monday. Two days before the debate he spoke.")[1] == ("2024-05-11", False)
    assert found("They met on Monday. The same evening he spoke.")[1] == ("2024-05-13", False)
    assert found("A day later he spoke.") == [(None, False)]


@pytest.mark.parametrize(
    "text", ["closed until Friday", "since May 2019", "It will meet on Friday", "by Monday", "next Monday"]
)
def test_bounds_and_plans_are_aside(text: str) -> None:
    assert [aside for _, aside in found(text)] == [True]


def test_no_day_is_made_up() -> None:
    assert found("on Monday, on July 15, earlier this month", "2023") == [
        (None, False),
        ("2023-07-15", False),
        (None, False),
    ]
    assert found("on Monday", None) == [(None, False)]
    assert found("on February 30") == [(None, False)]


@given(
    st.text(alphabet=st.sampled_from("on Monday 31 February July 0123456789 a day later ago,.-\n")),
    st.sampled_from([None, "2023", "2024-02-29"]),
)
def test_any_text_can_be_searched(text: str, published_on: str | None) -> None:
    published = PartialDate.parse(published_on) if published_on else None
    assert all(text[slice(*each.span)] for each in find_dates(text, published))


def test_the_date_on_a_label_tells_of_the_text_and_not_of_an_event() -> None:
    assert found("Date: 2024-05-14") == [("2024-05-14", True)]
    assert found("He spoke on 2024-05-14") == [("2024-05-14", False)]


def test_a_weekend_is_no_day() -> None:
    assert found("He spoke at the weekend.") == [(None, False)]


@pytest.mark.parametrize(
    ("text", "aside"),
    [
        ("After the storm in Riga on Monday he spoke.", True),
        ("After talks in Riga on Monday he spoke.", False),
        ("The storm of 3 May was mild.", True),
        ("The letter of 3 May was mild.", False),
        ("Envoys gather in Riga, May 3, 2024.", True),
        ("Envoys gathered in Riga on May 3, 2024.", False),
        ("Envoys gather in Riga on May 3.", False),
        ("Photo: envoys in Riga, May 3, 2024.", True),
        ("Envoys in Riga, May 3, 2024. (AP Photo/Jan Kos)", True),
    ],
)
def test_days_of_events_and_photos_are_aside(text: str, aside: bool) -> None:
    assert [is_aside for _, is_aside in found(text)] == [aside]


def test_days_in_a_quotation_date_nothing_but_what_is_quoted() -> None:
    text = "On Monday he said: “I was told on Sunday night.” A day earlier it rained."
    assert [on for on, _ in found(text)] == ["2024-05-13", "2024-05-12", "2024-05-12"]
