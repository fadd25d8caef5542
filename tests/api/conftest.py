"""The application over a real embedded engine, filled once: these tests only read."""

from __future__ import annotations

from collections.abc import Iterator

import flask
import pytest
from flask.testing import FlaskClient

from api.app import create_app
from search.engine import Engine
from search.opening import open_engine
from tests.api.corpus import CORPUS


@pytest.fixture(scope="session")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    with open_engine(f"embedded://{tmp_path_factory.mktemp('api') / 'index'}") as engine:
        engine.replace(CORPUS)
        yield engine


@pytest.fixture(scope="session")
def app(engine: Engine) -> flask.Flask:
    return create_app(engine)


@pytest.fixture
def client(app: flask.Flask) -> FlaskClient:
    return app.test_client()
