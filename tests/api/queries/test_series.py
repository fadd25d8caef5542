"""A timeline told apart by the values of a field."""

import pytest

from api.queries.series import Breakdown, break_down
from schemas.filters import Filters
from schemas.query import Interval, StatementQuery
from search.engine import Engine


def broken(engine: Engine, query: StatementQuery, field: str, most: int = 5) -> tuple[list[int], Breakdown]:
    """With the counts of the whole timeline."""
    view = engine.newest()
    whole = view.timeline(query, Interval.YEAR)
    return [stretch.count for stretch in whole.stretches], break_down(view, query, whole, field, most)


@pytest.mark.parametrize("field", ["kind", "act", "source", "basis"])
@pytest.mark.parametrize("most", [1, 5])
def test_series_and_the_rest_add_up_where_a_statement_has_one_value(engine: Engine, field: str, most: int) -> None:
    whole, found = broken(engine, StatementQuery(), field, most)
    assert [sum(column) for column in zip(*(each.counts for each in found.series), found.rest, strict=True)] == whole
    assert len(found.series) <= most


def test_a_statement_with_several_values_is_in_several_series_and_once_in_no_rest(engine: Engine) -> None:
    whole, found = broken(engine, StatementQuery(), "country", 12)
    assert sum(sum(each.counts) for each in found.series) > sum(whole) - sum(found.rest)
    assert all(0 <= rest <= count for rest, count in zip(found.rest, whole, strict=True))


def test_a_filter_on_the_field_leaves_its_values_alone(engine: Engine) -> None:
    whole, found = broken(engine, StatementQuery(filters=Filters(kind=("direct", "mixed"))), "kind")
    assert {each.value for each in found.series} == {"direct", "mixed"}
    assert sum(found.rest) == 0
    assert sum(sum(each.counts) for each in found.series) == sum(whole)


def test_without_a_value_all_are_the_rest(engine: Engine) -> None:
    whole, found = broken(engine, StatementQuery(filters=Filters(kind=("mixed",))), "target")
    assert (found.series, list(found.rest)) == ((), whole)
