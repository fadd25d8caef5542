"""Whose pages may ask."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from api.app import create_app
from schemas.settings import Settings
from search.engine import Engine

OURS, OTHER = "https://reader.example", "https://other.example"


def allowing(engine: Engine, *origins: str) -> FlaskClient:
    return create_app(engine, Settings(engine="", cors=origins)).test_client()


def test_none_by_default(client: FlaskClient) -> None:
    response = client.get("/v1/sources", headers={"Origin": OURS})
    assert "Access-Control-Allow-Origin" not in response.headers


@pytest.mark.parametrize(
    ("origins", "origin", "expected"),
    [((OURS,), OURS, OURS), ((OURS,), OTHER, None), ((OURS, OTHER), OTHER, OTHER), (("*",), OTHER, "*")],
)
def test_those_that_are_set(engine: Engine, origins: tuple[str, ...], origin: str, expected: str | None) -> None:
    response = allowing(engine, *origins).get("/v1/sources", headers={"Origin": origin})
    assert response.headers.get("Access-Control-Allow-Origin") == expected


@pytest.mark.parametrize(("origins", "varies"), [((OURS,), True), ((OURS, OTHER), True), (("*",), False), ((), False)])
@pytest.mark.parametrize("headers", [{}, {"Origin": OURS}, {"Origin": OTHER}])
def test_caches_keep_origins_apart(
    engine: Engine, origins: tuple[str, ...], varies: bool, headers: dict[str, str]
) -> None:
    for address in ("/v1/sources", "/v1/sources?limit=0"):
        given = allowing(engine, *origins).get(address, headers=headers)
        assert ("Origin" in given.headers.get("Vary", "")) == varies


def test_the_page_is_nobody_elses(engine: Engine) -> None:
    response = allowing(engine, "*").get("/", headers={"Origin": OTHER})
    assert "Access-Control-Allow-Origin" not in response.headers


def test_what_a_page_may_read_and_send(engine: Engine) -> None:
    client = allowing(engine, OURS)
    asked = {
        "Origin": OURS,
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "authorization, content-type",
    }
    preflight = client.options("/v1/articles", headers=asked)
    assert preflight.status_code == 200
    assert "POST" in preflight.headers["Access-Control-Allow-Methods"]
    assert "authorization" in preflight.headers["Access-Control-Allow-Headers"].lower()
    exposed = client.get("/v1/statements", headers={"Origin": OURS}).headers["Access-Control-Expose-Headers"]
    assert {"Link", "ETag", "X-Request-ID", "RateLimit-Remaining"} <= set(exposed.split(", "))
    assert "Access-Control-Allow-Credentials" not in preflight.headers


def test_errors_can_be_read_too(engine: Engine) -> None:
    response = allowing(engine, OURS).get("/v1/statements?limit=0", headers={"Origin": OURS})
    assert (response.status_code, response.headers["Access-Control-Allow-Origin"]) == (400, OURS)
