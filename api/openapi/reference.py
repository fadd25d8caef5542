"""The API to read, at /docs: the description as a page, made here, so that it needs no script and no other host."""

from __future__ import annotations

import json
import shlex
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import starmap
from typing import Any

import flask
from markdown_it import MarkdownIt
from markupsafe import Markup, escape

from api.openapi.operations import examples, operations
from api.openapi.specification import document
from api.queries.addresses import as_text, pair

Described = Mapping[str, Any]

blueprint = flask.Blueprint("documentation", __name__)


@dataclass(frozen=True, slots=True)
class Answer:
    status: str
    about: str
    media_type: str | None
    kind: Markup
    example: str | None


@dataclass(frozen=True, slots=True)
class Operation:
    id: str
    method: str
    path: str
    about: Described
    parameters: Sequence[Described]
    body: Described | None
    curl: str
    answers: Sequence[Answer]
    errors: Sequence[Answer]


@blueprint.get("/docs")
def documentation() -> str:
    api = document()
    return flask.render_template(
        "documentation.html",
        api=api,
        sections=[(tag, list(section(api, tag["name"]))) for tag in api["tags"]],
        schemas=api["components"]["schemas"],
        problems=[error for answer in api["components"]["responses"].values() for error in examples_of(answer)],
        kind=kind,
        markdown=markdown,
        written=written,
    )


def section(api: Described, tag: str) -> Iterator[Operation]:
    for path, method, operation in operations(dict(api)):
        if tag not in operation["tags"]:
            continue
        body = operation.get("requestBody", {}).get("content", {}).get("application/json")
        answers = [answer(api, status, told) for status, told in operation["responses"].items()]
        yield Operation(
            id=operation["operationId"],
            method=method.upper(),
            path=path,
            about=operation,
            parameters=operation["parameters"],
            body=body,
            curl=curl(method, path, operation, body),
            answers=[each for each in answers if each.status < "300"],
            errors=[each for each in answers if each.status >= "300"],
        )


def answer(api: Described, status: str, told: Described) -> Answer:
    if "$ref" in told:
        told = api["components"]["responses"][name_of(told)]
    contents: Described = told.get("content", {})
    media_type = next(iter(contents), None)
    content: Described = contents[media_type] if media_type else {}
    example = written(content["example"]) if "example" in content else None
    return Answer(status, told["description"], media_type, kind(content.get("schema", {})), example)


def examples_of(answer: Described) -> list[Any]:
    """The problems that an answer shows."""
    return [shown["value"] for content in answer["content"].values() for shown in content.get("examples", {}).values()]


def curl(method: str, path: str, operation: Described, body: Described | None) -> str:
    """The command that asks this server for the example."""
    asked = examples()["operations"].get(operation["operationId"], {}).get("parameters", {})
    ids = {each["name"]: each["example"] for each in operation["parameters"] if each["in"] == "path"} | asked
    query = {each["name"]: asked[each["name"]] for each in operation["parameters"] if each["name"] in asked}
    query = {name: as_text(value) for name, value in query.items() if "{" + name + "}" not in path}
    address = flask.request.url_root.rstrip("/") + path.format(**ids)
    if query:
        address += "?" + "&".join(starmap(pair, query.items()))
    words = ["curl", *([] if method == "get" else ["-X", method.upper()]), address]
    if operation.get("security"):
        words += ["-H", "Authorization: Bearer YOUR-KEY"]
    if body and "example" in body:
        words += ["-H", "Content-Type: application/json", "-d", json.dumps(body["example"], ensure_ascii=False)]
    return shlex.join(words)


def kind(schema: Described) -> Markup:
    """What a value is, in words, with links to the shapes that have a name."""
    if "$ref" in schema:
        name = name_of(schema)
        return Markup('<a href="#shape-{0}">{0}</a>').format(name)
    if "enum" in schema:
        return Markup(" | ").join(Markup("<code>{}</code>").format(json.dumps(each)) for each in schema["enum"])
    if "anyOf" in schema and "type" not in schema:
        return Markup(" or ").join(kind(each) for each in schema["anyOf"])
    kinds = schema.get("type", "")
    if "array" in kinds:
        return Markup("list of ") + kind(schema.get("items", {}))
    if isinstance(schema.get("additionalProperties"), dict):
        return Markup("by name: ") + kind(schema["additionalProperties"])
    name = " or ".join([kinds] if isinstance(kinds, str) else kinds)
    if "anyOf" in schema:
        name = name.replace("string", "date, month or year")
    if schema.get("format", name) not in name:
        name += f" ({schema['format']})"
    if "maximum" in schema:
        name += f", {schema['minimum']} to {schema['maximum']}"
    return escape(name)


def name_of(reference: Described) -> str:
    return str(reference["$ref"]).rpartition("/")[2]


def written(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, indent=2)


@cache
def reader() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False})


@lru_cache(maxsize=1024)  # more than there are texts
def markdown(text: str, inline: bool = False) -> Markup:
    """As OpenAPI wants descriptions read: CommonMark. HTML in it is shown as it is written."""
    render = reader().renderInline if inline else reader().render
    return Markup(render(text))  # noqa: S704 - markdown-it escapes what it does not write itself
