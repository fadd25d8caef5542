"""Copies of the same words, and words that are alike, on both engines."""

import csv
import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from flask.testing import FlaskClient

from api.app import create_app
from schemas.statement import SplitArticle
from search.opening import open_engine
from tests.api.corpus import said, split

WORDS = "the ferry sails to Rostock on Sundays in summer with two hundred passengers and their bicycles"


def carried_by(source: str | None, day: str, by: str = "Lina Berg") -> SplitArticle:
    article = split(f"{by} said {WORDS}.", said(WORDS, by=by), title=f"Of {day}", source=source, published=day)
    (statement,) = article.extraction.statements
    return replace(article, extraction=replace(article.extraction, statements=(replace(statement, fingerprint="one"),)))


FIRST = carried_by("Lowland Gazette", "2024-05-01")
SECOND = carried_by("Harbour Post", "2024-05-02")
THIRD = carried_by("Harbour Post", "2024-05-03")
ALONE = split("Anna Petrosjan said no ferry leaves.", said("no ferry leaves", by="Anna Petrosjan"), title="Alone")
ALIKE = "the boat sails to Rostock on Sundays in summer with two hundred passengers and their bicycles"
BOAT = split(f"Orhan Kar said {ALIKE}.", said(ALIKE, by="Orhan Kar"), title="Boats")


@pytest.fixture(scope="module", params=["embedded", "elasticsearch"])
def client(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    if request.param == "embedded":
        address = f"embedded://{tmp_path_factory.mktemp('folding') / 'index'}"
    else:
        address = request.getfixturevalue("elasticsearch_address")()
    with open_engine(address) as engine:
        engine.replace([FIRST, SECOND, THIRD, ALONE, BOAT])
        yield create_app(engine).test_client()


def found(client: FlaskClient, query: str) -> Any:
    response = client.get(f"/v1/statements?{query}")
    assert response.status_code == 200, response.text
    return response.json


def test_copies_are_one_result_that_says_who_carried_it(client: FlaskClient) -> None:
    answer = found(client, "q=ferry&collapse=true&sort=oldest")
    assert answer["applied"]["collapse"] is True
    folded, alone = answer["data"]
    assert folded["id"] == FIRST.extraction.statements[0].id
    assert folded["carried"] == {
        "statements": 3,
        "outlets": 2,
        "others": [
            {
                "id": copy.extraction.statements[0].id,
                "article": {"id": copy.article.id, "title": copy.article.title, "url": None},
                "source": {"id": "harbour-post", "name": "Harbour Post"},
                "published_on": str(copy.article.published_on),
            }
            for copy in (SECOND, THIRD)
        ],
    }
    assert (alone["carried"]["statements"], alone["carried"]["outlets"], alone["carried"]["others"]) == (1, 1, [])


def test_pages_of_folded_results_hold_each_once(client: FlaskClient) -> None:
    query = "q=ferry&collapse=true&sort=newest&limit=1"
    answer = found(client, query)
    seen = [each["fingerprint"] for each in answer["data"]]
    while answer["next"]:
        answer = found(client, f"{query}&cursor={answer['next']}")
        seen += [each["fingerprint"] for each in answer["data"]]
    assert len(seen) == len(set(seen)) == 2


def test_an_export_folds_too(client: FlaskClient) -> None:
    rows = list(csv.DictReader(client.get("/v1/statements.csv?q=ferry&collapse=true&sort=oldest").text.splitlines()))
    assert [(row["carried_statements"], row["carried_outlets"]) for row in rows] == [("3", "2"), ("1", "1")]
    lines = client.get("/v1/statements.ndjson?q=ferry&collapse=true").text.splitlines()
    assert json.loads(lines[-1]) == {"end": {"statements": 2, "total": 2, "complete": True}}


def test_a_toggle_keeps_the_folding(client: FlaskClient) -> None:
    (row, *_) = found(client, "collapse=true&facets=source")["facets"]["source"]
    assert "collapse=true" in row["toggle"]


def test_similar_statements_are_no_copies(client: FlaskClient) -> None:
    first, boat = (article.extraction.statements[0].id for article in (FIRST, BOAT))
    answer = client.get(f"/v1/statements/{first}/similar").json
    assert answer is not None
    assert [each["id"] for each in answer["data"]] == [boat]


def test_of_similar_copies_there_is_one(client: FlaskClient) -> None:
    answer = client.get(f"/v1/statements/{BOAT.extraction.statements[0].id}/similar?limit=5").json
    assert answer is not None
    assert [each["fingerprint"] for each in answer["data"]] == ["one"]
