import re
from collections.abc import Iterator
from typing import Any

import flask
import openapi_spec_validator
import pytest
from flask.testing import FlaskClient


@pytest.fixture
def described(client: FlaskClient) -> Any:
    return client.get("/v1/openapi.json").json


def operations(described: Any) -> Iterator[Any]:
    for path in described["paths"].values():
        yield from path.values()


def test_it_describes_exactly_the_routes_there_are(app: flask.Flask, described: Any) -> None:
    rules = {
        (rule.rule.replace("<", "{").replace(">", "}"), method.lower())
        for rule in app.url_map.iter_rules()
        if rule.rule.startswith("/v1/") and rule.rule != "/v1/openapi.json"  # which is this description itself
        for method in rule.methods - {"HEAD", "OPTIONS"}  # which every address that answers GET answers
    }
    assert {(path, method) for path, item in described["paths"].items() for method in item} == rules
    assert described["openapi"] == "3.1.0"


def test_it_describes_every_parameter(described: Any) -> None:
    parameters = {each["name"]: each for each in described["paths"]["/v1/statements"]["get"]["parameters"]}
    assert set(parameters) == {
        "If-None-Match",
        *("q", "country", "speaker_country", "target", "about", "territory", "speaker", "organisation", "source"),
        *("speaker_id", "target_id"),
        *("kind", "act", "basis", "from", "to", "dates", "within", "sort", "collapse", "limit", "cursor", "facets"),
    }
    assert parameters["country"]["explode"] is False
    assert parameters["country"]["schema"]["items"]["type"] == "string"
    assert parameters["kind"]["schema"]["items"]["enum"] == ["direct", "mixed", "indirect"]
    assert parameters["limit"]["schema"] == {"type": "integer", "default": 20, "minimum": 1, "maximum": 100}
    assert not any(each["required"] for each in parameters.values())


def test_it_is_valid(described: Any) -> None:
    openapi_spec_validator.validate(described)


def test_every_operation_has_a_name_of_its_own_a_summary_and_descriptions(described: Any) -> None:
    names = [operation["operationId"] for operation in operations(described)]
    assert len(names) == len(set(names))
    assert all(re.fullmatch("[a-z_]+", name) for name in names)
    for operation in operations(described):
        assert operation["summary"]
        assert operation["tags"]
        assert [each["name"] for each in operation["parameters"] if not each.get("description")] == []


def test_every_operation_tells_its_errors(described: Any) -> None:
    for operation in operations(described):
        assert {"400", "429", "500", "503"} < set(operation["responses"])
        places = {parameter["in"] for parameter in operation["parameters"]}
        assert ("404" in operation["responses"]) == ("path" in places)
        assert ("401" in operation["responses"]) == ("security" in operation)
    for response in described["components"]["responses"].values():
        assert list(response["content"]) == ["application/problem+json"]


def test_what_is_not_described_is_for_people_or_for_whoever_runs_the_server(app: flask.Flask) -> None:
    """Pages change with their readers' needs, and probes and figures with those of operations: docs/ has both."""
    outside = {rule.endpoint.split(".")[0] for rule in app.url_map.iter_rules() if not rule.rule.startswith("/v1/")}
    assert outside <= {"static", "pages", "table", "profiles", "comparison", "documentation", "health", "metrics"}


def test_the_server_is_where_a_proxy_has_it(client: FlaskClient) -> None:
    assert client.get("/v1/openapi.json").json["servers"] == [{"url": "/"}]
    behind = client.get("/v1/openapi.json", environ_overrides={"SCRIPT_NAME": "/press"})
    assert behind.json["servers"] == [{"url": "/press"}]


def test_answers_may_grow_and_what_is_sent_may_not(described: Any) -> None:
    closed = [name for name, told in described["components"]["schemas"].items() if "additionalProperties" in told]
    assert sorted(closed) == ["SentArticle", "SentStatement"]


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
