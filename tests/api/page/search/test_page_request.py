from dataclasses import replace

import flask

from api.page.search.page_request import MAX_TRAIL, PageRequest
from schemas.query import Interval, StatementQuery

REQUEST = PageRequest(StatementQuery(q="grain"), Interval.WEEK)


def test_pages_there_and_back_keep_how_it_is_looked_at() -> None:
    second = REQUEST.next("b")
    third = second.next("c")
    assert (third.query.cursor, third.trail, third.interval) == ("c", ("b",), Interval.WEEK)
    assert third.previous == second
    assert second.previous == REQUEST
    assert REQUEST.previous is None


def test_beyond_the_longest_trail_the_way_back_is_the_first_page() -> None:
    request = REQUEST
    for page in range(MAX_TRAIL + 3):
        request = request.next(str(page))
    steps = 0
    while request.previous:
        request = request.previous
        steps += 1
    assert request == REQUEST
    assert steps == MAX_TRAIL + 1


def test_addresses(app: flask.Flask) -> None:
    with app.test_request_context("/"):
        assert REQUEST.next("b").next("c").address() == "/?q=grain&cursor=c&interval=week&trail=b"
        assert REQUEST.address_by(Interval.YEAR) == "/?q=grain&interval=year"
        assert REQUEST.address_split("act") == "/?q=grain&interval=week&by=act"
        assert replace(REQUEST, by="act").address_by(Interval.YEAR) == "/?q=grain&interval=year&by=act"
        assert replace(REQUEST, by="act").address_split(None) == REQUEST.address()
        assert REQUEST.addresses()(StatementQuery(q="port")) == "/?q=port&interval=week"
        assert PageRequest(StatementQuery(q="grain")).addresses()(StatementQuery()) == "/"
