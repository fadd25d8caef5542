import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from api.app import create_app
from schemas.settings import Settings
from search.embedded.engine import EmbeddedEngine
from search.opening import open_engine
from tests.api.corpus import BORDER, CORRIDOR

ADDRESSES = (
    "/v1/statements?q=corridor&facets=country",
    f"/v1/statements/{CORRIDOR.article.id}-01",
    f"/v1/statements/{CORRIDOR.article.id}-01/similar",
    "/v1/statements.csv",
    "/v1/statements.ndjson?q=corridor",
    "/v1/statements.atom",
    "/v1/articles",
    f"/v1/articles/{CORRIDOR.article.id}",
    f"/v1/articles/{CORRIDOR.article.id}/copies",
    "/v1/countries",
    "/v1/speakers?prefix=a",
    "/v1/timeline",
)


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[EmbeddedEngine]:
    with EmbeddedEngine(tmp_path / "index") as engine:
        engine.replace([CORRIDOR])
        yield engine


@pytest.fixture
def client(engine: EmbeddedEngine) -> FlaskClient:
    return create_app(engine).test_client()


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_unchanged_answer_is_not_sent_again(client: FlaskClient, address: str) -> None:
    first = client.get(address)
    assert first.status_code == 200
    tag = first.headers["ETag"]
    assert tag.startswith('W/"')
    assert first.headers["Cache-Control"] == "no-cache"
    for ask in (client.get, client.head):
        again = ask(address, headers={"If-None-Match": tag})
        assert (again.status_code, again.data) == (304, b"")
        assert again.headers["ETag"] == tag
        assert again.headers["Cache-Control"] == "no-cache"


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_star_is_whatever_there_is(client: FlaskClient, address: str) -> None:
    given = client.get(address, headers={"If-None-Match": "*"})
    assert (given.status_code, given.data) == (304, b"")
    assert given.headers["ETag"] == client.get(address).headers["ETag"]


@pytest.mark.parametrize("address", ["/v1/articles/none", "/v1/statements?limit=0"])
def test_a_star_is_nothing_where_there_is_nothing(client: FlaskClient, address: str) -> None:
    assert client.get(address, headers={"If-None-Match": "*"}).status_code in (400, 404)


@pytest.mark.parametrize("address", ADDRESSES)
def test_head_says_what_get_would(client: FlaskClient, address: str) -> None:
    got, asked = client.get(address), client.head(address)
    assert (asked.status_code, asked.data) == (200, b"")
    for name in ("Content-Type", "ETag", "Cache-Control", "Link"):
        assert asked.headers.get(name) == got.headers.get(name)


def test_what_was_written_changes_every_tag(client: FlaskClient, engine: EmbeddedEngine) -> None:
    tags = {address: client.get(address).headers["ETag"] for address in ADDRESSES}
    before = engine.generation()
    engine.replace([BORDER])
    until = time.monotonic() + 1.5
    while engine.generation() == before and time.monotonic() < until:
        time.sleep(0.05)
    for address, tag in tags.items():
        again = client.get(address, headers={"If-None-Match": tag})
        assert again.status_code == 200
        assert again.headers["ETag"] != tag


def test_addresses_hosts_and_prefixes_have_tags_of_their_own(client: FlaskClient) -> None:
    answers = (
        client.get("/v1/statements"),
        client.get("/v1/statements?limit=1"),
        client.get("/v1/statements.atom"),
        client.get("/v1/statements", base_url="https://press.example/"),
        client.get("/v1/statements", base_url="http://localhost/press"),
    )
    assert len({answer.headers["ETag"] for answer in answers}) == len(answers)


def test_another_limit_of_exports_changes_the_tag(client: FlaskClient, engine: EmbeddedEngine) -> None:
    smaller = create_app(engine, replace(Settings.from_environment(), export_limit=1)).test_client()
    tag = client.get("/v1/statements.csv").headers["ETag"]
    assert smaller.get("/v1/statements.csv", headers={"If-None-Match": tag}).status_code == 200


@pytest.mark.parametrize("given", ['"other"', "garbage", ""])
def test_another_tag_gets_the_answer(client: FlaskClient, given: str) -> None:
    assert client.get("/v1/statements", headers={"If-None-Match": given}).status_code == 200


@pytest.mark.parametrize("address", ["/v1/statements?limit=0", "/v1/statements/nothing", "/v1/nothing"])
def test_errors_have_no_tag(client: FlaskClient, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code in (400, 404)
    assert "ETag" not in answer.headers
    assert client.get(address, headers={"If-None-Match": "*"}).status_code == answer.status_code


def test_without_an_engine_there_is_no_tag() -> None:
    with open_engine("http://127.0.0.1:9") as engine:
        client = create_app(engine).test_client()
        for address, status in (("/v1/statements", 503), ("/v1/statements?limit=0", 400)):
            answer = client.get(address, headers={"If-None-Match": "*"})
            assert answer.status_code == status
            assert "ETag" not in answer.headers
