"""How much one client may ask for: by its key, or else by its address.

Each worker counts by itself, in memory, so that no server need be run for it: with two workers a client may get through
twice as much. It is there against mistakes and greed, not against attacks. Without a limit set nothing is counted:
behind a proxy that is not told of (DEMARCHE_PROXIES) all clients would be one.
"""

from __future__ import annotations

import math
import time

import flask
from flask_limiter import ApplicationLimit, Limiter
from flask_limiter.util import get_remote_address

from api.access.authentication import ALWAYS_OPEN
from schemas.settings import Settings

READING_METHODS = ("GET", "HEAD", "OPTIONS")


def init_app(app: flask.Flask, settings: Settings) -> None:
    if not (settings.rate or settings.write_rate):
        return
    limits = [
        ApplicationLimit(settings.rate, exempt_when=lambda: writes() or is_unlimited()),
        ApplicationLimit(settings.write_rate, exempt_when=lambda: not writes(), scope="writing"),
    ]
    limiter = Limiter(
        client,
        app=app,
        storage_uri="memory://",
        strategy="sliding-window-counter",
        application_limits=[limit for limit in limits if limit.limit_provider],
    )

    @app.after_request
    def tell(response: flask.Response) -> flask.Response:
        """How much is left, as the IETF's draft on RateLimit fields has it: seconds to go, not a time of day."""
        known = limiter.current_limit
        if known:
            wait = max(0, math.ceil(known.reset_at - time.time()))
            response.headers["RateLimit-Limit"] = str(known.limit.amount)
            response.headers["RateLimit-Remaining"] = str(known.remaining)
            response.headers["RateLimit-Reset"] = str(wait)
            if response.status_code == 429:
                response.headers["Retry-After"] = str(max(1, wait))
        return response


def client() -> str:
    key = flask.g.get("key")
    return f"key {key.name}" if key else f"address {get_remote_address()}"


def is_unlimited() -> bool:
    return flask.request.endpoint in ALWAYS_OPEN or flask.request.method == "OPTIONS"


def writes() -> bool:
    return flask.request.method not in READING_METHODS
