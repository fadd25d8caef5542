"""One shape for every error, from real failures: an engine at a closed port, an index of another version, a bug."""

import socket
from pathlib import Path

import flask
import pytest
from flask.testing import FlaskClient

from api.app import create_app
from search.engine import Engine
from search.opening import open_engine

MEMBERS = {"type", "title", "status", "detail", "code", "parameter", "position", "hint", "request_id", "errors"}
BROWSER = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}
SEARCHES = ("/v1/statements", "/v1/statements/some-01", "/v1/articles/some", "/v1/countries", "/v1/sources")


@pytest.fixture
def away() -> FlaskClient:
    """Over an Elasticsearch that is not there."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    return create_app(open_engine(f"http://127.0.0.1:{port}")).test_client()


@pytest.fixture
def foreign(tmp_path: Path) -> FlaskClient:
    """Over an index that another version made."""
    (tmp_path / "demarche.json").write_text('{"mapping": 0, "current": "index-000001"}')
    return create_app(open_engine(f"embedded://{tmp_path}")).test_client()


@pytest.mark.parametrize(
    ("method", "address", "status", "code"),
    [
        ("GET", "/v1/nothing", 404, "no-such-address"),
        ("GET", "/v1/statements/nothing", 404, "not-found"),
        ("GET", "/v1/statements?limit=0", 400, "out-of-range"),
        ("POST", "/v1/statements", 405, "method-not-allowed"),
        ("DELETE", "/v1/statements/some", 405, "method-not-allowed"),
        ("PUT", "/healthz", 405, "method-not-allowed"),
    ],
)
def test_every_error_has_the_same_members(
    client: FlaskClient, method: str, address: str, status: int, code: str
) -> None:
    response = client.open(address, method=method, headers=BROWSER)
    assert response.status_code == status
    assert response.content_type == "application/problem+json"
    problem = response.json
    assert set(problem) == MEMBERS
    assert (problem["status"], problem["code"]) == (status, code)
    assert problem["type"] == f"urn:problem-type:demarche:{code}"
    assert problem["request_id"] == response.headers["X-Request-ID"]
    assert [fault["code"] for fault in problem["errors"]] == [code]


def test_a_wrong_method_says_which_are_right(client: FlaskClient) -> None:
    assert set(client.post("/v1/statements").headers["Allow"].split(", ")) == {"GET", "HEAD", "OPTIONS"}


@pytest.mark.parametrize("address", [*SEARCHES, "/readyz"])
def test_an_engine_away_is_503_with_a_time_to_retry(away: FlaskClient, address: str) -> None:
    response = away.get(address)
    assert response.status_code == 503
    assert int(response.headers["Retry-After"]) > 0
    assert response.json["code"] == "engine-unavailable"
    for word in ("elastic", "connection", "127.0.0.1", "refused"):
        assert word not in response.text.lower()


def test_a_mistake_is_a_mistake_whether_the_engine_is_there_or_not(away: FlaskClient) -> None:
    assert away.get("/v1/statements?country=QQ").status_code == 400


def test_an_engine_away_is_a_page_for_people(away: FlaskClient) -> None:
    response = away.get("/?q=corridor")
    assert response.status_code == 503
    assert response.content_type.startswith("text/html")
    assert "Retry-After" in response.headers
    assert "<h1>The search is not available</h1>" in response.text
    assert "does not answer" in response.text


def test_an_index_of_another_version_says_what_to_do(foreign: FlaskClient) -> None:
    for address in ("/v1/statements", "/readyz"):
        response = foreign.get(address)
        assert response.status_code == 503
        assert response.json["code"] == "index-incompatible"
        assert "built anew" in response.json["detail"]
        assert "Retry-After" not in response.headers
    assert foreign.get("/healthz").status_code == 200


def test_a_bug_is_500_without_its_words(app: flask.Flask, tmp_path: Path) -> None:
    broken = create_app(open_engine(f"embedded://{tmp_path}/index"))

    @broken.get("/v1/broken")
    def bug() -> str:
        raise RuntimeError("the password is hunter2")

    response = broken.test_client().get("/v1/broken")
    assert response.status_code == 500
    assert response.json["code"] == "internal-error"
    assert "hunter2" not in response.text
    assert set(response.json) == MEMBERS


@pytest.mark.parametrize("address", ["/nothing", "/statements/nothing", "/articles/nothing"])
def test_people_get_errors_as_a_page(client: FlaskClient, address: str) -> None:
    response = client.get(address, headers=BROWSER)
    assert response.status_code == 404
    assert response.content_type.startswith("text/html")
    assert "<h1>Not found</h1>" in response.text
    assert response.headers["X-Request-ID"] in response.text


def test_programs_get_errors_as_json_also_beside_the_api(client: FlaskClient) -> None:
    assert client.get("/nothing").content_type == "application/problem+json"


@pytest.mark.parametrize(
    "address", ["/v1/statements?facets=country", "/v1/countries", "/", "/speakers/person:ana-petrosjan:AM"]
)
def test_an_answer_without_its_counts_is_none(
    client: FlaskClient, engine: Engine, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    """Whatever reads attributes takes an AttributeError for one that is not there: marshmallow left it out."""

    def broken(*args: object) -> None:
        raise AttributeError("'NoneType' object has no attribute 'label'")

    assert client.get(address).status_code == 200
    monkeypatch.setattr(type(engine.view()), "facets", broken)
    response = client.get(address)
    assert response.status_code == 500
    if address.startswith("/v1/"):
        assert response.json
        assert response.json["code"] == "internal-error"
