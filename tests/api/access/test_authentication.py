"""Reading that needs a key."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from api.access.key_file import Keys
from api.app import create_app
from schemas.settings import Reading, Settings
from search.engine import Engine


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(engine="", keys=tmp_path / "keys.json", reading=Reading.KEY)


@pytest.fixture
def closed(engine: Engine, settings: Settings) -> FlaskClient:
    return create_app(engine, settings).test_client()


ADDRESSES = ["/v1/statements", "/v1/statements.csv", "/v1/countries", "/v1/nothing", "/", "/docs", "/v1/openapi.json"]


@pytest.mark.parametrize("address", ADDRESSES)
def test_nothing_is_read_without_a_key(closed: FlaskClient, address: str) -> None:
    assert closed.get(address).status_code == 401


@pytest.mark.parametrize("address", ["/healthz", "/readyz", "/metrics"])
def test_whoever_watches_over_it_needs_none(closed: FlaskClient, address: str) -> None:
    assert closed.get(address).status_code == 200


@pytest.mark.parametrize("scheme", ["Bearer", "bearer", "BEARER "])
def test_a_key_lets_in(closed: FlaskClient, settings: Settings, scheme: str) -> None:
    key = Keys(settings.keys).add("reader", write=False)
    response = closed.get("/v1/statements", headers={"Authorization": f"{scheme} {key}"})
    assert response.status_code == 200


@pytest.mark.parametrize("header", ["", "Bearer", "Bearer ", "Basic dXNlcjpw", "dem_x", "Bearer dem_x", "Bearer \xe9"])
def test_nothing_else_does(closed: FlaskClient, settings: Settings, header: str) -> None:
    Keys(settings.keys).add("reader", write=False)
    assert closed.get("/v1/statements", headers={"Authorization": header}).status_code == 401


def test_an_unchanged_answer_is_not_told_without_a_key(closed: FlaskClient, settings: Settings) -> None:
    shown = {"Authorization": f"Bearer {Keys(settings.keys).add('reader', write=False)}"}
    tag = closed.get("/v1/statements", headers=shown).headers["ETag"]
    assert closed.get("/v1/statements", headers={"If-None-Match": tag}).status_code == 401
    assert closed.get("/v1/statements", headers=shown | {"If-None-Match": tag}).status_code == 304


def test_no_cache_of_others_keeps_what_needs_a_key(closed: FlaskClient, settings: Settings) -> None:
    shown = {"Authorization": f"Bearer {Keys(settings.keys).add('reader', write=False)}"}
    assert "private" in closed.get("/v1/statements", headers=shown).headers["Cache-Control"]


def test_a_person_gets_a_page_that_says_so(closed: FlaskClient) -> None:
    response = closed.get("/", headers={"Accept": "text/html"})
    assert response.status_code == 401
    assert "key" in response.text
    assert response.mimetype == "text/html"


def test_no_key_is_ever_logged(
    closed: FlaskClient, settings: Settings, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    key = Keys(settings.keys).add("reader", write=False)
    closed.get("/v1/statements?q=secret", headers={"Authorization": f"Bearer {key}"})
    closed.get("/v1/statements?q=secret", headers={"Authorization": f"Bearer {key}x"})
    logged = capsys.readouterr().out + caplog.text
    assert "/v1/statements" in logged
    assert key not in logged
    assert "secret" not in logged
    assert "127.0.0.1" not in logged


@pytest.mark.parametrize("address", [*ADDRESSES, "/v1/statements?limit=0"])
def test_no_cache_in_between_keeps_an_answer_for_others(closed: FlaskClient, settings: Settings, address: str) -> None:
    key = Keys(settings.keys).add("reader", write=False)
    for headers in ({}, {"Authorization": f"Bearer {key}"}):
        given = closed.get(address, headers=headers)
        assert given.headers["Cache-Control"].startswith("private")
        assert "Authorization" in given.headers["Vary"]


@pytest.mark.parametrize("reading", Reading)
@pytest.mark.parametrize("content", ["{", '{"keys": [{"name": "reader"}]}'])
def test_a_damaged_file_of_keys_is_told_whoever_shows_one(
    engine: Engine, settings: Settings, reading: Reading, content: str
) -> None:
    settings.keys.write_text(content)
    client = create_app(engine, replace(settings, reading=reading)).test_client()
    shown = client.get("/v1/statements", headers={"Authorization": "Bearer dem_any"})
    assert (shown.status_code, shown.get_json()["code"]) == (503, "keys-unreadable")
    assert str(settings.keys) not in shown.text
    assert client.get("/v1/statements").status_code == (200 if reading is Reading.OPEN else 401)
