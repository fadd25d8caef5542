"""What templates may call."""

from __future__ import annotations

import hashlib
import re
import shlex
from collections.abc import Collection
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import flask
from jinja2 import StrictUndefined
from jinja2.ext import Extension
from markupsafe import Markup

from api.page.article.paragraphs import number
from api.page.citation import speech
from api.page.comparison.candidates import comparison_of, comparison_with
from api.page.profile.addresses import party_address
from api.page.timeline_table import table_of
from api.parties.namesakes import country_of_id
from api.presentation import english
from api.presentation.marked_text import marked
from api.presentation.pieces import as_written, fold
from api.presentation.speech import INFERRED, briefly, headline, is_inferred, preposition
from api.presentation.web_links import on_the_web
from api.queries.addresses import address
from schemas.fields import FILTERS, IDENTITIES, Field, Value, identity, organisation_id
from schemas.filters import Filters
from schemas.geography.countries import country_names
from schemas.geography.territory_lookup import territory_name
from schemas.query import Sort, StatementQuery
from schemas.statement import Basis, Speaker, Target
from search.highlights.highlight import highlight
from search.language import Either, Node, Phrase, QueryText
from search.text.analysis import words

INDENTATION = re.compile(r"^[ \t]+", re.MULTILINE)
YEAR = 365 * 24 * 3600
NEEDLESS = ("Accept-Ranges", "Content-Disposition", "ETag", "Expires", "Last-Modified")


class Unindented(Extension):
    """Templates are written with indentation and sent without it: it is a twentieth of a page's weight."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        return INDENTATION.sub("", source)


def search_for(q: str = "", **filters: tuple[str, ...]) -> str:
    """The address of a search for these words and filters alone."""
    return address("pages.index", StatementQuery(q=q, filters=Filters(**filters)))


def here(query: StatementQuery) -> str:
    return address("pages.index", query)


def way_back() -> str | None:
    """The address of the results that led here, as the browser tells it; only ever one of this site."""
    try:
        came_from = urlsplit(flask.request.referrer or "")
    except ValueError:  # as of brackets that are no address
        return None
    results = {flask.url_for(endpoint) for endpoint in ("pages.index", "comparison.comparison")}
    if came_from.netloc != flask.request.host or came_from.path not in results or not came_from.query:
        return None
    return f"{came_from.path}?{came_from.query}"


def curl(path: str) -> str:
    """The command that asks this server for it."""
    return shlex.join(["curl", flask.request.host_url.rstrip("/") + path])


def profile_of(speaker: Speaker) -> str:
    """The address of the speaker's page: a country's own, where a country speaks itself."""
    if speaks_itself(speaker):
        return flask.url_for("profiles.country", name=speaker.countries[0])
    own = identity(speaker)
    return party_address(own[0]) if own else flask.url_for("profiles.speaker", name=speaker.name)


def speaks_itself(party: Speaker | Target | None) -> bool:
    """Whether it is a country."""
    return party is not None and [english.country(code) for code in party.countries] == [party.name]


NOT_INFERRED = tuple(basis.value for basis in Basis if basis not in INFERRED)


def on_this_page(statement_id: str) -> int:
    """A number for it in the page's own ids, which would else be a tenth of the page's weight."""
    numbers: dict[str, int] = flask.g.setdefault("numbers", {})
    return numbers.setdefault(statement_id, len(numbers) + 1)


def bare(query: StatementQuery) -> StatementQuery:
    """The words and how they are shown, without filters."""
    return StatementQuery(q=query.q, within=query.within, sort=query.sort, collapse=query.collapse)


def sorted_by(query: StatementQuery, sort: Sort) -> StatementQuery:
    usual = replace(query, sort=None).order
    return replace(query, sort=None if sort is usual else sort, cursor=None)


def flag(code: str) -> Markup:
    """A picture that says nothing the name beside it does not; nothing for a code that is no country's."""
    if code not in country_names():
        return Markup()
    source = flask.url_for("static", filename=f"flags/{code.lower()}.svg")
    return Markup('<img class="flag" src="{}" alt="" loading="lazy">').format(source)


COMPLETED_BY = {"speaker": FILTERS["speaker_id"]}  # names by those that ids have


def completed(field: Field) -> str:
    """Where the values come from that complete what is typed: a country's role makes no difference."""
    listed = COMPLETED_BY.get(field.name) or (FILTERS["country"] if field.value is Value.COUNTRY else field)
    return flask.url_for(f"counts.{listed.counts.path}") if listed.counts else ""


def hits(text: str, query: StatementQuery | None, names: Collection[str] = ()) -> Markup:
    """What else an engine looks at for the words of a query (names, offices, titles), marked like the statement.

    `names` are those of a filter that the text is held against: what it has of them is marked too.
    """
    if query is None:
        return marked(text, ())
    asked = (wanted for wanted in map(words, names) if set(wanted) <= set(words(text)))
    nodes: list[Node] = [Phrase((word,)) for wanted in asked for word in wanted]
    if words_asked := QueryText.of(query.q).tree:
        nodes.append(words_asked)
    return marked(text, highlight(Either(tuple(nodes)), text))


@cache
def static_version(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()[:12]


def init_app(app: flask.Flask) -> None:
    env = app.jinja_env
    env.add_extension(Unindented)
    env.undefined = StrictUndefined  # what fails behind a property is a fault, not nothing to show
    env.trim_blocks = env.lstrip_blocks = True
    env.globals.update(
        NOT_INFERRED=NOT_INFERRED,
        as_written=as_written,
        boxes=[field for field in FILTERS.values() if field.value is not Value.IDENTITY],
        comparison_of=comparison_of,
        comparison_with=comparison_with,
        completed=completed,
        curl=curl,
        fields=FILTERS,
        named_by_id=[name for name, field in FILTERS.items() if field.value in IDENTITIES],
        flag=flag,
        fold=fold,
        here=here,
        hits=hits,
        marked=marked,
        party_address=party_address,
        profile_of=profile_of,
        search_for=search_for,
        table_of=table_of,
        way_back=way_back,
        english=english,
    )
    env.filters.update(
        amount=english.amount,
        bare=bare,
        briefly=briefly,
        country=english.country,
        country_of_id=country_of_id,
        day=english.day,
        headline=headline,
        language=english.language,
        likeness=english.likeness,
        per_cent=english.per_cent,
        preposition=preposition,
        number=number,
        on_this_page=on_this_page,
        organisation_id=organisation_id,
        sorted_by=sorted_by,
        speech=speech,
        territory=territory_name,
    )
    env.tests.update(inferred=is_inferred, on_the_web=on_the_web, speaking_itself=speaks_itself)
    app.config["SEND_FILE_MAX_AGE_DEFAULT"] = YEAR  # the address changes with the file

    @app.url_defaults
    def version(endpoint: str, values: dict[str, Any]) -> None:
        if endpoint == "static":
            assert app.static_folder is not None
            values["v"] = static_version(Path(app.static_folder) / values["filename"])

    @app.after_request
    def slim(response: flask.Response) -> flask.Response:
        """A file never changes: its address does. These headers have more bytes than a flag."""
        if flask.request.endpoint == "static":
            for name in NEEDLESS:
                response.headers.pop(name, None)
        return response
