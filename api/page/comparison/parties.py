"""Who is compared: a country by its code, a speaker by id, and either as people write it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from api.page.profile.profile import names_with, the_only
from api.page.profile.suggestions import parties_like
from api.parties.kinds import SPEAKER
from api.parties.party import name_of
from api.presentation.english import country
from api.queries.refinement import narrow
from schemas.geography.countries import country_names
from schemas.geography.country_lookup import country_code
from schemas.page import Bucket
from schemas.query import StatementQuery
from schemas.value_faults import IDENTITY
from search.engine import View

COUNTRIES, SPEAKERS = "speaker_country", "speaker_id"


@dataclass(frozen=True, slots=True)
class Party:
    """`value` is a country's code or a speaker's id, `written` what one writes into a box to get just this party."""

    value: str
    name: str
    written: str

    @property
    def facet(self) -> str:
        return facet_of(self.value)

    def said(self, query: StatementQuery) -> StatementQuery:
        """The query for what this party said alone."""
        return narrow(query, self.facet, (self.value,))


@dataclass(frozen=True, slots=True)
class Unknown:
    """A text that is no country, and no one speaker's name or id. `named` are the speakers with all of its words,
    `like` others whose names are like it.
    """

    text: str
    named: Sequence[Bucket]
    like: Sequence[Bucket]


def facet_of(value: str) -> str:
    """Ids have more than the two letters of a code."""
    return COUNTRIES if value in country_names() else SPEAKERS


def party(view: View, text: str) -> Party | Unknown:
    """A country's name comes before a speaker's: "Jordan", "Georgia"."""
    if code := country_code(text):
        return Party(code, country(code), country(code))
    if IDENTITY.fullmatch(text) and (name := name_of(view, SPEAKER, text)):
        return Party(text, name, name if found_by(view, name) == text else text)
    named = names_with(view, SPEAKER, text)
    if only := the_only(text, named):
        name = name_of(view, SPEAKER, only) or text
        return Party(only, name, name if found_by(view, name) == only else only)
    return Unknown(text, named, [] if named else parties_like(view, SPEAKERS, text))


def found_by(view: View, name: str) -> str | None:
    """The id to which the name leads, None where it leads to a country or to several."""
    return None if country_code(name) else the_only(name, names_with(view, SPEAKER, name))
