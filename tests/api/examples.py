"""What a server over examples/ answers: `python -m tests.api.examples` writes api/openapi/examples.json.

The API's description shows them. A test asks again and holds the file to the answers. What changes with the extraction
may differ in its values.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import flask
from flask.testing import FlaskClient

import api.openapi
from api.access.key_file import Keys
from api.app import create_app
from api.errors.failures import failure_of
from api.openapi.operations import operations
from schemas.problem import Problem
from schemas.settings import Settings
from schemas.wire.problem import ProblemSchema
from search.errors import EngineUnavailable, IncompatibleIndex
from search.opening import open_engine
from tests.examples import index_examples

FILE = Path(api.openapi.__file__).with_name("examples.json")
REQUEST_ID = "example"
STATEMENT, ARTICLE = "tucnwegszpxjvjxb-01", "tucnwegszpxjvjxb"
CORRIDOR = {"q": "corridor", "speaker_country": ["AM"]}

# By operation, what is asked. Answers are to be short enough to read.
ASKED: dict[str, dict[str, Any]] = {
    "statements": CORRIDOR | {"facets": ["speaker_country"], "limit": 1},
    "statement": {"statement_id": STATEMENT},
    "similar": {"statement_id": "idw6tz2zhpycjzos-02", "limit": 1},
    "as_csv": CORRIDOR,
    "as_lines": CORRIDOR,
    "as_feed": CORRIDOR | {"limit": 1},
    "articles": {"q": "checkpoint", "country": ["AM"], "limit": 1},
    "article": {"article_id": ARTICLE},
    "copies": {"article_id": "nooxbm3lyz2my5wq", "limit": 2},
    "countries": {"q": "corridor", "limit": 2},
    "speakers": {"country": ["AM"], "prefix": "a", "limit": 2},
    "targets": {"country": ["AM"], "limit": 2},
    "organisations": {"country": ["AM"], "limit": 2},
    "speaker": {"speaker_id": "person:anahit-vardumian:AM", "limit": 1},
    "organisation": {"organisation_id": "body:united-nations", "limit": 1},
    "sources": {"country": ["AM"], "limit": 2},
    "territories": {"limit": 2},
    "timeline": {"country": ["AM"], "interval": "year", "from": "2023", "by": "act", "top": 2},
    "timeline_csv": {"country": ["AM"], "interval": "year", "from": "2023", "by": "act", "top": 2},
}
# What needs a key, and changes what is asked above: in this order, after it.
SENT = {
    "title": "Ministers meet at the lake",
    "source": "Lowland Gazette",
    "published_on": "2024-05-10",
    "text": "OHRID, May 10 - North Macedonia's foreign minister, Stojan Vezilov, said that the lake is nobody's.",
}
WRITTEN: dict[str, dict[str, Any]] = {
    "extract": {"body": SENT},
    "add_articles": {"body": [SENT]},
    "delete_article": {"article_id": ARTICLE},
}
# Queries of /v1/statements that are mistaken, one for each code.
MISTAKEN = {
    "unbalanced-quote": "q=corridor+%22open",
    "unbalanced-group": "q=(corridor",
    "empty-phrase": "q=%22%22",
    "empty-group": "q=corridor+()",
    "lone-operator": "q=corridor+OR",
    "no-words": "q=%25",
    "misplaced-wildcard": "q=*dor",
    "bad-prefix": "q=c*",
    "bad-fuzzy": "q=corridor~9",
    "bad-operand": "q=(grain+corridor)+NEAR+open",
    "bad-distance": "q=grain+NEAR/99+corridor",
    "unknown-field": "q=contry:AM",
    "empty-field": "q=speaker:%22%22",
    "unknown-operator": "q=%22open+corridor%22~2",
    "too-complex": "q=" + "(" * 60 + "corridor" + ")" * 60,
    "too-long": "q=" + "corridor+" * 300,
    "unknown-parameter": "contry=AM",
    "repeated-parameter": "limit=1&limit=2",
    "unknown-country": "country=Armenja",
    "unknown-value": "kind=diret",
    "bad-date": "from=2023-13",
    "empty-interval": "from=2024&to=2023",
    "out-of-range": "limit=1000",
    "bad-cursor": "cursor=abc",
}


def record(app: flask.Flask, key: str) -> dict[str, Any]:
    """`key` is one that may write."""
    client = app.test_client()
    described = client.get("/v1/openapi.json").json
    where = {operation["operationId"]: (method, path) for path, method, operation in operations(described)}
    return {
        "operations": {name: shown(client, key, *where[name], asked) for name, asked in (ASKED | WRITTEN).items()},
        "errors": errors(client),
    }


def shown(client: FlaskClient, key: str, method: str, path: str, asked: dict[str, Any]) -> dict[str, Any]:
    """Asked with the parameters, and with the member `body` as JSON where there is one."""
    body = asked.get("body")
    asked = {name: value for name, value in asked.items() if name != "body"}
    query = {name: ",".join(value) if isinstance(value, list) else value for name, value in asked.items()}
    query = {name: value for name, value in query.items() if "{" + name + "}" not in path}
    headers = {"Authorization": f"Bearer {key}"}
    answer = client.open(path.format(**asked), method=method.upper(), query_string=query, json=body, headers=headers)
    assert answer.status_code in (200, 204), f"{path}: {answer.text}"
    sent = {} if body is None else {"body": body}
    return {"parameters": asked, **sent, "answer": answer.json if answer.is_json and answer.data else answer.text}


def errors(client: FlaskClient) -> list[dict[str, Any]]:
    headers = {"X-Request-ID": REQUEST_ID}
    found: list[dict[str, Any]] = []
    for code, query in MISTAKEN.items():
        answer = client.get(f"/v1/statements?{query}", headers=headers)
        assert answer.status_code == 400, f"{code}: {query} is no mistake"
        found.append(answer.json)
    found.append(client.get("/v1/statements/none", headers=headers).json)
    for error in (RuntimeError(), EngineUnavailable(), IncompatibleIndex()):
        failure = failure_of(error)
        found.append(ProblemSchema().dump(Problem(failure.status, failure.faults, REQUEST_ID)))
    return found


@contextmanager
def served(folder: Path) -> Iterator[tuple[flask.Flask, str]]:
    """The application over examples/, kept in `folder`, and a key that may write."""
    keys = folder / "keys.json"
    with open_engine(f"embedded://{folder}/index") as engine:
        index_examples(engine)
        key = Keys(keys).add("examples", write=True)
        yield create_app(engine, Settings(engine="", keys=keys)), key


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, served(Path(folder)) as (app, key):
        written = json.dumps(record(app, key), ensure_ascii=False, indent=1)
    FILE.write_text(written + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
