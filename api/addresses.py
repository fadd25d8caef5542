"""From a query to its address: the shortest that means the same, so that equal searches have equal addresses."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace
from typing import Any
from urllib.parse import quote, urlencode

import flask

from schemas.query import StatementQuery
from schemas.wire.parameters import join
from schemas.wire.query import StatementQuerySchema

NAMES = {name: field.data_key or name for name, field in StatementQuerySchema().fields.items()}
NOTHING = StatementQuery()


def parameters(query: StatementQuery, **more: Collection[str]) -> dict[str, str]:
    """What a query string holds to mean this query: only what differs from the defaults. `more` are further lists."""
    written: dict[str, str] = {}
    for attribute, name in NAMES.items():
        value: Any = getattr(query, attribute)
        if value != getattr(NOTHING, attribute):
            written[name] = join(value) if isinstance(value, tuple) else str(value)
    return written | {name: join(values) for name, values in more.items() if values}


def address(endpoint: str, query: StatementQuery, **more: Collection[str]) -> str:
    """Path and query string, right below whatever prefix the application is mounted under."""
    path = flask.url_for(endpoint)
    written = urlencode(parameters(query, **more), safe=",:", quote_via=quote)
    return f"{path}?{written}" if written else path


def link_to_next(query: StatementQuery, cursor: str | None, here: Callable[[StatementQuery], str]) -> dict[str, str]:
    """The Link header (RFC 8288) of a page, none for the last."""
    return {"Link": f'<{here(replace(query, cursor=cursor))}>; rel="next"'} if cursor else {}
