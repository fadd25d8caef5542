"""Under which names, and below which path, it answers."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from flask.testing import FlaskClient

from api.app import create_app
from schemas.settings import Settings
from search.engine import Engine

PATHS = ["/v1/statements", "/", "/v1/openapi.json", "/static/style.css", "/nowhere", "/readyz", "/metrics"]


def client(engine: Engine, **settings: Any) -> FlaskClient:
    return create_app(engine, replace(Settings(engine=""), **settings)).test_client()


@pytest.fixture(scope="module")
def local(engine: Engine) -> FlaskClient:
    """As a server that listens to this machine alone is set."""
    return client(engine, hosts=("localhost",))


@pytest.mark.parametrize("path", PATHS)
def test_what_listens_to_this_machine_answers_to_no_other_name(local: FlaskClient, path: str) -> None:
    answer = local.get(path, headers={"Host": "evil.example:8000"})
    assert answer.status_code == 421
    assert "DEMARCHE_HOSTS" in answer.text


def test_the_refusal_says_what_to_set(local: FlaskClient) -> None:
    problem = local.get("/v1/statements", headers={"Host": "evil.example"}).json
    assert problem
    assert (problem["code"], problem["detail"]) == ("host-not-served", "this server does not answer as evil.example")
    assert problem["hint"] == "whoever runs it names the hosts that it answers as in DEMARCHE_HOSTS"


@pytest.mark.parametrize(
    "host", ["localhost", "LOCALHOST:8000", "demarche.localhost", "127.0.0.1:8000", "127.8.8.8", "[::1]:8000"]
)
def test_this_machine_s_names_are_served(local: FlaskClient, host: str) -> None:
    assert local.get("/v1/statements?limit=1", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "host", ["localhost.evil.example", "127.0.0.1.evil.example", "evillocalhost", "10.0.0.1", "[::2]", "2130706433"]
)
def test_what_only_looks_like_them_is_not(local: FlaskClient, host: str) -> None:
    assert local.get("/v1/statements", headers={"Host": host}).status_code == 421


def test_named_hosts_are_served_and_those_below_a_star(engine: Engine) -> None:
    asked = client(engine, hosts=("search.example", "*.herald.example"))
    status = {
        host: asked.get("/v1/statements?limit=1", headers={"Host": host}).status_code
        for host in ("search.example", "a.herald.example:80", "herald.example", "xherald.example", "www.search.example")
    }
    assert status == {
        "search.example": 200,
        "a.herald.example:80": 200,
        "herald.example": 421,
        "xherald.example": 421,
        "www.search.example": 421,
    }


def test_without_names_any_is_served(engine: Engine) -> None:
    assert client(engine).get("/v1/statements?limit=1", headers={"Host": "any.example"}).status_code == 200


def test_whoever_looks_whether_it_runs_may_use_any_name(local: FlaskClient) -> None:
    assert local.get("/healthz", headers={"Host": "10.0.0.7:8000"}).status_code == 200


@pytest.mark.parametrize("host", ['a"b', "a/b", "a b", "user@host.example", "<script>", "a,b", "[::1", ""])
def test_what_is_no_name_is_refused_even_where_any_is_served(engine: Engine, host: str) -> None:
    answer = client(engine).get("/v1/statements", headers={"Host": host})
    assert answer.status_code == 400
    assert answer.json
    assert answer.json["code"] == "bad-host"


def test_the_name_that_a_proxy_tells_is_the_one_that_counts(engine: Engine) -> None:
    asked = client(engine, hosts=("search.example",), proxies=1)
    headers = {"Host": "internal", "X-Forwarded-Host": "search.example"}
    assert asked.get("/v1/statements?limit=1", headers=headers).status_code == 200
    assert asked.get("/v1/statements", headers=headers | {"X-Forwarded-Host": "evil.example"}).status_code == 421


@pytest.mark.parametrize("prefix", ["/demarche", "/a/b-c_d.e", "/demarche/", "/", ""])
def test_a_prefix_is_a_path(engine: Engine, prefix: str) -> None:
    answer = client(engine, proxies=1).get("/", headers={"X-Forwarded-Prefix": prefix, "Accept": "text/html"})
    assert answer.status_code == 200
    assert f'"{prefix.rstrip("/")}/static/' in answer.text


@pytest.mark.parametrize(
    "prefix",
    [
        *("https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)", "kept/here"),
        *("/../etc", "/a/..", "/./a", "/a//b", '/"onload="x', "/'x", "/<b>", "/a b", "/a?b", "/a#b", "/%2e%2e", "/é"),
    ],
)
@pytest.mark.parametrize("path", ["/", "/v1/statements", "/v1/statements.atom"])
def test_anything_else_is_refused_and_stands_nowhere_in_the_answer(engine: Engine, prefix: str, path: str) -> None:
    answer = client(engine, proxies=1).get(path, headers={"X-Forwarded-Prefix": prefix})
    assert answer.status_code == 400
    assert "X-Forwarded-Prefix holds no path" in answer.text
    assert prefix not in answer.text.replace("/v1/statements", "")
