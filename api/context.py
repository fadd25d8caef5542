"""What this application works with: the engine that it searches, and its settings."""

from __future__ import annotations

from typing import cast

import flask

from schemas.settings import Settings
from search.engine import Engine, View

ENGINE = "demarche.engine"
SETTINGS = "demarche.settings"


def init_app(app: flask.Flask, engine: Engine, settings: Settings) -> None:
    app.extensions |= {ENGINE: engine, SETTINGS: settings}


def current_engine() -> Engine:
    return cast("Engine", flask.current_app.extensions[ENGINE])


def current_view() -> View:
    """One state of the index for all that this request asks. A request with one question can ask the engine itself."""
    if "view" not in flask.g:
        flask.g.view = current_engine().view()
    return cast("View", flask.g.view)


def current_settings() -> Settings:
    return cast("Settings", flask.current_app.extensions[SETTINGS])
