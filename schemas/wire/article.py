"""An article in JSON, as readers take it in and the API gives it out."""

from __future__ import annotations

from typing import Any

from marshmallow import Schema, ValidationError, fields

from schemas.article import Source
from schemas.wire.fields import PartialDateField


class SourceSchema(Schema):
    id = fields.String(required=True)
    name = fields.String(required=True)


class SourceNameField(fields.Field[Source]):
    """A source as its name ("Black Sea Herald"), or as {"id", "name"}, the shape in which the API gives it out."""

    def _serialize(self, value: Source | None, attr: str | None, obj: Any, **kwargs: Any) -> dict[str, str] | None:
        return None if value is None else {"id": value.id, "name": value.name}

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Source:
        match value:
            case str(name) | {"name": str(name)}:
                try:
                    return Source.named(name)
                except ValueError as error:
                    raise ValidationError(str(error)) from None
        raise ValidationError("a source is its name, or an object with its name")


class ArticleSchema(Schema):
    """What an article is read from. Other keys are the business of whoever loads it."""

    title = fields.String(load_default="", allow_none=True)
    url = fields.Url(schemes={"http", "https"}, load_default=None, allow_none=True)
    source = SourceNameField(load_default=None, allow_none=True)
    published_on = PartialDateField(load_default=None, allow_none=True)
    language = fields.String(load_default="en", allow_none=True)
    text = fields.String(required=True)
