"""Country codes and their English names: ISO 3166-1 alpha-2, and XK as it stands in common use for Kosovo.

Names come from CLDR (through Babel), whose short English forms are what readers expect ("South Korea", not "Korea,
Republic of"); pycountry says which codes ISO 3166-1 holds.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

import pycountry
from babel import Locale

# CLDR's own short forms ("alt=short"), which Babel leaves out, and the two Congos by the names that news gives them.
SHORT_NAMES = {
    "BA": "Bosnia and Herzegovina",
    "CD": "DR Congo",
    "CG": "Republic of the Congo",
    "HK": "Hong Kong",
    "MM": "Myanmar",
    "MO": "Macao",
    "PS": "Palestine",
}
USER_ASSIGNED = ("XK",)  # not in ISO 3166-1: its user-assigned range, used so by the EU, the IMF and SWIFT


@cache
def country_names() -> Mapping[str, str]:
    """Every known alpha-2 code and its English name, by code."""
    territories = Locale("en").territories
    codes = sorted([country.alpha_2 for country in pycountry.countries] + list(USER_ASSIGNED))
    return MappingProxyType({code: SHORT_NAMES.get(code) or territories[code] for code in codes})


def country_name(code: str) -> str:
    """KeyError for a code that is none."""
    return country_names()[code]
