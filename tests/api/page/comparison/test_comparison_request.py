import flask

from api.page.comparison.comparison_request import ComparisonRequest
from schemas.dates.partial_dates import PartialDate
from schemas.query import Interval, StatementQuery


def test_one_address_holds_all_of_it(app: flask.Flask) -> None:
    request = ComparisonRequest(
        StatementQuery(q="grain port"), "AM", "person:a:TR", PartialDate(2023, 5), Interval.YEAR
    )
    with app.test_request_context():
        assert request.address() == "/compare?q=grain%20port&a=AM&b=person:a:TR&until=2023-05&interval=year"
        assert ComparisonRequest(StatementQuery(), "AM").address() == "/compare?a=AM"
        assert request.address_until(None) == "/compare?q=grain%20port&a=AM&b=person:a:TR&interval=year"
        assert request.address_of(StatementQuery()) == "/compare?a=AM&b=person:a:TR&interval=year"


def test_one_side_can_be_another() -> None:
    request = ComparisonRequest(StatementQuery(), "AM", "AZ")
    assert request.with_sides({"b": "TR"}).sides == {"a": "AM", "b": "TR"}
    assert request.with_sides({}) == request
