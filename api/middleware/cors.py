"""Whose pages may ask from within a browser: none but ours, unless set."""

from __future__ import annotations

import flask
from flask_cors import CORS

from schemas.settings import Settings

READABLE = (
    "Content-Disposition",
    "ETag",
    "Link",
    "Location",
    "RateLimit-Limit",
    "RateLimit-Remaining",
    "RateLimit-Reset",
    "Retry-After",
    "X-Request-ID",
)
SENDABLE = ("Authorization", "Content-Type", "If-None-Match", "X-Request-ID")
HOUR = 3600


def init_app(app: flask.Flask, settings: Settings) -> None:
    if settings.cors:
        CORS(
            app,
            resources=r"/v1/.*",
            origins=list(settings.cors),
            methods=["GET", "HEAD", "POST", "DELETE"],
            allow_headers=list(SENDABLE),
            expose_headers=list(READABLE),
            max_age=HOUR,
            send_wildcard=True,
        )
    if settings.cors and "*" not in settings.cors:
        app.after_request(vary)


def vary(response: flask.Response) -> flask.Response:
    """What was answered to a page of one origin, or to none, is no answer for another, and caches keep them apart."""
    if flask.request.path.startswith("/v1/"):
        response.vary.add("Origin")
    return response
