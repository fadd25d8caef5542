"""The page as a browser shows it: the system's Chromium, and a server over a real embedded engine."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Error, Page, Request, sync_playwright
from werkzeug.serving import make_server

from api.app import create_app
from schemas.settings import Reports, Settings
from search.engine import Engine
from search.opening import open_engine
from tests.api.corpus import CORPUS

OPTIONS = (
    "--no-sandbox",  # which Chromium refuses to root, who runs the tests in a container
    # Fewer processes beside each page take a quarter less of the processor.
    *("--disable-gpu", "--in-process-gpu", "--disable-software-rasterizer", "--disable-site-isolation-trials"),
    *("--renderer-process-limit=1", "--disable-extensions", "--mute-audio"),
)


WINDOW: dict[str, Any] = {"viewport": {"width": 1280, "height": 900}}


@contextmanager
def served(engine: Engine, settings: Settings | None = None) -> Iterator[str]:
    """The address of a server over it."""
    with make_server("127.0.0.1", 0, create_app(engine, settings), threaded=True) as listening:
        thread = threading.Thread(target=listening.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{listening.server_port}"
        listening.shutdown()
        thread.join()


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Its address."""
    folder = tmp_path_factory.mktemp("page")
    settings = Settings(engine="", reports=Reports.ON, reports_file=folder / "reports.ndjson")
    with open_engine(f"embedded://{folder / 'index'}") as engine:
        engine.replace(CORPUS)
        with served(engine, settings) as address:
            yield address


@pytest.fixture(scope="session")
def browser(chromium_path: Path) -> Iterator[Browser]:
    with (
        sync_playwright() as playwright,
        playwright.chromium.launch(executable_path=chromium_path, args=OPTIONS) as browser,
    ):
        yield browser


@pytest.fixture(scope="module")
def window(browser: Browser, server: str) -> Iterator[Page]:
    """One for all tests of a file: to open another takes longer than most of what a test does in it."""
    with browser.new_context(base_url=server, **WINDOW) as context:
        yield context.new_page()


@pytest.fixture
def context(browser: Browser, server: str, request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    """Asks no other host for anything, whatever a test does; with options, by parametrizing it, it is a new one."""
    hosts: set[str] = set()

    def note(asked: Request) -> None:
        hosts.add(urlsplit(asked.url).netloc)

    with ExitStack() as stack:
        if options := getattr(request, "param", {}):
            context = stack.enter_context(browser.new_context(base_url=server, **{**WINDOW, **options}))
        else:
            context = request.getfixturevalue("window").context
        context.on("request", note)
        yield context
        context.remove_listener("request", note)
    assert hosts == {urlsplit(server).netloc}


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """Logs no error: a blocked script or style, a missing file."""
    page = context.pages[0] if context.pages else context.new_page()
    errors: list[str] = []

    def note_message(message: ConsoleMessage) -> None:
        if message.type == "error":
            errors.append(message.text)

    def note_error(error: Error) -> None:
        errors.append(str(error))

    page.on("console", note_message)
    page.on("pageerror", note_error)
    yield page
    page.remove_listener("console", note_message)
    page.remove_listener("pageerror", note_error)
    forget(page)
    assert [error for error in errors if not re.search(r"status of (400|404|503)", error)] == []


def forget(page: Page) -> None:
    """What a test did to it: the next one finds it as if it were new."""
    page.context.clear_permissions()
    page.evaluate("try { localStorage.clear() } catch {}")
    page.emulate_media(media="null", color_scheme="null")
    page.set_viewport_size(WINDOW["viewport"])
    page.mouse.move(0, 0)
    page.goto("about:blank")
