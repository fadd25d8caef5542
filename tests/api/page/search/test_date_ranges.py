from datetime import date

import pytest

from api.page.search.date_ranges import ranges
from schemas.dates.partial_dates import PartialDate
from schemas.filters import Filters
from schemas.query import StatementQuery

TODAY = date(2024, 3, 31)


def test_ranges_reach_from_a_day_to_whatever_comes() -> None:
    found = {each.label: each.query.date_from for each in ranges(StatementQuery(), TODAY)}
    assert found == {
        "Any time": None,
        "Past week": PartialDate(2024, 3, 24),
        "Past month": PartialDate(2024, 2, 29),
        "Past year": PartialDate(2023, 3, 31),
    }


def test_all_else_is_kept_but_the_page_and_the_last_day() -> None:
    query = StatementQuery(q="grain", filters=Filters(country=("UA",)), date_to=PartialDate(2020), cursor="abc")
    for each in ranges(query, TODAY):
        assert (each.query.q, each.query.filters["country"]) == ("grain", ("UA",))
        assert each.query.date_to is None
        assert each.query.cursor is None
        assert not each.current


@pytest.mark.parametrize(("first", "label"), [(None, "Any time"), (PartialDate(2024, 3, 24), "Past week")])
def test_the_one_in_force_is_told(first: PartialDate | None, label: str) -> None:
    assert [each.label for each in ranges(StatementQuery(date_from=first), TODAY) if each.current] == [label]
