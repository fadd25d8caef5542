"""What the schemas and routes can't say of the API themselves: names of operations, headers, errors, examples, rights.

`complete` turns what apispec makes of them into a whole description. What an address can answer follows from what it
takes: each can refuse parameters, one with an id may not find it, one with a body may be sent another.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from importlib import resources
from typing import Any

from schemas.wire.problem import MEDIA_TYPE

Described = dict[str, Any]

TITLE = "Demarche"
ABOUT = """\
What states, their officials and their neighbours said, found in news articles: who said what, for which country, about
whom, when, and where in the text.

- All filters of a search must hold; within one filter any of its values will do. They take 100 values in all.
- An unknown parameter is an error, never passed over. One without a value counts as not given.
- `next` leads to the page after, to any depth; each result comes once.
- Answers may get new members at any time: pass over those that you do not know.
- Every error is a problem (RFC 9457) with a machine `code`, the parameter, and the position in it where there is one.
"""
LICENCE = {"name": "Apache License 2.0", "identifier": "Apache-2.0"}
IDS = {  # what stands in paths: its description, and one of examples/
    "statement_id": ("as a search gives it", "tucnwegszpxjvjxb-01"),
    "speaker_id": ("as a list of speakers gives it", "person:anahit-vardumian:AM"),
    "organisation_id": ("as a list of organisations gives it", "body:united-nations"),
    "article_id": ("as a statement or a list of articles gives it", "tucnwegszpxjvjxb"),
}
NOTHING: tuple[Any, ...] = (None, "", [])
METHODS = ("get", "post", "put", "patch", "delete")

HEADERS: Described = {
    "X-Request-ID": {
        "description": "names this request in the server's log; the one that was sent, if it was a sane one",
        "schema": {"type": "string", "minLength": 1, "maxLength": 128},
        "required": True,
    },
    "ETag": {
        "description": "changes when the answer may; sent back as `If-None-Match`, an unchanged one gets 304",
        "schema": {"type": "string"},
    },
    "Cache-Control": {
        "description": "no-cache: keep it, and ask with `If-None-Match` before using it again",
        "schema": {"type": "string"},
    },
    "Content-Disposition": {"description": "a name for the file", "schema": {"type": "string"}},
    "Retry-After": {"description": "seconds to wait", "schema": {"type": "integer", "minimum": 0}},
    "WWW-Authenticate": {"description": "how a key is sent (RFC 6750)", "schema": {"type": "string"}},
    "RateLimit-Limit": {"description": "how often a client may ask", "schema": {"type": "integer"}},
    "RateLimit-Remaining": {"description": "how often it still may", "schema": {"type": "integer"}},
    "RateLimit-Reset": {"description": "seconds until it may as often again", "schema": {"type": "integer"}},
}
IF_NONE_MATCH = {
    "in": "header",
    "name": "If-None-Match",
    "required": False,
    "description": "the `ETag` of an answer that one has: where it is unchanged, 304 comes without it",
    "schema": {"type": "string"},
    "example": 'W/"kpQ2sTqN8cMRZL0f"',
}
EVERY = ("X-Request-ID", "RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset")
TOLD_WITH = {401: ("WWW-Authenticate",), 429: ("Retry-After",), 503: ("Retry-After",)}
KEYS = {"key": {"type": "http", "scheme": "bearer", "description": "A key that `demarche key add` made"}}
FILES = {"text/csv", "application/x-ndjson"}  # what a browser stores rather than shows
STATUSES = {
    400: ("BadRequest", "Something in the request can't be understood; `errors` names all of it"),
    401: ("Unauthorized", "A key is needed, as `Authorization: Bearer …`"),
    403: ("Forbidden", "The key does not allow this"),
    404: ("NotFound", "There is nothing with this id"),
    413: ("TooLarge", "The body is larger than this server takes"),
    415: ("UnsupportedMediaType", "The body is not JSON"),
    422: ("Unprocessable", "The body is JSON, but not what is described"),
    429: ("TooManyRequests", "This client asks more often than it may"),
    500: ("InternalError", "A fault of the server, which its log tells under the request's id"),
    501: ("NotImplemented", "This server only searches: what splits articles is not installed"),
    503: ("Unavailable", "The search engine does not answer, or its index must be built anew"),
}


@cache
def examples() -> Described:
    """What a server over examples/ answered; `python -m tests.api.examples` asks again."""
    found: Described = json.loads(resources.files("api.openapi").joinpath("examples.json").read_text(encoding="utf-8"))
    return found


def complete(described: Described) -> Described:
    """All of it, but for the servers, which depend on how one reaches this one. `described` is changed."""
    described["info"] |= {"title": TITLE, "description": ABOUT, "license": LICENCE}
    for _, method, operation in operations(described):
        for parameter in operation["parameters"]:
            tidy(parameter)
        if method == "get":
            operation["parameters"].append(IF_NONE_MATCH)
        answers(operation, method)
        show(operation)
    components = described["components"]
    sent = bodies(described)
    for name, schema in components["schemas"].items():
        tidy_schema(schema)
        if name not in sent:
            schema["required"] = list(schema["properties"])  # of an answer, no member is ever left out
            schema.pop("additionalProperties", None)  # and others may come; in what is sent none may
    components["headers"] = HEADERS
    components["securitySchemes"] = KEYS
    answered = {status for _, _, operation in operations(described) for status in operation["responses"]}
    components["responses"] = {
        name: problem(status, about) for status, (name, about) in STATUSES.items() if str(status) in answered
    }
    return described


def operations(described: Described) -> Iterator[tuple[str, str, Described]]:
    for path, item in described["paths"].items():
        for method in METHODS:
            if method in item:
                yield path, method, item[method]


def bodies(described: Described) -> set[str]:
    """Names of the schemas that requests are made of."""
    found: set[str] = set()
    waiting: list[Any] = [operation.get("requestBody") for _, _, operation in operations(described)]
    while waiting:
        node = waiting.pop()
        if isinstance(node, dict):
            name = node.get("$ref", "").rpartition("/")[2]
            if name and name not in found:
                found.add(name)
                waiting.append(described["components"]["schemas"][name])
            node = list(node.values())
        if isinstance(node, list):
            waiting.extend(node)
    return found


def tidy(parameter: Described) -> None:
    """An address can't carry null, and one of ours may leave a value empty; an example stands with its parameter."""
    schema = parameter["schema"]
    if isinstance(schema.get("type"), list):
        schema["type"] = next(kind for kind in schema["type"] if kind != "null")
    if schema.get("default", ...) in NOTHING:
        del schema["default"]
    if "example" in schema:
        parameter["example"] = schema.pop("example")
    if parameter["in"] == "query" and (
        schema["type"] in ("integer", "boolean") or "anyOf" in schema or "enum" in schema
    ):
        parameter["allowEmptyValue"] = True
    if parameter["in"] == "path":
        parameter["description"], parameter["example"] = IDS[parameter["name"]]


