"""What people read for a facet's value; names of sources, and of ids, are known to the engines only."""

from __future__ import annotations

from schemas.fields import FILTERS, IDENTITIES, Value
from schemas.geography.countries import country_names


def label(facet: str, value: str) -> str:
    return country_names().get(value, value) if FILTERS[facet].value is Value.COUNTRY else value


def is_source(facet: str) -> bool:
    return FILTERS[facet].value is Value.SOURCE


def is_identity(facet: str) -> bool:
    return FILTERS[facet].value in IDENTITIES
