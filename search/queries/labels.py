"""What people read for a facet's value; a source's name alone is known to the engines only."""

from __future__ import annotations

from schemas.countries import country_names
from schemas.query import Facet

COUNTRIES = (Facet.COUNTRY, Facet.SPEAKER_COUNTRY, Facet.ABOUT)


def label(facet: Facet, value: str) -> str:
    return country_names().get(value, value) if facet in COUNTRIES else value
