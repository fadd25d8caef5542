"""What one request may take, and whether its client still waits."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from flask.testing import FlaskClient

from api.app import create_app
from api.context import SETTINGS
from api.middleware.time_limit import CLOSED
from schemas.settings import Settings
from search import budget
from search.engine import Engine

ADDRESSES = (
    "/v1/statements?q=corridor",
    "/v1/statements?facets=country&collapse=true",
    "/v1/statements.csv",
    "/v1/statements.ndjson",
    "/v1/statements.atom",
    "/v1/articles",
    "/v1/speakers?prefix=a",
    "/v1/countries",
    "/v1/timeline",
)


@pytest.fixture
def hasty(engine: Engine) -> FlaskClient:
    return create_app(engine, Settings(engine="", answer_seconds=0)).test_client()


@pytest.mark.parametrize("address", ADDRESSES)
def test_is_answered_by_name_where_it_takes_too_long(hasty: FlaskClient, address: str) -> None:
    given = hasty.get(address)
    assert (given.status_code, given.mimetype) == (503, "application/problem+json")
    assert given.json
    assert given.json["code"] == "out-of-time"
    assert given.json["hint"]
    assert given.headers["Retry-After"]


def test_a_page_says_so_too(hasty: FlaskClient) -> None:
    given = hasty.get("/?q=corridor", headers={"Accept": "text/html"})
    assert (given.status_code, given.mimetype) == (503, "text/html")


@pytest.mark.parametrize("address", ["/healthz", "/metrics", "/v1/openapi.json"])
def test_what_searches_nothing_is_answered(hasty: FlaskClient, address: str) -> None:
    assert hasty.get(address).status_code == 200


def test_no_request_bounds_the_next(hasty: FlaskClient) -> None:
    hasty.get(ADDRESSES[0])
    assert budget.left() is None


def test_an_export_is_cut_off_by_name(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each piece has its own time, so that only a slow one ends it; here all behind the first statement."""
    hasty = replace(client.application.extensions[SETTINGS], answer_seconds=0)
    monkeypatch.setattr("api.v1.exports.current_settings", lambda: hasty)
    *_, last = client.get("/v1/statements.ndjson").text.splitlines()
    end = json.loads(last)["end"]
    assert (end["statements"], end["complete"], end["error"]["code"]) == (1, False, "out-of-time")


@pytest.mark.parametrize("address", ADDRESSES)
def test_nothing_is_searched_for_one_that_hung_up(client: FlaskClient, address: str) -> None:
    assert client.get(address, environ_overrides={CLOSED: lambda: True}).status_code == 503
    assert client.get(address, environ_overrides={CLOSED: lambda: False}).status_code == 200
