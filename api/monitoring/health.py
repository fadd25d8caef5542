"""For whoever watches over the server: does it run, and can it answer?"""

from __future__ import annotations

import flask

from api.context import current_engine

blueprint = flask.Blueprint("health", __name__)


@blueprint.get("/healthz")
def healthz() -> flask.Response:
    """The process runs, whatever the engine does."""
    return flask.jsonify(status="ok")


@blueprint.get("/readyz")
def readyz() -> flask.Response:
    """The engine answers and its index can be searched; if not, the error says why."""
    found = current_engine().status()
    return flask.jsonify(
        status="ready",
        engine=found.engine,
        engine_version=found.version,
        articles=found.articles,
        statements=found.statements,
    )
