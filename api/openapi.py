"""The API described as OpenAPI 3.1, made from the schemas and routes themselves."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

import flask
from apispec.ext.marshmallow import MarshmallowPlugin
from apispec.ext.marshmallow.openapi import OpenAPIConverter
from flask_smorest import Api
from marshmallow import fields

from api.errors import handle
from schemas.wire.fields import PartialDateField, SpanField
from schemas.wire.parameters import CountryParameter, DateParameter, LimitField, ManyField
from schemas.wire.problem import ProblemSchema

DAY = r"^\d{4}(-\d{2}(-\d{2})?)?$"
PROPERTIES: dict[type[fields.Field[Any]], dict[str, Any]] = {
    PartialDateField: {"type": "string", "pattern": DAY, "example": "2023-07-15"},
    DateParameter: {"type": "string", "pattern": DAY, "example": "2023-07-15"},
    SpanField: {
        "type": "array",
        "items": {"type": "integer", "minimum": 0},
        "minItems": 2,
        "maxItems": 2,
        "description": "[start, end) in code points of the article's text",
    },
    CountryParameter: {"type": "string", "example": "AM"},
    LimitField: {"type": "integer"},
}


class OpenConverter(OpenAPIConverter):
    """Answers may have members that a description does not know: it is what the API promises to be free to add."""

    def schema2jsonschema(self, schema: Any) -> dict[str, Any]:
        described: dict[str, Any] = super().schema2jsonschema(schema)  # type: ignore[no-untyped-call]
        described.pop("additionalProperties", None)
        return described


class OpenPlugin(MarshmallowPlugin):
    Converter = OpenConverter


class DescribedApi(Api):  # type: ignore[misc]  # flask-smorest has no types
    """flask-smorest's, with our errors."""

    def handle_http_exception(self, error: Exception) -> flask.typing.ResponseReturnValue:
        return handle(error)

    def _register_responses(self) -> None:
        content = {"application/problem+json": {"schema": ProblemSchema}}
        for status in HTTPStatus:
            self.spec.components.response(status.name, {"description": status.phrase, "content": content}, lazy=True)
        self.spec.components.response("DEFAULT_ERROR", {"description": "An error", "content": content}, lazy=True)


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
    return api


def own_fields(converter: OpenAPIConverter, field: fields.Field[Any], **kwargs: Any) -> dict[str, Any]:
    """JSON Schema of the fields that apispec does not know."""
    if isinstance(field, ManyField):
        return {"type": "array", "items": converter.field2property(field.inner)}
    return next((properties for kind, properties in PROPERTIES.items() if isinstance(field, kind)), {})


def lists_with_commas(converter: OpenAPIConverter, field: fields.Field[Any], **kwargs: Any) -> dict[str, Any]:
    return {"style": "form", "explode": False} if isinstance(field, ManyField) else {}
