"""Who is asking, and whether they may: keys as `Authorization: Bearer …` (RFC 6750)."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto
from typing import Any, TypeVar, cast

import flask

from api.access.key_file import Key, Keys, KeysUnreadable
from api.errors.failures import Refused
from schemas.problem import Fault
from schemas.settings import Reading, Settings

EXTENSION = "demarche.keys"
ALWAYS_OPEN = ("health.healthz", "health.readyz", "metrics.metrics", "static")  # for whoever watches over the server
SCHEME = "Bearer"
HEADER = "Authorization"
CHALLENGE = (("WWW-Authenticate", f'{SCHEME} realm="Demarche"'),)
NO_KEY = Fault("key-needed", "this needs a key", HEADER, hint=f"send the header {HEADER}: {SCHEME} KEY")
UNKNOWN_KEY = Fault("unknown-key", "this key is none of this server's", HEADER, hint="it may have been removed")
UNREADABLE = Fault(
    "keys-unreadable",
    "this server can't read its keys, so nobody is let in by one",
    hint="its log tells whoever runs it what is wrong with the file",
)
READ_ONLY = Fault("read-only-key", "this key may not write", HEADER, hint="one that may is made with --write")

View = TypeVar("View", bound=Callable[..., Any])


class Needs(Enum):
    KEY = auto()
    WRITING_KEY = auto()


def needs(what: Needs) -> Callable[[View], View]:
    """Mark a view as one that asks for a key whatever reading needs."""

    def mark(view: View) -> View:
        cast("Any", view).needs = what
        return view

    return mark


def needs_key(view: Callable[..., Any]) -> bool:
    return hasattr(view, "needs")


def init_app(app: flask.Flask, settings: Settings) -> None:
    keys = app.extensions[EXTENSION] = Keys(settings.keys)

    @app.before_request
    def authenticate() -> None:
        flask.g.key = None
        if flask.request.method == "OPTIONS":  # a browser asks what it may, without what it would show
            return
        wanted = wanted_of(settings.reading)
        shown = shown_key()
        if shown is not None:
            flask.g.key = key_of(shown, keys)
        if wanted is not None:
            check(flask.g.key, wanted, shown is not None)


def wanted_of(reading: Reading) -> Needs | None:
    endpoint = flask.request.endpoint
    view = flask.current_app.view_functions.get(endpoint) if endpoint else None
    marked: Needs | None = getattr(view, "needs", None)
    if marked is None and reading is Reading.KEY and endpoint not in ALWAYS_OPEN:
        return Needs.KEY
    return marked


def shown_key() -> str | None:
    scheme, _, key = flask.request.headers.get(HEADER, "").partition(" ")
    return key.strip() if scheme.lower() == SCHEME.lower() and key.strip() else None


def key_of(shown: str, keys: Keys) -> Key | None:
    try:
        return keys.find(shown)
    except KeysUnreadable as error:
        raise Refused(503, UNREADABLE, reason=str(error)) from error


def check(key: Key | None, wanted: Needs, shown: bool) -> None:
    if key is None:
        raise Refused(401, UNKNOWN_KEY if shown else NO_KEY, headers=CHALLENGE)
    if wanted is Needs.WRITING_KEY and not key.write:
        raise Refused(403, READ_ONLY)
