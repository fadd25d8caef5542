"""The API described as OpenAPI 3.1, made from the schemas and routes themselves."""

from __future__ import annotations

from functools import cache
from typing import Any

import flask
from apispec.ext.marshmallow import MarshmallowPlugin
from apispec.ext.marshmallow.openapi import OpenAPIConverter
from flask_smorest import Api
from marshmallow import fields

from api.errors.handler import handle
from api.openapi.operations import complete
from schemas.wire.article import SourceNameField
from schemas.wire.fields import CountryField, PartialDateField, SpanField
from schemas.wire.ingestion import SentArticleSchema, SentStatementSchema
from schemas.wire.parameters import (
    ChoiceField,
    CountryParameter,
    DateParameter,
    LimitField,
    ManyField,
    SourceParameter,
)
from schemas.wire.problem import ProblemSchema

# Formats of our own name what JSON Schema can't say: "query" is our language of words, "country" a code or a name,
# "outlet" an id or a name, "name" a text with a letter or a digit in it and no line break, "cursor" what `next` was.
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
NAMED = {"q": {"format": "query"}, "cursor": {"format": "cursor"}}


class OpenConverter(OpenAPIConverter):
    """Answers may have members that a description does not know: it is what the API promises to be free to add. What is
    sent may not.
    """

    def schema2jsonschema(self, schema: Any) -> dict[str, Any]:
        described: dict[str, Any] = super().schema2jsonschema(schema)  # type: ignore[no-untyped-call]
        described.pop("additionalProperties", None)
        if isinstance(schema, SentArticleSchema | SentStatementSchema):
            described["additionalProperties"] = False
        return described


class OpenPlugin(MarshmallowPlugin):
    Converter = OpenConverter


class DescribedApi(Api):  # type: ignore[misc]  # flask-smorest has no types
    """flask-smorest's, with our errors."""

    DEFAULT_ERROR_RESPONSE_NAME = None

    def handle_http_exception(self, error: Exception) -> flask.typing.ResponseReturnValue:
        return handle(error)

    def _register_responses(self) -> None:
        """Errors are described by `api.openapi.operations`, which knows which of them an address can answer."""
        self.spec.components.schema("Problem", schema=ProblemSchema)

    def _register_pagination_header(self) -> None:
        """Ours pages by cursors."""

    def _register_etag_headers(self) -> None:
        """Ours are named by `api.openapi.operations`."""

    def _openapi_json(self) -> flask.Response:
        return flask.jsonify(described())


def described() -> dict[str, Any]:
    """The API as this request's asker reaches it."""
    complete_one: dict[str, Any] = flask.current_app.extensions["demarche-description"]()
    return complete_one | {"servers": [{"url": flask.request.script_root or "/"}]}


def init_app(app: flask.Flask) -> DescribedApi:
    app.config.update(
        API_TITLE="Demarche",
        API_VERSION="v1",
        OPENAPI_VERSION="3.1.0",
        OPENAPI_URL_PREFIX="/v1",
        OPENAPI_JSON_PATH="openapi.json",
    )
    api = DescribedApi(app, spec_kwargs={"marshmallow_plugin": OpenPlugin()})
    api.ma_plugin.converter.add_attribute_function(own_fields)
    api.ma_plugin.converter.add_parameter_attribute_function(lists_with_commas)
    app.extensions["demarche-description"] = cache(lambda: complete(api.spec.to_dict(), app))
    return api


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
