from typing import Any

import flask
import pytest
from flask.testing import FlaskClient
from marshmallow import Schema, fields

from api.access.authentication import Needs, needs
from api.errors.failures import Refused
from api.openapi.blueprint import Blueprint

blueprint = Blueprint("ships", __name__, url_prefix="/ships", description="What sails")


class ShipSchema(Schema):
    name = fields.String()


class FlagSchema(Schema):
    flag = fields.String(load_default="PA")


@blueprint.operation("", query=FlagSchema, answer=ShipSchema, headers={"Link": {"description": "the next"}})
def ships(asked: dict[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    """Ships by their flags

    Those at sea.
    """
    return {"name": asked["flag"], "other": "x"}, {"Link": "<next>"}


@blueprint.operation("", method="POST", answer=ShipSchema, statuses=(200, 201), body=ShipSchema)
@needs(Needs.KEY)
def add() -> tuple[dict[str, str], int, dict[str, str]]:
    """Add one"""
    return {"name": "Aurora"}, 201, {"Location": "/ships/aurora"}


@blueprint.operation("/<name>", answer=ShipSchema)
def ship(name: str) -> dict[str, str]:
    """One of them"""
    return {"name": name}


@blueprint.operation("/<name>", method="DELETE", statuses=(204,))
def sink(name: str) -> None:
    """Forget one"""


@blueprint.operation("/log", answer="text/plain")
def log() -> flask.Response:
    """The log"""
    return flask.Response("calm", mimetype="text/plain")


@pytest.fixture
def harbour() -> FlaskClient:
    app = flask.Flask(__name__)
    app.register_blueprint(blueprint)
    app.register_error_handler(Refused, lambda error: (error.failure.faults[0].code, error.failure.status))
    return app.test_client()


def test_a_view_gets_what_is_asked_and_gives_what_is_written(harbour: FlaskClient) -> None:
    given = harbour.get("/ships?flag=LR")
    assert (given.json, given.headers["Link"]) == ({"name": "LR"}, "<next>")
    assert harbour.get("/ships/aurora").json == {"name": "aurora"}


def test_a_view_may_give_another_status_than_the_usual(harbour: FlaskClient) -> None:
    given = harbour.post("/ships")
    assert (given.status_code, given.json, given.headers["Location"]) == (201, {"name": "Aurora"}, "/ships/aurora")


def test_a_view_may_have_nothing_to_give_or_respond_itself(harbour: FlaskClient) -> None:
    assert (harbour.delete("/ships/aurora").status_code, harbour.delete("/ships/aurora").data) == (204, b"")
    assert (harbour.get("/ships/log").text, harbour.get("/ships/log").mimetype) == ("calm", "text/plain")


@pytest.mark.parametrize("address", ["/ships?colour=red", "/ships/aurora?flag=LR"])
def test_what_a_view_does_not_take_is_refused(harbour: FlaskClient, address: str) -> None:
    given = harbour.get(address)
    assert (given.status_code, given.text) == (400, "unknown-parameter")


def test_operations_are_described_as_they_are_declared() -> None:
    told: dict[str, Any] = {each.view.__name__: each.describe("ships") for each in blueprint.operations}
    assert [(each.method, each.path) for each in blueprint.operations][:3] == [
        ("GET", "/ships"),
        ("POST", "/ships"),
        ("GET", "/ships/{name}"),
    ]
    assert told["ships"]["summary"] == "Ships by their flags"
    assert told["ships"]["description"] == "Those at sea."
    assert told["ships"]["parameters"] == [{"in": "query", "schema": FlagSchema}]
    assert "Link" in told["ships"]["responses"][200]["headers"]
    assert [parameter["name"] for parameter in told["ship"]["parameters"]] == ["name"]
    assert (list(told["add"]["responses"]), "requestBody" in told["add"]) == ([200, 201], True)
    assert ("security" in told["add"], "security" in told["ship"]) == (True, False)
    assert told["sink"]["responses"] == {204: {"description": "No Content"}}
    assert list(told["log"]["responses"][200]["content"]) == ["text/plain"]
