"""The API described as OpenAPI 3.1, made from the schemas and routes themselves."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

import flask
from apispec import APISpec
from apispec.ext.marshmallow import MarshmallowPlugin
from apispec.ext.marshmallow.openapi import OpenAPIConverter
from marshmallow import fields

from api.openapi.blueprint import Blueprint
from api.openapi.operations import TITLE, complete
from schemas.wire.article import SourceNameField
from schemas.wire.parameters import (
    BodyParameter,
    ChoiceField,
    CountryParameter,
    DateParameter,
    IdentityParameter,
    LimitField,
    ManyField,
    SourceParameter,
    TerritoryParameter,
)
from schemas.wire.problem import ProblemSchema
from schemas.wire.values import CountryField, PartialDateField, SpanField

# Formats of our own name what JSON Schema can't say: "query" is our language of words, "country" a code or a name,
# "territory" a name of one, "outlet" an id or a name, "name" a text with a letter or a digit in it and no line break,
# "cursor" what `next` was.
PARTIAL_DATE = {
    "type": "string",
    "anyOf": [{"format": "date"}, {"pattern": "^(?!0000)[0-9]{4}-(0[1-9]|1[0-2])$"}, {"pattern": "^(?!0000)[0-9]{4}$"}],
}
PROPERTIES: dict[type[fields.Field[Any]], dict[str, Any]] = {
    PartialDateField: PARTIAL_DATE,
    DateParameter: PARTIAL_DATE,
    SpanField: {
        "type": "array",
        "items": {"type": "integer", "minimum": 0},
        "minItems": 2,
        "maxItems": 2,
        "description": "[start, end) in code points of the article's text",
    },
    CountryField: {"type": "string", "pattern": "^[A-Z]{2}$"},
    CountryParameter: {"type": "string", "format": "country"},
    BodyParameter: {"type": "string", "format": "name"},
    IdentityParameter: {"type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9:-]{0,119}$"},
    TerritoryParameter: {"type": "string", "format": "territory"},
    SourceParameter: {"type": "string", "format": "outlet"},
    SourceNameField: {
        "type": "object",
        "properties": {"id": {"type": "string"}, "name": {"type": "string"}},
        "required": ["id", "name"],
    },
    ChoiceField: {"type": "string"},
    LimitField: {"type": "integer"},
}
NAME = {"type": "string", "format": "name"}
EXTENSION = "demarche.openapi"

blueprint = flask.Blueprint("openapi", __name__, url_prefix="/v1")

NAMED = {"q": {"format": "query"}, "cursor": {"format": "cursor"}}


@blueprint.get("/openapi.json")
def openapi() -> flask.Response:
    return flask.jsonify(document())


def document() -> dict[str, Any]:
    """The API as this request's asker reaches it."""
    complete_one: dict[str, Any] = flask.current_app.extensions[EXTENSION]()
    return complete_one | {"servers": [{"url": flask.request.script_root or "/"}]}


def init_app(app: flask.Flask, blueprints: Sequence[Blueprint]) -> None:
    """Described when it is first asked for, which takes a fifth of a second."""
    app.extensions[EXTENSION] = cache(lambda: specification(blueprints))


def specification(blueprints: Sequence[Blueprint]) -> dict[str, Any]:
    """All but the servers."""
    plugin = MarshmallowPlugin()
    spec = APISpec(TITLE, "v1", "3.1.0", plugins=[plugin])
    assert plugin.converter is not None
    plugin.converter.add_attribute_function(own_fields)  # type: ignore[no-untyped-call]
    plugin.converter.add_parameter_attribute_function(lists_with_commas)
    spec.components.schema("Problem", schema=ProblemSchema)
    for blueprint in blueprints:
        for operation in blueprint.operations:
            spec.path(operation.path, operations={operation.method.lower(): operation.describe(blueprint.name)})
        spec.tag({"name": blueprint.name, "description": blueprint.description})
    return complete(spec.to_dict())


def own_fields(converter: OpenAPIConverter, field: fields.Field[Any], **kwargs: Any) -> dict[str, Any]:
    """JSON Schema of the fields that apispec does not know."""
    if isinstance(field, ManyField):
        items = converter.field2property(field.inner)
        return {"type": "array", "items": NAME if items == {"type": "string"} else items}
    named = NAMED.get(field.data_key or str(field.name), {}) if isinstance(field, fields.String) else {}
    known = next((properties for kind, properties in PROPERTIES.items() if isinstance(field, kind)), {})
    if known and field.allow_none:
        known = known | {"type": [known["type"], "null"]}
    return named | known


def lists_with_commas(converter: OpenAPIConverter, field: fields.Field[Any], **kwargs: Any) -> dict[str, Any]:
    return {"style": "form", "explode": False} if isinstance(field, ManyField) else {}
