"""An article in JSON, as readers take it in and the API gives it out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from marshmallow import ValidationError, fields, pre_load, validate

from schemas.article import Source
from schemas.wire.base import Schema
from schemas.wire.lean import LeanSchema
from schemas.wire.values import NO_LONGER, WrittenDateField

LONGEST_ID = 500  # characters
LANGUAGE = re.compile(r"([a-z]{2})(?:[-_].*)?", re.ASCII | re.IGNORECASE)
LONGEST_URL = 8_000  # characters: what servers take


class SourceSchema(LeanSchema):
    id = fields.String(required=True)
    name = fields.String(required=True)


class SourceNameField(fields.Field[Source]):
    """A source as its name ("Black Sea Herald"), or as {"id", "name"}, the shape in which the API gives it out."""

    def _serialize(self, value: Source | None, attr: str | None, obj: Any, **kwargs: Any) -> dict[str, str] | None:
        return None if value is None else {"id": value.id, "name": value.name}

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Source:
        match value:
            case str(name) | {"name": str(name)}:
                NO_LONGER(name)
                try:
                    return Source.named(name)
                except ValueError as error:
                    raise ValidationError(str(error)) from None
        raise ValidationError("a source is its name, or an object with its name")


class LanguageField(fields.String):
    """An ISO 639-1 code, as such or as the beginning of a tag such as "en-GB"."""

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **kwargs: Any) -> str:
        match = LANGUAGE.fullmatch(value) if isinstance(value, str) else None
        if match is None:
            raise ValidationError(f"{value!r} is not an ISO 639-1 code such as en")
        return match[1].lower()


class IdField(fields.String):
    """Whatever names the article within its outlet: a text without control characters, or a whole number."""

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **kwargs: Any) -> str:
        text = str(value) if isinstance(value, int) and not isinstance(value, bool) else value
        if not isinstance(text, str):
            raise ValidationError("an id is a text or a whole number")
        if not (text.isprintable() and text.strip() and len(text) <= LONGEST_ID):
            raise ValidationError(f"an id has 1 to {LONGEST_ID} characters, no control characters, and is not blank")
        return text


class ArticleSchema(Schema):
    """What an article is read from: only `text` is required, and null or "" elsewhere says that it is not known.

    `id` names the article within its outlet. Other keys are the business of whoever loads it.
    """

    id = IdField(load_only=True)
    title = fields.String(load_default="", validate=NO_LONGER)
    url = fields.Url(
        schemes={"http", "https"},
        require_tld=False,
        load_default=None,
        error_messages={"invalid": "is no address of http or https"},
        validate=validate.Length(max=LONGEST_URL, error=f"has more than {LONGEST_URL:,} characters"),
    )
    source = SourceNameField(load_default=None)
    published_on = WrittenDateField(load_default=None)
    language = LanguageField(load_default=None)
    text = fields.String(required=True)

    @pre_load
    def drop_unknown(self, data: Any, **kwargs: Any) -> Any:
        if not isinstance(data, Mapping):
            return data
        return {key: value for key, value in data.items() if key == "text" or value not in (None, "")}
