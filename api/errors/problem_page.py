"""Errors as a page, for whoever looks at pages."""

from __future__ import annotations

from http import HTTPStatus

import flask

from schemas.problem import Problem

TITLES = {404: "Not found", 500: "Something went wrong", 503: "The search is not available"}
PAGES = ("pages", "profiles", "comparison", "report")  # blueprints
MACHINE_PATHS = ("/v1/", "/healthz", "/readyz")


def wants_page() -> bool:
    """Whether a person's browser asked: never below /v1, and elsewhere if it says that it takes HTML."""
    if flask.request.path.startswith(MACHINE_PATHS):
        return False
    return flask.request.blueprint in PAGES or "text/html" in flask.request.accept_mimetypes.values()


def problem_page(problem: Problem) -> flask.Response:
    title = TITLES.get(problem.status) or HTTPStatus(problem.status).phrase
    body = flask.render_template("problem.html", problem=problem, title=title)
    return flask.Response(body, problem.status)
