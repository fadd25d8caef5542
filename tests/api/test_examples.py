"""The answers that the description shows are those of a real server over examples/."""

from collections.abc import Iterator
from typing import Any

import flask
import pytest

from api.openapi.operations import examples, operations
from tests.api.examples import ASKED, MISTAKEN, WRITTEN, record, served

FIXED = ("status", "code", "title", "parameter", "request_id")


@pytest.fixture(scope="module")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[flask.Flask, str]]:
    with served(tmp_path_factory.mktemp("examples")) as app_and_key:
        yield app_and_key


@pytest.fixture(scope="module")
def app(recorded: tuple[flask.Flask, str]) -> flask.Flask:
    return recorded[0]


def shape(value: Any) -> Any:
    """Names and kinds; of a list, those of its first element."""
    match value:
        case dict():
            return {name: shape(member) for name, member in value.items()}
        case [first, *_]:
            return [shape(first)]
    return type(value).__name__


def test_there_is_one_for_every_operation_and_each_mistake_is_the_one_meant(app: flask.Flask) -> None:
    described = app.test_client().get("/v1/openapi.json").json
    names = {operation["operationId"] for _, _, operation in operations(described)}
    assert names == set(ASKED | WRITTEN)
    assert [each["code"] for each in examples()["errors"]][: len(MISTAKEN)] == list(MISTAKEN)


def test_every_parameter_shown_is_taken_and_finds_something(app: flask.Flask) -> None:
    client = app.test_client()
    for path, item in client.get("/v1/openapi.json").json["paths"].items():
        parameters = item["get"]["parameters"] if "get" in item else []
        ids = {each["name"]: each["example"] for each in parameters if each["in"] == "path"}
        for parameter in parameters:
            if parameter["in"] == "query" and parameter["name"] != "cursor":  # which is different every time
                value = parameter["example"]
                query = {parameter["name"]: ",".join(value) if isinstance(value, list) else value}
                answer = client.get(path.format(**ids), query_string=query)
                assert answer.status_code == 200, f"{path} {query}: {answer.text}"
                assert path not in ("/v1/statements", "/v1/articles") or answer.json["data"], f"{path} {query}"


def test_they_are_what_the_server_answers(recorded: tuple[flask.Flask, str]) -> None:
    again = record(*recorded)
    for error, now in zip(examples()["errors"], again["errors"], strict=True):
        assert [error[name] for name in FIXED] == [now[name] for name in FIXED]
        assert shape(error) == shape(now)
    for name, shown in examples()["operations"].items():
        assert shown["parameters"] | ({"body": shown["body"]} if "body" in shown else {}) == (ASKED | WRITTEN)[name]
        assert shape(shown["answer"]) == shape(again["operations"][name]["answer"]), name
