"""Unchanged answers cost nothing: an entity tag known before the search, which a client sends back (RFC 9110, 13).

A tag names what the index held, this program, how many results it exports, and the address asked for. What stands in
an answer follows from these alone, so a tag that matches is answered without a search, and for an address that was
answered before.
"""

from __future__ import annotations

import base64
import hashlib
from importlib.metadata import version

import flask

from api.access.authentication import ALWAYS_OPEN
from api.context import current_engine, current_settings
from search.errors import SearchError

PROGRAM = version("demarche")
TAG_BYTES = 12

# Any cache may keep it, and must ask whether it is still true before each use: an index changes at any moment.
CACHING = "no-cache"


def init_app(app: flask.Flask, covered: frozenset[str], *, private: bool) -> None:
    """`covered` are names of blueprints: those whose answers follow from address and index.

    `private` answers are for whoever showed a key, and are kept by nobody in between.
    """

    @app.before_request
    def answer_unchanged() -> flask.Response | None:
        request = flask.request
        if request.method not in ("GET", "HEAD") or request.blueprint not in covered:
            return None
        try:
            flask.g.tag = tag(current_engine().generation())
        except SearchError:
            return None  # for the view to tell, if it needs the engine: a mistake is a mistake without one too
        given = request.if_none_match
        unchanged = given.contains_weak(flask.g.tag) and not given.star_tag
        return flask.Response(status=304) if unchanged else None

    @app.after_request
    def add_tag(response: flask.Response) -> flask.Response:
        if private and flask.request.endpoint not in ALWAYS_OPEN:
            response.headers.setdefault("Cache-Control", f"private, {CACHING}")
            response.vary.add("Authorization")
        if "tag" in flask.g and response.status_code in (200, 304):
            response.set_etag(flask.g.tag, weak=True)  # weak: figures such as scores are not promised to the last digit
            response.headers.setdefault("Cache-Control", CACHING)
            if response.status_code == 200 and flask.request.if_none_match.star_tag:
                return without_body(response)
        return response


def without_body(response: flask.Response) -> flask.Response:
    """What `If-None-Match: *` asks for where there is anything to answer (RFC 9110, 13.1.2)."""
    response.close()
    headers = [(name, value) for name, value in response.headers if not name.startswith("Content-")]
    return flask.Response(status=304, headers=headers)


def tag(generation: str) -> str:
    """Addresses stand in answers with the host and prefix under which they were asked for."""
    request = flask.request
    limit = str(current_settings().export_limit)
    parts = (PROGRAM, limit, generation, request.root_url, request.path, request.query_string.decode("latin-1"))
    digest = hashlib.blake2b("\n".join(parts).encode(), digest_size=TAG_BYTES).digest()
    return base64.urlsafe_b64encode(digest).decode().rstrip("=")
