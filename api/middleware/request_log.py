"""Around every request: its id, its line in the log, and the headers that keep a browser safe."""

from __future__ import annotations

import re
import time
import uuid

import flask
import structlog

LONGEST_ADDRESS = 7_000  # characters without a cursor: below what gunicorn takes, so that it is we who say no
SANE_ID = re.compile(r"[A-Za-z0-9._:+/=-]{1,128}", re.ASCII)

# Everything comes from this host, nothing that stands in a page's own text runs, and no other page may frame it.
POLICY = (
    "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
SAFETY = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",  # what a journalist searches for is no business of the outlets linked to
    "Cross-Origin-Opener-Policy": "same-origin",
}
# A file by itself runs nothing, loads nothing and opens nothing.
SAFETY_OF_FILES = {
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
}

log = structlog.get_logger("api")


def begin() -> None:
    given = flask.request.headers.get("X-Request-ID", "")
    flask.g.request_id = given if SANE_ID.fullmatch(given) else uuid.uuid4().hex
    flask.g.began = time.perf_counter()
    structlog.contextvars.bind_contextvars(request_id=flask.g.request_id)
    # Where a first page is given, the next one is too: its cursor is ours.
    cursor = flask.request.args.get("cursor")
    if len(flask.request.full_path) - (len(f"&cursor={cursor}") if cursor else 0) > LONGEST_ADDRESS:
        flask.abort(414)


def finish(response: flask.Response) -> flask.Response:
    """Of the address only its kind is logged: what people look for is theirs."""
    response.headers["X-Request-ID"] = flask.g.request_id
    for name, value in (SAFETY_OF_FILES if flask.request.endpoint == "static" else SAFETY).items():
        response.headers.setdefault(name, value)
    log.info(
        "request",
        method=flask.request.method,
        route=flask.request.url_rule.rule if flask.request.url_rule else None,
        status=response.status_code,
        milliseconds=round((time.perf_counter() - flask.g.began) * 1000, 1),
    )
    return response


def forget(error: BaseException | None) -> None:
    structlog.contextvars.clear_contextvars()


def init_app(app: flask.Flask) -> None:
    app.before_request(begin)
    app.after_request(finish)
    app.teardown_request(forget)
