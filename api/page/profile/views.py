"""Pages of speakers, organisations and countries: what they said, about whom and over time, and what others say."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache, partial

import flask
from flask.typing import ResponseReturnValue
from marshmallow import Schema

from api.context import current_settings, current_view
from api.page.chart.chart import Chart, chart, charts
from api.page.profile.addresses import party_address
from api.page.profile.profile import names_with, profile, the_only
from api.page.profile.suggestions import OFFERED, countries, countries_like, parties_like
from api.parties.kinds import HOW, ORGANISATION, SPEAKER, PartyKind, kind_of
from api.parties.party import name_of, party, said_by, table
from api.presentation.english import country as country_name
from api.queries.parameters import ParameterParser
from schemas.article_ids import TRACKERS
from schemas.filters import Filters
from schemas.geography.country_lookup import country_code
from schemas.identity import body_id
from schemas.query import Interval, StatementQuery
from schemas.value_faults import IDENTITY
from schemas.wire.parameters import ChoiceField
from search.engine import View
from search.text.analysis import words

FOR_COUNTRY = ("about", "speaker_id", *HOW)
ABOUT_COUNTRY = ("speaker_country", "speaker_id", *HOW)

blueprint = flask.Blueprint("profiles", __name__)
parser = ParameterParser(ignored=TRACKERS)


class ProfileSchema(Schema):
    interval = ChoiceField(Interval, load_default=None)


@blueprint.get("/speakers/<path:name>")
def speaker(name: str) -> ResponseReturnValue:
    """One speaker by id. A name leads there, if only one speaker has it, and else to all whose name has these words.

    A body leads to the page of the organisation that it is.
    """
    return page_of(SPEAKER, name)


@blueprint.get("/organisations/<path:name>")
def organisation(name: str) -> ResponseReturnValue:
    """One organisation, by id or by name, as a speaker is."""
    return page_of(ORGANISATION, name)


def page_of(kind: PartyKind, name: str) -> ResponseReturnValue:
    interval = parser.parse(ProfileSchema, location="query")["interval"]
    view = current_view()
    if IDENTITY.fullmatch(name) and (known_as := kinds_of(view, name)):
        return party_page(view, name, known_as, interval) if kind is kind_of(name) else moved(name, interval)
    named = names_with(view, kind, name)
    if only := the_only(name, named) or known_body(view, kind, name):
        return moved(only, interval)
    query = with_words(kind, name)
    if not words(name) or view.count(query).value == 0:
        like = parties_like(view, kind.field, name)
        return flask.render_template("unknown_party.html", kind=kind, name=name, like=like), 404
    draw = partial(chart, view, query, interval, partial(address_of_name, kind, name))
    said = profile(view, query, kind.facets, draw)
    return flask.render_template("parties.html", kind=kind, name=name, named=named, said=said)


def kinds_of(view: View, id_: str) -> Sequence[PartyKind]:
    """As what anything is said under this id, first as what it has its page."""
    return [kind for kind in dict.fromkeys((kind_of(id_), SPEAKER)) if name_of(view, kind, id_) is not None]


def moved(id_: str, interval: Interval | None) -> ResponseReturnValue:
    return flask.redirect(party_address(id_, interval))


def known_body(view: View, kind: PartyKind, name: str) -> str | None:
    """The id of a body that has this name or abbreviation, if it speaks or is spoken for."""
    id_ = body_id(name) if kind is ORGANISATION else None
    return id_ if id_ and kinds_of(view, id_) else None


def party_page(view: View, id_: str, kinds: Sequence[PartyKind], interval: Interval | None) -> str:
    """Of an organisation with what its people said, and what it said itself."""
    queries = [said_by(kind, id_) for kind in kinds]
    drawn = cache(partial(charts, view, queries, interval, partial(party_address, id_)))
    said = {
        kind: profile(view, query, kind.facets, partial(chart_at, drawn, place))
        for place, (kind, query) in enumerate(zip(kinds, queries, strict=True))
    }
    told = StatementQuery(filters=Filters(target_id=(id_,)))
    return flask.render_template(
        "party.html",
        party=party(view, kinds[0], id_, table(current_settings().people)),
        spoken_for=said.get(ORGANISATION),
        itself=said.get(SPEAKER),
        told=told,
        told_total=view.count(told),
    )


def with_words(kind: PartyKind, name: str) -> StatementQuery:
    return StatementQuery(filters=Filters(**{kind.words: (name,)}))


def address_of_name(kind: PartyKind, name: str, interval: Interval) -> str:
    return flask.url_for(f"profiles.{kind.noun}", name=name, interval=interval)


@blueprint.get("/countries/<name>")
def country(name: str) -> ResponseReturnValue:
    interval = parser.parse(ProfileSchema, location="query")["interval"]
    view, code = current_view(), country_code(name)
    if code is not None and code != name:
        return flask.redirect(flask.url_for("profiles.country", name=code, interval=interval))
    if code is None or view.count(StatementQuery(filters=Filters(country=(code,)))).value == 0:
        known = country_name(code) if code else None
        found = countries(view)[:OFFERED] if code else countries_like(view, name)
        return flask.render_template("unknown_country.html", name=name, known=known, like=found), 404
    said, about = (StatementQuery(filters=Filters(**{name: (code,)})) for name in ("speaker_country", "about"))
    drawn = cache(partial(charts, view, (said, about), interval, partial(by_country, code)))
    return flask.render_template(
        "country.html",
        code=code,
        said=profile(view, said, FOR_COUNTRY, partial(chart_at, drawn, 0)),
        about=profile(view, about, ABOUT_COUNTRY, partial(chart_at, drawn, 1)),
    )


def chart_at(drawn: Callable[[], Sequence[Chart]], place: int) -> Chart | None:
    """One of those that are drawn together; None where none is."""
    return next(iter(drawn()[place:]), None)


def by_country(code: str, interval: Interval) -> str:
    return flask.url_for("profiles.country", name=code, interval=interval)
