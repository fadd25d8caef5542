"""How codes and dates read in English."""

from __future__ import annotations

import calendar

from schemas.countries import country_names
from schemas.dates import PartialDate
from schemas.query import Facet, Sort
from schemas.statement import Act, Kind

KINDS = {Kind.DIRECT: "Quoted", Kind.MIXED: "Partly quoted", Kind.INDIRECT: "Reported"}
KINDS_EXPLAINED = {
    Kind.DIRECT: "the speaker's own words, in quotation marks",
    Kind.MIXED: "reported, with some of the speaker's own words",
    Kind.INDIRECT: "reported in the words of the outlet",
}
ACTS = {
    Act.ASSERT: "Asserts",
    Act.DENY: "Denies",
    Act.ACCUSE: "Accuses",
    Act.DEMAND: "Demands",
    Act.PROMISE: "Promises",
    Act.WARN: "Warns",
    Act.PRAISE: "Praises",
    Act.CONDEMN: "Condemns",
    Act.ASK: "Asks",
    Act.ANNOUNCE: "Announces",
}
FACETS = {
    Facet.COUNTRY: "Country",
    Facet.SPEAKER_COUNTRY: "Speaks for",
    Facet.ABOUT: "Mentions",
    Facet.SPEAKER: "Speaker",
    Facet.ORGANISATION: "Organisation",
    Facet.SOURCE: "Source",
    Facet.KIND: "Wording",
    Facet.ACT: "Act",
}
SORTS = {Sort.RELEVANCE: "Best match", Sort.NEWEST: "Newest", Sort.OLDEST: "Oldest"}


def day(when: PartialDate) -> str:
    """15 July 2023, July 2023 or 2023: as much as is known."""
    parts = (str(when.day) if when.day else "", calendar.month_name[when.month] if when.month else "", str(when.year))
    return " ".join(filter(None, parts))


def country(code: str) -> str:
    return country_names().get(code, code)


def facet_value(facet: Facet, value: str, label: str) -> str:
    match facet:
        case Facet.KIND:
            return KINDS[Kind(value)]
        case Facet.ACT:
            return ACTS[Act(value)]
        case _:
            return label
