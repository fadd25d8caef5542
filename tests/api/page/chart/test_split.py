"""Bars told apart by a field: parts stand on each other, as high as the bar, each of them seen."""

import pytest

from api.page.chart.axis import Axis
from api.page.chart.chart import chart
from api.page.chart.split import MOST, SPLITS, Part, choices, split, stacked
from schemas.filters import Filters
from schemas.query import Interval, StatementQuery
from search.engine import Engine


def test_parts_stand_on_each_other() -> None:
    assert stacked((3, 0, 1), (0, 1, 5), 25.0) == [Part(0, 3, 0, 75), Part(5, 1, 75, 100)]
    assert stacked((0, 0), (0, 1), 25.0) == []


def test_the_smallest_part_is_seen() -> None:
    assert stacked((999, 1), (0, 1), 0.1) == [Part(0, 999, 0, 100), Part(1, 1, 100, 101)]


@pytest.mark.parametrize("by", SPLITS)
def test_each_bar_has_a_number_for_each_entry_of_the_legend(engine: Engine, by: str) -> None:
    view = engine.newest()
    timeline = view.timeline(StatementQuery(), Interval.YEAR)
    found = split(view, StatementQuery(), timeline, by)
    assert len(found.numbers) == len(timeline.stretches)
    assert {len(numbers) for numbers in found.numbers} == {len(found.legend)}
    assert found.highest >= max(stretch.count for stretch in timeline.stretches)
    axis = Axis(found.highest, 100, ())
    assert max(part.top for _, parts in found.drawn(axis) for _, part in parts) in (100, 101)
    assert len({entry.pattern for entry in found.legend}) == len(found.legend) <= MOST + 1


def test_an_entry_leads_to_the_search_for_it(engine: Engine) -> None:
    view, query = engine.newest(), StatementQuery(q="corridor OR ceasefire", cursor="abc")
    found = split(view, query, view.timeline(StatementQuery(q=query.q), Interval.YEAR), "kind")
    assert found.label == "Wording"
    assert [(entry.label, entry.count) for entry in found.legend] == [
        ("Quoted", 1),
        ("Reported", 1),
        ("Partly quoted", 1),
    ]
    assert found.legend[0].query == StatementQuery(q=query.q, filters=Filters(kind=("direct",)))


def test_the_rest_leads_nowhere(engine: Engine) -> None:
    view = engine.newest()
    found = split(view, StatementQuery(), view.timeline(StatementQuery(), Interval.YEAR), "target")
    assert (found.legend[-1].label, found.legend[-1].query) == ("others", None)


def test_fields_are_offered_and_the_one_in_force_is_told() -> None:
    offered = list(choices("kind", lambda by: f"?by={by}"))
    assert [(choice.label, choice.address) for choice in offered[:3]] == [
        ("nothing", "?by=None"),
        ("act", "?by=act"),
        ("wording", "?by=kind"),
    ]
    assert [choice.label for choice in offered if choice.current] == ["wording"]
    assert [choice.label for choice in choices(None, str) if choice.current] == ["nothing"]


def test_parts_leave_no_room_for_shares(engine: Engine) -> None:
    query = StatementQuery(q="corridor OR harvest")
    whole, parts = (chart(engine.newest(), query, Interval.YEAR, str, by) for by in (None, "act"))
    assert whole
    assert parts
    assert (whole.compared, whole.split) == (True, None)
    assert not parts.compared
    assert parts.split
