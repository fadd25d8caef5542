"""Schemas that write fast, for what an answer holds many of.

marshmallow looks up every value anew: as an attribute, as a key, as something to call, through a chain of methods for
each. For frozen dataclasses, whose attributes are always there, it is enough to know once how to reach each of them and
how to write it. How schemas load, and what they say of themselves, stays marshmallow's.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from operator import attrgetter
from typing import Any

from marshmallow import fields

from schemas.wire.base import Schema
from schemas.wire.values import CountryField

Write = Callable[[Any], Any]

AS_THEY_ARE = (fields.String, fields.Integer, fields.Boolean, CountryField)


class LeanSchema(Schema):
    """Dumps dataclasses that have every attribute of its fields; hooks that change what is dumped are not called."""

    def dump(self, obj: Any, *, many: bool | None = None) -> Any:
        return [self.plain(each) for each in obj] if (self.many if many is None else many) else self.plain(obj)

    def plain(self, obj: Any) -> dict[str, Any]:
        return {key: write(reach(obj)) if write else reach(obj) for key, reach, write in self.steps}

    def path(self, name: str) -> str:
        """Where an object has the value of a field: an attribute, or several with dots between."""
        return self.fields[name].attribute or name

    @cached_property
    def steps(self) -> list[tuple[str, Write, Write | None]]:
        """For each field its key, how to reach its value and how to write it, None for one that is written as it is."""
        return [
            (field.data_key or name, attrgetter(self.path(name)), writer(field))
            for name, field in self.dump_fields.items()
        ]


def writer(field: fields.Field[Any]) -> Write | None:
    if type(field) in AS_THEY_ARE:
        return None
    if type(field) is fields.List:
        return list_writer(writer(field.inner))
    if isinstance(field, fields.Nested) and isinstance(field.schema, LeanSchema) and not field.many:
        return optional_writer(field.schema.plain)
    return lambda value: field._serialize(value, None, None)


def list_writer(write: Write | None) -> Write:
    if write is None:
        return list
    return lambda values: [write(value) for value in values]


def optional_writer(write: Write) -> Write:
    return lambda value: None if value is None else write(value)
