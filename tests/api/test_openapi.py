from typing import Any

import flask
import pytest
from flask.testing import FlaskClient


@pytest.fixture
def described(client: FlaskClient) -> Any:
    return client.get("/v1/openapi.json").json


def test_it_describes_exactly_the_routes_there_are(app: flask.Flask, described: Any) -> None:
    rules = {
        rule.rule.replace("<", "{").replace(">", "}")
        for rule in app.url_map.iter_rules()
        if rule.rule.startswith("/v1/") and rule.rule != "/v1/openapi.json"
    }
    assert set(described["paths"]) == rules
    assert described["openapi"] == "3.1.0"


def test_it_describes_every_parameter(described: Any) -> None:
    parameters = {each["name"]: each for each in described["paths"]["/v1/statements"]["get"]["parameters"]}
    assert set(parameters) == {
        *("q", "country", "speaker_country", "about", "speaker", "organisation", "source", "kind", "act"),
        *("from", "to", "dates", "sort", "collapse", "limit", "cursor", "facets"),
    }
    assert parameters["country"]["explode"] is False
    assert parameters["country"]["schema"]["items"]["type"] == "string"
    assert parameters["kind"]["schema"]["items"]["enum"] == ["direct", "mixed", "indirect"]
    assert parameters["limit"]["schema"] == {"type": "integer", "default": 20, "minimum": 1, "maximum": 100}
    assert not any(each["required"] for each in parameters.values())


def test_every_operation_tells_its_errors(described: Any) -> None:
    for path in described["paths"].values():
        name = path["get"]["responses"]["default"]["$ref"].rsplit("/", 1)[1]
        assert list(described["components"]["responses"][name]["content"]) == ["application/problem+json"]


def test_answers_may_grow(described: Any) -> None:
    assert not any("additionalProperties" in schema for schema in described["components"]["schemas"].values())


def test_every_reference_leads_somewhere(described: Any) -> None:
    def references(node: Any) -> Any:
        if isinstance(node, dict):
            yield from [node["$ref"]] if "$ref" in node else []
            node = list(node.values())
        if isinstance(node, list):
            for each in node:
                yield from references(each)

    found = set(references(described))
    assert found
    for reference in found:
        _, *steps = reference.split("/")
        node = described
        for step in steps:
            node = node[step]
