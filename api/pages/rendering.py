"""What templates may call."""

from __future__ import annotations

import hashlib
import shlex
from dataclasses import replace
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import flask
from markupsafe import Markup

from api.addresses import address
from api.pages import words
from api.pages.highlighting import marked
from api.pages.outside import on_the_web
from api.pages.reading import number
from schemas.countries import country_names
from schemas.query import Sort, StatementQuery
from search.highlight import highlight
from search.language import Node, parse

YEAR = 365 * 24 * 3600


def search_for(**filters: Any) -> str:
    """The address of a search for these filters alone."""
    return address("pages.index", StatementQuery(**filters))


def here(query: StatementQuery) -> str:
    return address("pages.index", query)


def api_address(query: StatementQuery) -> str:
    return address("statements.statements", query)


def curl(path: str) -> str:
    """The command that asks this server for it."""
    return shlex.join(["curl", flask.request.host_url.rstrip("/") + path])


def bare(query: StatementQuery) -> StatementQuery:
    """The words and their order, without filters."""
    return StatementQuery(q=query.q, sort=query.sort)


def sorted_by(query: StatementQuery, sort: Sort) -> StatementQuery:
    usual = replace(query, sort=None).order
    return replace(query, sort=None if sort is usual else sort, cursor=None)


def flag(code: str) -> Markup:
    """A picture that says nothing the name beside it does not; nothing for a code that is no country's."""
    if code not in country_names():
        return Markup()
    source = flask.url_for("static", filename=f"flags/{code.lower()}.svg")
    return Markup('<img class="flag" src="{}" alt="" width="18" height="12" loading="lazy">').format(source)


@lru_cache(maxsize=64)
def tree(q: str) -> Node | None:
    return parse(q)


def hits(text: str, query: StatementQuery | None) -> Markup:
    """What else an engine looks at for the words of a query (names, offices, titles), marked like the statement."""
    return marked(text, highlight(tree(query.q), text) if query else ())


@cache
def static_version(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()[:12]


def init_app(app: flask.Flask) -> None:
    env = app.jinja_env
    env.trim_blocks = env.lstrip_blocks = True
    env.globals.update(
        api_address=api_address,
        curl=curl,
        flag=flag,
        here=here,
        hits=hits,
        marked=marked,
        search_for=search_for,
        words=words,
    )
    env.filters.update(
        bare=bare,
        country=words.country,
        day=words.day,
        number=number,
        sorted_by=sorted_by,
    )
    env.tests["on_the_web"] = on_the_web
    app.config["SEND_FILE_MAX_AGE_DEFAULT"] = YEAR  # the address changes with the file

    @app.url_defaults
    def version(endpoint: str, values: dict[str, Any]) -> None:
        if endpoint == "static":
            assert app.static_folder is not None
            values["v"] = static_version(Path(app.static_folder) / values["filename"])
