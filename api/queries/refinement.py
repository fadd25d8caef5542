"""Queries next to a query: with one value of a filter more or less. Every facet is named after the filter it counts."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from enum import StrEnum
from typing import Any

from schemas.query import Facet, StatementQuery
from schemas.statement import Act, Kind

TYPES: Mapping[Facet, type[StrEnum]] = {Facet.KIND: Kind, Facet.ACT: Act}


def chosen(query: StatementQuery, facet: Facet) -> tuple[str, ...]:
    values: tuple[str, ...] = getattr(query, facet)
    return values


def narrowed(query: StatementQuery, facet: Facet, values: Collection[str]) -> StatementQuery:
    """The query, from its first page, with just these values of the filter."""
    typed: tuple[Any, ...] = tuple(map(TYPES.get(facet, str), values))
    change: dict[str, Any] = {facet.value: typed}
    return replace(query, cursor=None, **change)


def toggled(query: StatementQuery, facet: Facet, value: str) -> StatementQuery:
    """With the value added to the filter, or taken away if it is there."""
    return narrowed(query, facet, with_or_without(chosen(query, facet), value))


def with_or_without(values: Collection[str], value: str) -> Collection[str]:
    """With the value at their end, or without it if it is among them."""
    others = [each for each in values if each != value]
    return others if len(others) < len(values) else (*others, value)
