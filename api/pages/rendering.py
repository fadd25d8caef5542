"""What templates may call."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import flask

from api.addresses import address
from api.pages import words
from api.pages.highlighting import marked
from api.pages.reading import number
from schemas.countries import country_names
from schemas.query import Sort, StatementQuery

YEAR = 365 * 24 * 3600
WEB = ("http://", "https://")


def search_for(**filters: Any) -> str:
    """The address of a search for these filters alone."""
    return address("pages.index", StatementQuery(**filters))


def here(query: StatementQuery) -> str:
    return address("pages.index", query)


def api_address(query: StatementQuery) -> str:
    return address("statements.statements", query)


def bare(query: StatementQuery) -> StatementQuery:
    """The words and their order, without filters."""
    return StatementQuery(q=query.q, sort=query.sort)


def sorted_by(query: StatementQuery, sort: Sort) -> StatementQuery:
    usual = replace(query, sort=None).order
    return replace(query, sort=None if sort is usual else sort, cursor=None)


def on_the_web(url: str | None) -> bool:
    """Whether it may be linked to: an article's address is as its source gave it."""
    return bool(url) and str(url).lower().startswith(WEB)


@cache
def static_version(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()[:12]


def init_app(app: flask.Flask) -> None:
    env = app.jinja_env
    env.trim_blocks = env.lstrip_blocks = True
    env.globals.update(
        api_address=api_address,
        country_names=country_names(),
        here=here,
        marked=marked,
        search_for=search_for,
        words=words,
    )
    env.filters.update(
        source_name=lambda id_, names: names.get(id_, id_),
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
