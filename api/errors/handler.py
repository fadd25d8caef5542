"""Errors answered: as problem+json, or as a page where a person asked."""

from __future__ import annotations

import flask
import structlog
from werkzeug.exceptions import HTTPException

from api.errors.failures import Refused, failure_of
from api.errors.problem_page import problem_page, wants_page
from api.monitoring import metrics
from schemas.problem import Problem
from schemas.wire.problem import MEDIA_TYPE, ProblemSchema
from search.errors import SearchError

log = structlog.get_logger("api")


def handle(error: Exception) -> flask.typing.ResponseReturnValue:
    """Answer an error as problem+json, or as a page where a person asked."""
    if isinstance(error, HTTPException) and error.code is not None and error.code < 400:
        return error
    failure = failure_of(error)
    if failure.status >= 500:
        expected = isinstance(error, SearchError | Refused)
        log.error("failed", reason=str(error), exc_info=None if expected else error)
    for fault in failure.faults:
        metrics.errors.labels(fault.code).inc()
    problem = Problem(failure.status, failure.faults, flask.g.request_id)
    response = problem_page(problem) if wants_page() else problem_json(problem)
    response.headers.extend(failure.headers)
    return response


def problem_json(problem: Problem) -> flask.Response:
    response = flask.jsonify(ProblemSchema().dump(problem))
    response.status_code = problem.status
    response.mimetype = MEDIA_TYPE
    return response


def init_app(app: flask.Flask) -> None:
    app.register_error_handler(HTTPException, handle)
    for error in (Refused, SearchError, Exception):
        app.register_error_handler(error, handle)
