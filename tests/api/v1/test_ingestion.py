"""Articles sent, split and deleted over HTTP."""

from __future__ import annotations

import http.client
import json
import multiprocessing
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from api.access.key_file import Keys
from api.app import create_app
from indexer.inputs.input import Origin
from indexer.inputs.result import Loaded
from indexer.interchange.backup import write_line
from indexer.pipeline.worker import split
from schemas.article import Article
from schemas.query import ArticleQuery
from schemas.settings import Settings
from schemas.statement import SplitArticle
from search.embedded.engine import EmbeddedEngine
from search.engine import Engine
from search.opening import open_engine
from tests.api.serving import serving
from tests.api.v1.another_process import hold
from tests.forked import SERVER, ensure_server

ROAD = {
    "title": "A road",
    "url": "https://herald.example/road",
    "source": "Harbour Herald",
    "published_on": "2024-05-10",
    "text": "YEREVAN, May 10 — Armenia said on Friday that it would open the road.",
}
BRIDGE = ROAD | {"url": "https://herald.example/bridge", "text": "Georgia denied that the bridge was closed."}


@pytest.fixture(scope="module", params=["embedded", "elasticsearch"])
def stored(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """To make an index takes ten times as long as to store something in it."""
    address = f"embedded://{tmp_path_factory.mktemp('ingestion')}/index"
    if request.param == "elasticsearch":
        address = request.getfixturevalue("elasticsearch_address")()
    with open_engine(address) as engine:
        yield engine


@pytest.fixture
def engine(stored: Engine) -> Iterator[Engine]:
    """Empty again after each test."""
    yield stored
    for found in stored.articles(ArticleQuery(limit=100)).data:
        stored.delete(found.article.id)


class Client:
    """Shows a key that may write, unless told otherwise."""

    def __init__(self, client: FlaskClient, keys: Keys):
        self.client = client
        self.key = keys.add("writer", write=True)
        self.reading_key = keys.add("reader", write=False)

    def __call__(self, method: str, address: str, key: str | None = "", **sent: Any) -> Any:
        shown = self.key if key == "" else key
        headers = {"Authorization": f"Bearer {shown}"} if shown else {}
        return self.client.open(address, method=method, headers=headers, **sent)

    def post(self, body: object, address: str = "/v1/articles") -> Any:
        return self("POST", address, data=json.dumps(body), content_type="application/json")


@pytest.fixture
def client(engine: Engine, tmp_path: Path) -> Client:
    settings = Settings(engine="", keys=tmp_path / "keys.json", max_body=100_000)
    return Client(create_app(engine, settings).test_client(), Keys(settings.keys))


def test_one_article_is_split_stored_and_found(client: Client) -> None:
    response = client.post(ROAD)
    assert response.status_code == 201
    (result,) = response.json["data"]
    assert (result["status"], result["statements"], result["errors"]) == ("added", 1, [])
    assert response.json["counts"] == {"added": 1}
    assert response.headers["Location"] == result["url"] == f"/v1/articles/{result['id']}"
    assert client("GET", result["url"]).json["data"]["text"] == ROAD["text"]
    (statement,) = client("GET", "/v1/statements?q=road&speaker_country=AM").json["data"]
    assert statement["said_on"] == "2024-05-10"


FRENCH = "Le ministre des Affaires étrangères a déclaré lundi que les pourparlers reprendraient la semaine prochaine."


def test_what_is_not_split_says_so(client: Client) -> None:
    sent = ROAD | {"text": FRENCH, "language": "en"}
    extracted = client.post(sent, "/v1/extract").json["data"]
    assert (extracted["language"], extracted["split"], extracted["statements"]) == ("fr", False, [])
    for status in ("added", "unchanged"):
        (result,) = client.post([sent]).json["data"]
        assert (result["status"], result["language"], result["split"]) == (status, "fr", False)
    stored = client("GET", result["url"]).json["data"]
    assert (stored["language"], stored["split"], stored["statements"]) == ("fr", False, [])
    page = client("GET", f"/articles/{result['id']}").get_data(as_text=True)
    assert "This article is in French, from which statements are not split." in page
    assert client("GET", "/v1/articles?q=pourparlers").json["total"]["value"] == 1


def test_what_a_refused_one_is_written_in_is_not_told(client: Client) -> None:
    (result,) = client.post([{"text": ""}]).json["data"]
    assert (result["language"], result["split"]) == (None, None)


def test_again_unchanged_and_changed(client: Client) -> None:
    client.post(ROAD)
    again = client.post(ROAD)
    assert (again.status_code, again.json["counts"]) == (200, {"unchanged": 1})
    assert "Location" not in again.headers
    changed = client.post(ROAD | {"text": "Armenia denied that it would open the road. Armenia said it was closed."})
    assert (changed.status_code, changed.json["counts"]) == (200, {"updated": 1})
    assert client("GET", "/v1/statements").json["total"]["value"] == 2


def test_a_malformed_one_costs_the_others_nothing(client: Client) -> None:
    response = client.post(
        [
            ROAD,
            "no article",
            BRIDGE | {"published_on": "2024-13"},
            {"title": "No text"},
            BRIDGE | {"text": "half \ud83d of a pair"},
            BRIDGE | {"statements": [{"kind": "shouted", "spans": [[0, 3]]}]},
            BRIDGE | {"statements": [{"kind": "direct", "spans": [[0, 3000]]}]},
            BRIDGE | {"title": "Ž" * 2_001},
            BRIDGE,
        ]
    )
    assert response.status_code == 200
    results = response.json["data"]
    assert [result["status"] for result in results] == [
        "added",
        *["refused"] * 4,
        "superseded",
        "superseded",
        "refused",
        "added",
    ]
    assert response.json["counts"] == {"added": 2, "refused": 5, "superseded": 2}
    places = [fault["parameter"] for result in results for fault in result["errors"]]
    assert places == ["/1", "/2/published_on", "/3/text", "/4", "/7/title"]
    assert client("GET", "/v1/articles").json["total"]["value"] == 2


BRIEF = {"title": "In brief", "source": "Quay Post", "published_on": "2024-05-01"}


def test_articles_of_one_outlet_day_and_title_are_told_apart_by_their_ids(client: Client) -> None:
    first, second = BRIEF | {"id": "n1", "text": ROAD["text"]}, BRIEF | {"id": 2, "text": BRIDGE["text"]}
    one, two = client.post([first, second]).json["data"]
    assert [one["status"], two["status"]] == ["added", "added"]
    changed = client.post(first | {"text": "Armenia denied that it would open the road."}).json["data"][0]
    assert changed == one | {"status": "updated"}
    assert client.post(BRIEF | {"id": one["id"], "text": ROAD["text"]}).json["data"][0]["id"] == one["id"]
    assert client("GET", "/v1/articles").json["total"]["value"] == 2
    assert client("DELETE", one["url"]).status_code == 204


@pytest.mark.parametrize("id_", [[], {"a": 1}, True, "a\u0000b", " ", "x" * 501], ids=repr)
def test_an_id_that_is_none_is_refused(client: Client, id_: object) -> None:
    response = client.post(BRIEF | {"id": id_, "text": "A text."})
    assert (response.status_code, response.json["parameter"]) == (422, "/id")


@pytest.mark.parametrize(
    ("members", "place", "hint"),
    [
        ({"titel": "A road"}, "/titel", "did you mean title?"),
        ({"date": "2024-05-01"}, "/date", "did you mean published_on?"),
        ({"dry_run": True}, "/dry_run", None),
        ({"source": {"name": "Quay Post", "nmae": "x"}}, "/source/nmae", "did you mean name?"),
        ({"statements": [{"kind": "direct", "spans": [[0, 3]], "speeker": None}]}, "/statements/0/speeker", "speaker"),
        ({"statements": [{"cue": {"lema": "say"}}]}, "/statements/0/cue/lema", "did you mean lemma?"),
    ],
    ids=lambda value: str(value)[:20],
)
def test_a_member_that_means_nothing_is_refused_with_the_nearest_name(
    client: Client, members: dict[str, Any], place: str, hint: str | None
) -> None:
    response = client.post(ROAD | members)
    assert (response.status_code, response.json["parameter"]) == (422, place)
    assert hint is None or hint in response.json["hint"]
    refused, stored = client.post([ROAD | members, BRIDGE]).json["data"]
    assert (refused["status"], refused["errors"][0]["parameter"]) == ("refused", f"/0{place}")
    assert stored["status"] == "added"
    assert client.post(ROAD | members, "/v1/extract").status_code == 422


def test_not_all_of_many_members_are_named(client: Client) -> None:
    response = client.post(ROAD | {f"{number}{'x' * 500}": 1 for number in range(100)})
    assert len(response.json["errors"]) == 10
    assert len(response.get_data()) < 5_000


def test_what_is_given_out_is_taken_back(client: Client) -> None:
    stored = client("GET", client.post(ROAD).headers["Location"]).json["data"]
    assert client.post(stored).json["data"][0]["id"] == stored["id"]


def test_an_address_that_is_none_costs_the_address(client: Client) -> None:
    response = client.post(ROAD | {"url": "herald.example/road"})
    assert response.status_code == 201
    (result,) = response.json["data"]
    (warning,) = result["warnings"]
    assert (warning["parameter"], warning["detail"]) == ("/url", "is no address of http or https")
    assert client("GET", result["url"]).json["data"]["url"] is None


def test_statements_that_do_not_fit_their_text_are_refused(client: Client) -> None:
    given = ROAD | {"statements": [{"kind": "shouted", "spans": [[0, 3]]}]}
    response = client.post([given])
    (result,) = response.json["data"]
    assert (result["status"], result["url"]) == ("refused", None)
    assert result["id"]
    assert "kind" in result["errors"][0]["detail"]


def test_a_line_of_an_export_is_taken_as_anybody_s(client: Client) -> None:
    (found,) = split([Loaded(Article(ROAD["text"], ROAD["title"], ROAD["url"]), Origin("road.txt"), 0)])
    assert isinstance(found, SplitArticle)
    (result,) = client.post(json.loads(write_line(found))).json["data"]
    assert (result["status"], result["statements"]) == ("added", 1)
    assert client("GET", result["url"]).json["data"]["extractor"].startswith("given")


def test_statements_that_are_given_are_taken(client: Client) -> None:
    start = ROAD["text"].index("it would")
    given = ROAD | {"statements": [{"kind": "indirect", "spans": [[start, start + 8]], "speaker": None}]}
    assert client.post(given).json["data"][0]["statements"] == 1
    (statement,) = client("GET", "/v1/statements").json["data"]
    assert (statement["text"], statement["speaker"]) == ("it would", None)


LONG = ROAD | {"url": "https://herald.example/long", "text": "Armenia said it rained. " * 100}


@pytest.fixture
def narrow(tmp_path: Path) -> Iterator[Client]:
    """Splits no more than 2,000 characters in one request."""
    settings = Settings(engine="", keys=tmp_path / "keys.json", max_split=2_000)
    with EmbeddedEngine(tmp_path / "index") as engine:
        yield Client(create_app(engine, settings).test_client(), Keys(settings.keys))


@pytest.mark.parametrize("address", ["/v1/articles", "/v1/extract"])
def test_a_text_that_is_too_long_to_be_split_is_refused_by_name(narrow: Client, address: str) -> None:
    response = narrow.post(LONG, address)
    assert (response.status_code, response.json["code"]) == (413, "text-too-long")
    assert response.json["parameter"] == "/text"
    assert "2,400 characters, more than the 2,000" in response.json["detail"]
    assert narrow("GET", "/v1/articles").json["total"]["value"] == 0


def test_what_is_more_than_one_request_may_have_split_is_for_the_next(narrow: Client) -> None:
    many = [ROAD | {"url": f"https://herald.example/{number}"} for number in range(40)]
    response = narrow.post([LONG, *many])
    assert response.status_code == 200
    first, *results = response.json["data"]
    assert first["errors"][0]["code"] == "text-too-long"
    added = [result["status"] for result in results].index("refused")
    assert added == 2_000 // len(ROAD["text"])
    assert {result["status"] for result in results[added:]} == {"refused"}
    assert results[-1]["errors"][0]["code"] == "text-too-long"
    assert results[-1]["errors"][0]["parameter"] == "/40/text"
    again = narrow.post(many[:30]).json["counts"]
    assert again == {"unchanged": added, "added": 30 - added}  # what is stored is not split, and does not count


def test_what_brings_its_statements_is_not_split_and_may_be_longer(narrow: Client) -> None:
    given = LONG | {"statements": [{"kind": "indirect", "spans": [[0, 20]]}]}
    assert narrow.post(given).status_code == 201


@pytest.mark.parametrize("body", [{"text": " "}, {"text": "a", "published_on": "soon"}, "text", 7, None])
def test_a_single_one_that_is_refused(client: Client, body: object) -> None:
    response = client.post(body)
    assert (response.status_code, response.json["code"]) == (422, "invalid-article")
    assert response.json["request_id"] == response.headers["X-Request-ID"]


@pytest.mark.parametrize(
    ("sent", "status", "code", "position"),
    [
        ({"data": '{"text": ', "content_type": "application/json"}, 400, "bad-json", 9),
        ({"data": "", "content_type": "application/json"}, 400, "bad-json", 0),
        ({"data": b"\xff", "content_type": "application/json"}, 400, "bad-json", None),
        ({"data": "text=a", "content_type": "application/x-www-form-urlencoded"}, 415, "unsupported-media-type", None),
        ({"data": "{}"}, 415, "unsupported-media-type", None),
        ({"data": b" " * 100_001, "content_type": "application/json"}, 413, "too-large", None),
        ({"json": [ROAD] * 101}, 413, "too-many-articles", None),
    ],
    ids=["cut off", "empty", "not UTF-8", "a form", "unsaid", "too large", "too many"],
)
def test_bodies_that_are_none(
    client: Client, sent: dict[str, Any], status: int, code: str, position: int | None
) -> None:
    response = client("POST", "/v1/articles", **sent)
    assert (response.status_code, response.json["code"], response.json["position"]) == (status, code, position)
    assert response.content_type == "application/problem+json"


def test_a_body_in_pieces_is_no_larger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Sent without its length, through a real server."""
    monkeypatch.setenv("DEMARCHE_KEYS", str(tmp_path / "keys.json"))
    monkeypatch.setenv("DEMARCHE_MAX_BODY", "1000")
    key = Keys(tmp_path / "keys.json").add("writer", write=True)
    with (tmp_path / "log").open("w") as log, serving(f"embedded://{tmp_path}/index", log=log) as (address, _):
        host = address.removeprefix("http://")
        for size, status in ((900, 201), (1500, 413)):
            connection = http.client.HTTPConnection(host, timeout=60)
            body = (json.dumps(ROAD).encode().ljust(size)[i : i + 100] for i in range(0, size, 100))
            headers = {"Authorization": f"Bearer {key}", "Content-Type": "application/json"}
            connection.request("POST", "/v1/articles", body, headers, encode_chunked=True)
            assert connection.getresponse().status == status
            connection.close()


def test_a_list_of_nothing(client: Client) -> None:
    assert client.post([]).json == {"data": [], "counts": {}}


def test_deletes(client: Client) -> None:
    address = client.post(ROAD).headers["Location"]
    gone = client("DELETE", address)
    assert (gone.status_code, gone.get_data()) == (204, b"")
    assert client("GET", "/v1/statements").json["total"]["value"] == 0
    assert client("DELETE", address).json["code"] == "not-found"


def test_extract_stores_nothing_and_finds_what_indexing_would(client: Client) -> None:
    extracted = client.post(ROAD, "/v1/extract").json["data"]
    assert client("GET", "/v1/articles").json["total"]["value"] == 0
    stored = client("GET", client.post(ROAD).headers["Location"]).json["data"]
    assert extracted == {name: stored[name] for name in extracted}
    assert client.post({"text": ""}, "/v1/extract").status_code == 422


@pytest.mark.parametrize(
    ("method", "address"), [("POST", "/v1/articles"), ("DELETE", "/v1/articles/x"), ("POST", "/v1/extract")]
)
def test_all_of_it_needs_a_key(client: Client, method: str, address: str) -> None:
    missing = client(method, address, key=None, json=ROAD)
    assert (missing.status_code, missing.json["code"]) == (401, "key-needed")
    assert missing.headers["WWW-Authenticate"].startswith("Bearer")
    wrong = client(method, address, key="dem_wrong", json=ROAD)
    assert (wrong.status_code, wrong.json["code"]) == (401, "unknown-key")
    reading = client(method, address, key=client.reading_key, json=ROAD)
    if address == "/v1/extract":
        assert reading.status_code == 200
    else:
        assert (reading.status_code, reading.json["code"]) == (403, "read-only-key")


@pytest.mark.parametrize(("seconds", "status"), [(0.3, 201), (2.5, 503)])
def test_waits_its_turn_while_another_process_writes(tmp_path: Path, seconds: float, status: int) -> None:
    ensure_server()
    told, taken = multiprocessing.Pipe(duplex=False)
    with EmbeddedEngine(tmp_path / "index", patience=1) as engine:
        client = Client(
            create_app(engine, Settings(engine="", keys=tmp_path / "keys.json")).test_client(),
            Keys(tmp_path / "keys.json"),
        )
        engine.status()
        holder = SERVER.Process(target=hold, args=(tmp_path / "index", taken, seconds))
        holder.start()
        assert told.recv()
        response = client.post(ROAD)
        holder.join()
        assert response.status_code == status
        if status == 503:
            assert response.json["code"] == "engine-busy"
            assert int(response.headers["Retry-After"]) > 0
            assert client.post(ROAD).status_code == 201


def test_a_parameter_that_means_nothing_refuses_the_request(client: Client) -> None:
    response = client.post(ROAD, "/v1/articles?dry_run=true")
    assert (response.status_code, response.json["code"]) == (400, "unknown-parameter")
    assert client("GET", "/v1/articles").json["total"]["value"] == 0
    assert client("DELETE", "/v1/articles/some?force=1").status_code == 400