def tidy_schema(schema: Described) -> None:
    """What may be null says so also where its values are listed, and what is nothing by default goes without saying."""
    for member in schema.get("properties", {}).values():
        if member.get("default", ...) in NOTHING:
            del member["default"]
        if "enum" in member and "null" in member.get("type", ()):
            member["enum"] = [*member["enum"], None]


def answers(operation: Described, method: str) -> None:
    places = {parameter["in"] for parameter in operation["parameters"]}
    refused = [400, 429, 500, 503]
    refused += [404] if "path" in places else []
    refused += [413, 415, 422, 501] if "requestBody" in operation else []
    refused += [401, 403] if operation.get("security") else []
    common = [*EVERY, *(["ETag", "Cache-Control"] if method == "get" else [])]
    told = operation["responses"]
    for answer in told.values():
        own = ["Content-Disposition"] if FILES & set(answer.get("content", {})) else []
        answer.setdefault("headers", {}).update({name: header(name) for name in common + own})
    if method == "get":
        headers = {name: header(name) for name in common}
        told["304"] = {"description": "What `If-None-Match` names is unchanged", "headers": headers}
    for status in refused:
        told[str(status)] = {"$ref": f"#/components/responses/{STATUSES[status][0]}"}
    operation["responses"] = dict(sorted(told.items()))


def header(name: str) -> Described:
    return {"$ref": f"#/components/headers/{name}"}


def show(operation: Described) -> None:
    """Put the examples of what was asked and answered where they belong."""
    shown = examples()["operations"].get(operation["operationId"])
    if shown is None:
        return
    for parameter in operation["parameters"]:
        if parameter["name"] in shown["parameters"]:
            parameter["example"] = shown["parameters"][parameter["name"]]
    if "body" in shown:
        operation["requestBody"]["content"]["application/json"]["example"] = shown["body"]
    for content in operation["responses"].get("200", {}).get("content", {}).values():
        content["example"] = shown["answer"]


def problem(status: int, about: str) -> Described:
    shown = {
        example["code"]: {"summary": example["title"], "value": example}
        for example in examples()["errors"]
        if example["status"] == status
    }
    names = [*EVERY, *TOLD_WITH.get(status, ())]
    content: Described = {"schema": {"$ref": "#/components/schemas/Problem"}}
    return {
        "description": about,
        "headers": {name: header(name) for name in names},
        "content": {MEDIA_TYPE: content | ({"examples": shown} if shown else {})},
    }
