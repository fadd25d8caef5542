import flask

from api.page.search.page_request import MAX_TRAIL, Visit
from schemas.query import Interval, StatementQuery

VISIT = Visit(StatementQuery(q="grain"), Interval.WEEK)


def test_pages_there_and_back_keep_how_it_is_looked_at() -> None:
    second = VISIT.at("b")
    third = second.at("c")
    assert (third.query.cursor, third.trail, third.interval) == ("c", ("b",), Interval.WEEK)
    assert third.before == second
    assert second.before == VISIT
    assert VISIT.before is None


def test_beyond_the_longest_trail_the_way_back_is_the_first_page() -> None:
    visit = VISIT
    for page in range(MAX_TRAIL + 3):
        visit = visit.at(str(page))
    steps = 0
    while visit.before:
        visit = visit.before
        steps += 1
    assert visit == VISIT
    assert steps == MAX_TRAIL + 1


def test_addresses(app: flask.Flask) -> None:
    with app.test_request_context("/"):
        assert VISIT.at("b").at("c").address() == "/?q=grain&cursor=c&interval=week&trail=b"
        assert VISIT.by(Interval.YEAR) == "/?q=grain&interval=year"
        assert VISIT.near()(StatementQuery(q="port")) == "/?q=port&interval=week"
        assert Visit(StatementQuery(q="grain")).near()(StatementQuery()) == "/"
