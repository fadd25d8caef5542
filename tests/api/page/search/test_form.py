import pytest
from werkzeug.datastructures import MultiDict

from api.page.search.form import Form
from schemas.dates import PartialDate
from schemas.filters import Filters
from schemas.problem import Fault
from schemas.query import Dates, StatementQuery
from schemas.statement import Act, Kind


def test_boxes_hold_what_a_person_would_write() -> None:
    query = StatementQuery(
        q="grain",
        filters=Filters(country=("TR", "CD"), speaker=("King, Jr.",), source=("harbour-post",)),
        date_from=PartialDate(2023, 7),
    )
    values = Form.of(query, {"source": {"harbour-post": "Harbour Post"}}).values
    assert {name: value for name, value in values.items() if value} == {
        "q": "grain",
        "country": "Türkiye,DR Congo",
        "speaker": '"King, Jr."',
        "source": "Harbour Post",
        "from": "2023-07",
    }


def test_ids_stand_in_no_box_and_are_sent_with_the_form() -> None:
    ids = {"speaker_id": ("person:a", "person:b"), "organisation": ("body:nato", "the ministry")}
    form = Form.of(StatementQuery(filters=Filters(**ids)), {"speaker_id": {"person:a": "A"}})
    assert form.kept == {"speaker_id": "person:a,person:b", "organisation": "body:nato"}
    assert form.values["organisation"] == "the ministry"
    assert "speaker_id" not in form.values
    mistaken = Form.mistaken(MultiDict([("speaker_id", "person:a"), ("about", "X")]), [])
    assert mistaken.kept == {"speaker_id": "person:a"}


@pytest.mark.parametrize(
    ("query", "filled"),
    [
        (StatementQuery(q="grain", filters=Filters(country=("UA",))), 0),
        (StatementQuery(filters=Filters(about=("UA",), organisation=("UN",))), 2),
        (StatementQuery(filters=Filters(kind=(Kind.DIRECT, Kind.MIXED), act=(Act.DENY,))), 2),
        (StatementQuery(dates=Dates.SAID), 1),
    ],
)
def test_what_is_folded_away_is_counted(query: StatementQuery, filled: int) -> None:
    form = Form.of(query, {})
    assert form.filled_below == filled
    assert not form.mistaken_below


def test_a_mistake_stands_at_its_box_and_any_other_above_the_form() -> None:
    faults = [Fault("a", "wrong", "about"), Fault("b", "odd", "contry"), Fault("c", "bad", "cursor")]
    form = Form.mistaken(MultiDict([("about", "X"), ("about", "Y"), ("kind", "direct,mixed"), ("contry", "Z")]), faults)
    assert form.values["about"] == "X, Y"
    assert form.chosen["kind"] == ["direct", "mixed"]
    assert [fault.code for fault in form.faults["about"]] == ["a"]
    assert [fault.code for fault in form.faults[""]] == ["b", "c"]
    assert form.mistaken_below
