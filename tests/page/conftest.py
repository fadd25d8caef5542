"""The page as a browser shows it: the system's Chromium, and a server over a real embedded engine."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from werkzeug.serving import make_server

from api.app import create_app
from search.engine import Engine
from search.opening import open_engine
from tests.api.corpus import CORPUS

OPTIONS = (
    "--no-sandbox",  # which Chromium refuses to root, who runs the tests in a container
    # Fewer processes beside each page take a quarter less of the processor.
    *("--disable-gpu", "--in-process-gpu", "--disable-software-rasterizer", "--disable-site-isolation-trials"),
    *("--renderer-process-limit=1", "--disable-extensions", "--mute-audio"),
)


@contextmanager
def served(engine: Engine) -> Iterator[str]:
    """The address of a server over it."""
    with make_server("127.0.0.1", 0, create_app(engine), threaded=True) as listening:
        thread = threading.Thread(target=listening.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{listening.server_port}"
        listening.shutdown()
        thread.join()


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Its address."""
    with open_engine(f"embedded://{tmp_path_factory.mktemp('page') / 'index'}") as engine:
        engine.replace(CORPUS)
        with served(engine) as address:
            yield address


@pytest.fixture(scope="session")
def browser(chromium_path: Path) -> Iterator[Browser]:
    with (
        sync_playwright() as playwright,
        playwright.chromium.launch(executable_path=chromium_path, args=OPTIONS) as browser,
    ):
        yield browser


@pytest.fixture
def context(browser: Browser, server: str, request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    """Asks no other host for anything, whatever a test does; options come by parametrizing it."""
    options = {"viewport": {"width": 1280, "height": 900}} | getattr(request, "param", {})
    with browser.new_context(base_url=server, **options) as context:
        hosts: set[str] = set()
        context.on("request", lambda asked: hosts.add(urlsplit(asked.url).netloc))
        yield context
        assert hosts == {urlsplit(server).netloc}


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """Logs no error: a blocked script or style, a missing file."""
    page = context.new_page()
    errors: list[str] = []
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    assert [error for error in errors if not re.search(r"status of (400|404|503)", error)] == []
