"""The engine that this application searches."""

from __future__ import annotations

from typing import cast

import flask

from search.engine import Engine

KEY = "demarche.engine"


def init_app(app: flask.Flask, engine: Engine) -> None:
    app.extensions[KEY] = engine


def current_engine() -> Engine:
    return cast("Engine", flask.current_app.extensions[KEY])
