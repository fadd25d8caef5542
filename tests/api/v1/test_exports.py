import csv
import io
import json
from collections.abc import Generator, Iterator
from itertools import islice
from typing import Any

import flask
import pytest
from flask.testing import FlaskClient

from api.app import create_app
from schemas.query import StatementQuery
from schemas.settings import Settings
from schemas.statement import FoundStatement
from search.embedded.engine import EmbeddedEngine
from search.engine import Engine, Stream
from search.errors import EngineUnavailable
from tests.api.corpus import CORPUS, STATEMENTS

CSV, NDJSON = "/v1/statements.csv", "/v1/statements.ndjson"


@pytest.fixture
def capped(engine: Engine) -> FlaskClient:
    return create_app(engine, Settings(engine="", export_limit=10)).test_client()


def five_of(stream: Stream) -> Generator[FoundStatement]:
    yield from islice(stream, 5)
    raise EngineUnavailable("gone, says the engine in its own words")


class CutOff(EmbeddedEngine):
    """Goes away after five statements."""

    def stream(self, query: StatementQuery, *, highlighted: bool = True) -> Stream:
        stream = super().stream(query, highlighted=highlighted)
        return Stream(stream.total, five_of(stream))


@pytest.fixture
def cut_off(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    with CutOff(tmp_path_factory.mktemp("export") / "index") as engine:
        engine.replace(CORPUS)
        yield create_app(engine).test_client()


def table(client: FlaskClient, query: str = "") -> list[dict[str, str]]:
    text = client.get(f"{CSV}?{query}").get_data().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def lines(client: FlaskClient, query: str = "") -> list[Any]:
    return [json.loads(line) for line in client.get(f"{NDJSON}?{query}").text.splitlines()]


def searched(client: FlaskClient, query: str) -> list[str]:
    return [each["id"] for each in client.get(f"/v1/statements?limit=100&{query}").json["data"]]


@pytest.mark.parametrize("query", ["", "q=corridor&sort=oldest", "country=AM&from=2024-05", "q=nowhere"])
def test_an_export_holds_what_the_search_finds_in_its_order(client: FlaskClient, query: str) -> None:
    expected = searched(client, query)
    assert [row["id"] for row in table(client, query)] == expected
    *statements, end = lines(client, query)
    assert [each["id"] for each in statements] == expected
    assert end == {"end": {"statements": len(expected), "total": len(expected), "complete": True}}


def test_a_line_is_the_statement_as_a_search_gives_it(client: FlaskClient) -> None:
    (expected,) = client.get("/v1/statements?q=convoy").json["data"]
    assert lines(client, "q=convoy")[0] == expected


def test_a_row_has_the_address_of_its_statement(client: FlaskClient) -> None:
    (row,) = table(client, "q=convoy")
    assert row["address"] == f"http://localhost/statements/{row['id']}"


@pytest.mark.parametrize(
    ("address", "kind", "name"),
    [
        (f"{CSV}?q=The+Corridor&country=AM", "text/csv; charset=utf-8", "demarche-the-corridor-am-"),
        (NDJSON, "application/x-ndjson", "demarche-2"),
    ],
)
def test_it_comes_as_a_file_with_a_name(client: FlaskClient, address: str, kind: str, name: str) -> None:
    response = client.get(address)
    assert response.content_type == kind
    assert response.headers["Content-Disposition"].startswith(f"attachment; filename={name}")


def test_the_cap_is_said_where_it_is_reached(capped: FlaskClient) -> None:
    *statements, end = lines(capped)
    assert len(statements) == 10
    assert end == {"end": {"statements": 10, "total": STATEMENTS, "complete": False}}
    *rows, last = table(capped)
    assert len(rows) == 10
    assert last["id"] == f"INCOMPLETE: 10 of {STATEMENTS} statements; narrow the search to have them all"


def test_as_many_as_the_cap_are_all(engine: Engine) -> None:
    client = create_app(engine, Settings(engine="", export_limit=2)).test_client()
    assert lines(client, "q=corridor")[-1] == {"end": {"statements": 2, "total": 2, "complete": True}}


def test_an_engine_that_goes_away_is_told_in_the_last_line(
    cut_off: FlaskClient, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    *statements, end = lines(cut_off)
    assert len(statements) == 5
    assert end["end"]["complete"] is False
    assert end["end"]["error"]["code"] == "engine-unavailable"
    assert "own words" not in json.dumps(end)
    assert "export cut off" in capsys.readouterr().out + caplog.text  # wherever the log goes by now
    *rows, last = table(cut_off)
    assert len(rows) == 5
    assert last["id"].startswith("INCOMPLETE: 5 of ")


def test_what_can_not_be_searched_has_a_status(client: FlaskClient) -> None:
    for address in (CSV, NDJSON):
        response = client.get(f"{address}?q=%22open")
        assert response.status_code == 400
        assert response.content_type == "application/problem+json"


@pytest.mark.parametrize("query", ["limit=5", "cursor=a", "facets=kind"])
def test_an_export_has_no_pages(client: FlaskClient, query: str) -> None:
    for address in (CSV, NDJSON):
        response = client.get(f"{address}?{query}")
        assert (response.status_code, response.json["parameter"]) == (400, query.partition("=")[0])


def test_head_has_no_body(client: FlaskClient) -> None:
    response = client.head(f"{CSV}?q=harvest")
    assert (response.status_code, response.data) == (200, b"")
    assert "Content-Disposition" in response.headers
    assert client.head(f"{CSV}?limit=2").status_code == 400


def test_statements_are_sent_as_they_are_found(app: flask.Flask) -> None:
    with app.test_client() as client:
        response = client.get(f"{NDJSON}?sort=oldest", buffered=False)
        pieces = list(response.response)
    assert len(pieces) > 1
    assert len(pieces[0].splitlines()) == 1
