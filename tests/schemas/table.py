"""Another table of fields, for a process of its own: everything is made from the table when it is imported."""

from __future__ import annotations

from types import MappingProxyType

from schemas import fields
from schemas.fields import Field, Value


def change_table(table: tuple[Field, ...]) -> None:
    """To be called before anything else of Demarche is imported."""
    fields.FIELDS = table
    fields.BY_NAME = MappingProxyType({field.name: field for field in table})
    fields.FILTERS = MappingProxyType({field.name: field for field in table if field.value is not Value.DATE})
    counted = {name: each for name, each in fields.FILTERS.items() if each.value is not Value.NAME}
    fields.FACETS = MappingProxyType(counted)
