from dataclasses import dataclass
from functools import cached_property
from importlib import import_module
from pathlib import Path

import marshmallow
import pytest
from marshmallow import fields

import schemas.wire
from schemas.wire.base import Schema


class RowSchema(Schema):
    name = fields.String()
    count = fields.Integer(attribute="total.value")


@dataclass(frozen=True)
class Total:
    value: int


@dataclass(frozen=True)
class Row:
    total: Total | None

    @cached_property
    def name(self) -> str:
        return str(self.total.value)  # type: ignore[union-attr]  # to fail


def test_writes_what_objects_and_dictionaries_hold() -> None:
    assert RowSchema().dump(Row(Total(3))) == {"name": "3", "count": 3}
    assert RowSchema(only=["name"]).dump({"name": "x", "other": 1}) == {"name": "x"}


def test_what_fails_behind_a_property_fails() -> None:
    with pytest.raises(AttributeError, match="'value'"):
        RowSchema(only=["name"]).dump(Row(None))


@pytest.mark.parametrize("lacking", [{}, object()], ids=["dictionary", "object"])
def test_what_lacks_a_member_is_not_written_without_it(lacking: object) -> None:
    with pytest.raises((KeyError, AttributeError)):
        RowSchema(only=["name"]).dump(lacking)


def test_all_schemas_of_the_border_are_such() -> None:
    modules = [import_module(f"schemas.wire.{path.stem}") for path in Path(schemas.wire.__path__[0]).glob("*.py")]
    found = {each for module in modules for each in vars(module).values() if isinstance(each, type)}
    written = {each for each in found if issubclass(each, marshmallow.Schema)} - {marshmallow.Schema}
    assert len(written) > 30
    assert all(issubclass(each, Schema) for each in written)
