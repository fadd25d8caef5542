"""Pages of speakers and countries: what they said, about whom and over time, and what others say about a country."""

from __future__ import annotations

from functools import cache, partial

import flask
from flask.typing import ResponseReturnValue
from marshmallow import Schema

from api.context import current_view
from api.page.chart.chart import chart, charts
from api.page.profile.facts import facts
from api.page.profile.namesakes import namesakes
from api.page.profile.profile import name_of, names_with, profile, speaks, the_only
from api.page.profile.suggestions import OFFERED, countries, countries_like, speakers_like
from api.presentation.english import country as country_name
from api.queries.parameters import ParameterParser
from schemas.article_ids import TRACKERS
from schemas.country_lookup import country_code
from schemas.filters import Filters
from schemas.query import Interval, StatementQuery
from schemas.value_faults import IDENTITY
from schemas.wire.parameters import ChoiceField
from search.engine import View

HOW = ("source", "act", "kind")
BY_SPEAKER = ("about", "target_id", "speaker_country", "organisation", *HOW)
FOR_COUNTRY = ("about", "speaker_id", *HOW)
ABOUT_COUNTRY = ("speaker_country", "speaker_id", *HOW)

blueprint = flask.Blueprint("profiles", __name__)
parser = ParameterParser(ignored=TRACKERS)


class ProfileSchema(Schema):
    interval = ChoiceField(Interval, load_default=None)


@blueprint.get("/speakers/<path:name>")
def speaker(name: str) -> ResponseReturnValue:
    """One speaker by id. A name leads there, if only one speaker has it, and else to all whose name has these words."""
    interval = parser.parse(ProfileSchema, location="query")["interval"]
    view = current_view()
    if IDENTITY.fullmatch(name) and (called := name_of(view, name)):
        return speaker_page(view, name, called, interval)
    if not speaks(view, name):
        found = speakers_like(view, name)
        return flask.render_template("unknown_speaker.html", name=name, like=found), 404
    named = names_with(view, name)
    if only := the_only(name, named):
        return flask.redirect(flask.url_for("profiles.speaker", name=only, interval=interval))
    address = partial(by, "profiles.speaker", name)
    query = StatementQuery(filters=Filters(speaker=(name,)))
    said = profile(view, query, BY_SPEAKER, partial(chart, view, query, interval, address))
    return flask.render_template("speakers.html", name=name, named=named, said=said)


def speaker_page(view: View, id_: str, name: str, interval: Interval | None) -> str:
    query = StatementQuery(filters=Filters(speaker_id=(id_,)))
    said = profile(view, query, BY_SPEAKER, partial(chart, view, query, interval, partial(by, "profiles.speaker", id_)))
    return flask.render_template(
        "speaker.html", id=id_, name=name, said=said, facts=facts(view, query), namesakes=namesakes(view, id_, name)
    )


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
    drawn = cache(partial(charts, view, (said, about), interval, partial(by, "profiles.country", code)))
    return flask.render_template(
        "country.html",
        code=code,
        said=profile(view, said, FOR_COUNTRY, lambda: next(iter(drawn()), None)),
        about=profile(view, about, ABOUT_COUNTRY, lambda: next(iter(drawn()[1:]), None)),
    )


def by(endpoint: str, name: str, interval: Interval) -> str:
    return flask.url_for(endpoint, name=name, interval=interval)
