import pytest
from werkzeug.datastructures import MultiDict

from api.page.search.form import Form
from schemas.dates.partial_dates import PartialDate
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
        "when": "since July 2023",
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
        (StatementQuery(q="grain", filters=Filters(speaker_country=("UA",), about=("RU",))), 0),
        (StatementQuery(filters=Filters(country=("UA",), organisation=("UN",))), 2),
        (StatementQuery(filters=Filters(kind=(Kind.DIRECT, Kind.MIXED), act=(Act.DENY,))), 2),
        (StatementQuery(dates=Dates.SAID), 1),
    ],
)
def test_what_is_folded_away_is_counted(query: StatementQuery, filled: int) -> None:
    form = Form.of(query, {})
    assert form.filled_below == filled
    assert not form.mistaken_below


def test_a_mistake_stands_at_its_box_and_any_other_above_the_form() -> None:
    faults = [Fault("a", "wrong", "target"), Fault("b", "odd", "contry"), Fault("c", "bad", "cursor")]
    form = Form.mistaken(
        MultiDict([("target", "X"), ("target", "Y"), ("kind", "direct,mixed"), ("contry", "Z")]), faults
    )
    assert form.values["target"] == "X, Y"
    assert form.chosen["kind"] == ["direct", "mixed"]
    assert [fault.code for fault in form.faults["target"]] == ["a"]
    assert [fault.code for fault in form.faults[""]] == ["b", "c"]
    assert form.mistaken_below


def test_dates_of_an_address_stand_in_the_one_box_for_them() -> None:
    written = MultiDict([("from", "x"), ("to", "2023")])
    form = Form.mistaken(written, [Fault("bad-date", "wrong", "from")])
    assert form.values["when"] == "x to 2023"
    assert [fault.detail for fault in form.faults["when"]] == ["wrong"]
