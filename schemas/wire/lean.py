"""Schemas that write fast, for what an answer holds many of.

marshmallow looks up every value anew: as an attribute, as a key, as something to call, through a chain of methods for
each. For frozen dataclasses, whose attributes are always there, it is enough to know once how to reach each of them and
how to write it. How schemas load, and what they say of themselves, stays marshmallow's.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from operator import attrgetter
from typing import Any

from marshmallow import fields

from schemas.wire.base import Schema
from schemas.wire.values import CountryField, SpanField

Write = Callable[[Any], Any]

AS_THEY_ARE = (fields.String, fields.Integer, fields.Boolean, CountryField)


class LeanSchema(Schema):
    """Dumps dataclasses that have every attribute of its fields; hooks that change what is dumped are not called."""

    def dump(self, obj: Any, *, many: bool | None = None) -> Any:
        return [self.plain(each) for each in obj] if (self.many if many is None else many) else self.plain(obj)

    def plain(self, obj: Any) -> dict[str, Any]:
        keys, reach, written = self.steps
        found = dict(zip(keys, reach(obj), strict=True))
        for key, write in written:
            found[key] = write(found[key])
        return found

    def path(self, name: str) -> str:
        """Where an object has the value of a field: an attribute, or several with dots between."""
        return self.fields[name].attribute or name

    @cached_property
    def steps(self) -> tuple[Sequence[str], Callable[[Any], Sequence[Any]], Sequence[tuple[str, Write]]]:
        """The keys, how to reach the values of all of them at once, and how to write those that are not written as
        they are.
        """
        keys = {field.data_key or name: field for name, field in self.dump_fields.items()}
        paths = list(map(self.path, self.dump_fields))
        reach = attrgetter(*paths) if len(paths) > 1 else lambda obj: tuple(attrgetter(path)(obj) for path in paths)
        return tuple(keys), reach, [(key, write) for key, field in keys.items() if (write := writer(field))]


class LeanList(fields.List[Any]):
    """Of schemas that write fast, in a schema that does not."""

    @cached_property
    def write(self) -> Write:
        return list_writer(writer(self.inner))

    def _serialize(self, value: Any, attr: str | None, obj: Any, **kwargs: Any) -> Any:
        return self.write(value)


def writer(field: fields.Field[Any]) -> Write | None:
    if type(field) in AS_THEY_ARE:
        return None
    if type(field) is fields.List:
        return list_writer(writer(field.inner))
    if isinstance(field, fields.Nested) and isinstance(field.schema, LeanSchema) and not field.many:
        return optional_writer(field.schema.plain) if field.allow_none else field.schema.plain
    if type(field) is SpanField:
        return optional_writer(list)
    if type(field) is fields.Enum and field.by_value is True:
        return optional_writer(attrgetter("value"))
    return lambda value: field._serialize(value, None, None)


def list_writer(write: Write | None) -> Write:
    if write is None:
        return list
    return lambda values: [write(value) for value in values]


def optional_writer(write: Write) -> Write:
    return lambda value: None if value is None else write(value)
