"""How long an answer may take, and whether its client still waits: given to the search (search/budget.py).

Only reading is bounded so: what is sent to be stored is stored whole or refused.
"""

from __future__ import annotations

from collections.abc import Callable

import flask

from api.context import current_settings
from search import budget

CLOSED = "waitress.client_disconnected"  # of the WSGI environment, where waitress keeps the connections


def init_app(app: flask.Flask) -> None:
    @app.before_request
    def begin() -> None:
        if flask.request.method in ("GET", "HEAD"):
            budget.begin(current_settings().answer_seconds, hung_up())

    @app.teardown_request
    def end(error: BaseException | None) -> None:
        budget.end()


def hung_up() -> Callable[[], bool]:
    """For this request: whether its client has closed the connection."""
    told: Callable[[], bool] = flask.request.environ.get(CLOSED, budget.never)
    return told
