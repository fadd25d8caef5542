"""The JSON that clients send, read strictly."""

from __future__ import annotations

import json
import re
from typing import Any, NoReturn

import flask
import orjson

from api.errors.failures import Refused
from api.openapi.blueprint import JSON
from schemas.problem import Fault

FORM = f"send JSON with the header Content-Type: {JSON}"

HALF_A_PAIR = re.compile(r"\\u[dD][89a-fA-F]")


def json_body() -> Any:
    """The JSON of the body. Refused says what is wrong with it; a body too large is refused by Flask (413)."""
    if flask.request.mimetype != JSON:
        told = flask.request.mimetype or "nothing"
        raise Refused(415, Fault("unsupported-media-type", f"the body is said to be {told}, not {JSON}", hint=FORM))
    data = flask.request.get_data()
    if flask.request.content_length is None and len(data) >= flask.current_app.config["MAX_CONTENT_LENGTH"]:
        flask.abort(413)  # sent in pieces, of which Flask reads no more than it may and says nothing
    try:
        text = data.decode()
        return parse(text)
    except UnicodeDecodeError as error:
        detail = f"the body is not UTF-8: byte {error.start} does not fit"
        raise Refused(400, Fault("bad-json", detail, "body", hint="send UTF-8")) from None
    except orjson.JSONDecodeError as error:
        detail = f"the body is not JSON: {error.msg}"
        hint = "send one article as an object, or several as a list of objects"
        raise Refused(400, Fault("bad-json", detail, "body", error.pos, hint)) from None


def parse(text: str) -> Any:
    """orjson refuses all of a text in which half a surrogate pair is escaped; the article that holds it is refused by
    itself, further on.
    """
    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError as error:
        if not HALF_A_PAIR.search(text):
            raise
        try:
            return json.loads(text, parse_constant=refuse_constant)
        except (ValueError, RecursionError):
            raise error from None


def refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON")
