"""How often one client may ask."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from api.access.key_file import Keys
from api.app import create_app
from schemas.settings import Settings
from search.engine import Engine


def limited(engine: Engine, tmp_path: Path, proxies: int = 0, rate: str = "3/hour") -> FlaskClient:
    settings = Settings(engine="", keys=tmp_path / "keys.json", rate=rate, write_rate="2/hour", proxies=proxies)
    return create_app(engine, settings).test_client()


def test_what_is_left_is_said_and_then_it_is_refused(engine: Engine, tmp_path: Path) -> None:
    client = limited(engine, tmp_path)
    answers = [client.get("/v1/countries?limit=1") for _ in range(4)]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 429]
    assert [answer.headers["RateLimit-Remaining"] for answer in answers] == ["2", "1", "0", "0"]
    assert {answer.headers["RateLimit-Limit"] for answer in answers} == {"3"}
    assert all(0 <= int(answer.headers["RateLimit-Reset"]) <= 3600 for answer in answers)
    assert "Retry-After" not in answers[0].headers
    assert 1 <= int(answers[3].headers["Retry-After"]) <= 3600
    assert (answers[3].json["code"], answers[3].content_type) == ("too-many-requests", "application/problem+json")


def test_all_addresses_count_together(engine: Engine, tmp_path: Path) -> None:
    client = limited(engine, tmp_path)
    addresses = ("/v1/countries", "/v1/sources", "/", "/v1/statements")
    assert [client.get(address).status_code for address in addresses] == [200, 200, 200, 429]


def test_whoever_watches_over_it_is_not_limited(engine: Engine, tmp_path: Path) -> None:
    client = limited(engine, tmp_path)
    assert {client.get("/healthz").status_code for _ in range(6)} == {200}


def test_each_key_counts_by_itself(engine: Engine, tmp_path: Path) -> None:
    client = limited(engine, tmp_path)
    keys = Keys(tmp_path / "keys.json")
    for name in ("one", "two"):
        shown = {"Authorization": f"Bearer {keys.add(name, write=False)}"}
        assert [client.get("/v1/sources", headers=shown).status_code for _ in range(4)] == [200, 200, 200, 429]


def test_writing_has_a_limit_of_its_own(engine: Engine, tmp_path: Path) -> None:
    client = limited(engine, tmp_path)
    shown = {"Authorization": f"Bearer {Keys(tmp_path / 'keys.json').add('writer', write=True)}"}
    answers = [client.post("/v1/articles", json=[], headers=shown).status_code for _ in range(3)]
    assert answers == [200, 200, 429]
    assert client.get("/v1/sources", headers=shown).status_code == 200


@pytest.mark.parametrize(("proxies", "expected"), [(0, [200, 200, 200, 429]), (1, [200] * 4)])
def test_behind_a_proxy_clients_are_told_apart(
    engine: Engine, tmp_path: Path, proxies: int, expected: list[int]
) -> None:
    client = limited(engine, tmp_path, proxies)
    answers = [client.get("/v1/sources", headers={"X-Forwarded-For": f"192.0.2.{n}"}) for n in range(4)]
    assert [answer.status_code for answer in answers] == expected


def test_without_a_limit_nothing_is_counted(client: FlaskClient) -> None:
    assert "RateLimit-Limit" not in client.get("/v1/sources").headers
