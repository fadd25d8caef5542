from dataclasses import replace

import flask

from api.page.comparison.candidates import comparison_of, comparison_with, most_frequent
from schemas.filters import Filters
from schemas.page import FacetRow
from schemas.query import Sort, StatementQuery
from search.engine import Engine

ROWS = [FacetRow(code, name, count, False, "") for code, name, count in (("AM", "Armenia", 9), ("AZ", "Azerbaijan", 5))]


def test_the_most_frequent_two_of_a_search(app: flask.Flask) -> None:
    query = StatementQuery(q="corridor", sort=Sort.NEWEST, collapse=True, filters=Filters(about=("TR",)))
    with app.test_request_context():
        offered = comparison_of(query, {"speaker_country": ROWS})
        assert offered
        assert (offered.labels, offered.address) == (
            ["Armenia", "Azerbaijan"],
            "/compare?q=corridor&about=TR&a=AM&b=AZ",
        )
        assert comparison_of(query, {"speaker_country": ROWS[:1]}) is None


def test_whom_a_search_asks_for_comes_first(app: flask.Flask) -> None:
    with app.test_request_context():
        chosen = [ROWS[0], replace(ROWS[1], selected=True)]
        query = StatementQuery(filters=Filters(speaker_country=("AZ",)))
        offered = comparison_of(query, {"speaker_country": chosen})
        assert offered
        assert offered.address == "/compare?a=AZ&b=AM"
        people = [FacetRow(f"person:{name}", name, 1, name == "b", "") for name in ("a", "b")]
        query = StatementQuery(filters=Filters(speaker_id=("person:b",)))
        offered = comparison_of(query, {"speaker_country": chosen, "speaker_id": people})
        assert offered
        assert offered.address == "/compare?a=person:b&b=person:a"


def test_of_a_page_with_another_or_a_choice(app: flask.Flask) -> None:
    with app.test_request_context():
        assert comparison_with("AM", "AZ") == "/compare?a=AM&b=AZ"
        assert comparison_with("person:b") == "/compare?a=person:b"


def test_who_else_said_something(engine: Engine) -> None:
    found = most_frequent(engine.newest(), StatementQuery(), ["UA"])
    assert "UA" not in [bucket.value for bucket in found["speaker_country"]]
    assert "Orhan Demirsoy" in [bucket.label for bucket in found["speaker_id"]]
