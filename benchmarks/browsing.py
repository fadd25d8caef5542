"""The examples in a browser: a server of its own process over them, and the system's Chromium."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from indexer.pipeline.pipeline import Pipeline
from indexer.readers.dispatcher import read
from indexer.readers.files import find
from search.engine import Engine
from search.opening import open_engine
from tests.conftest import chromium_found

EXAMPLES = Path(__file__).parents[1] / "examples"
SERVE = (sys.executable, "-c", "from api.server.serve import serve; serve()")


@contextmanager
def examples(*hosts: str) -> Iterator[tuple[str, Engine]]:
    """The address of a server as `demarche serve` starts it (two workers, embedded engine), and what it searches.

    `hosts` are names by which it may be asked, beside that of its address.
    """
    with tempfile.TemporaryDirectory(prefix="demarche-") as folder:
        address = f"embedded://{folder}/index"
        with open_engine(address) as engine:
            list(Pipeline(engine).run(read(find([EXAMPLES]).files)))
        with served(address, *hosts) as both:
            yield both


@contextmanager
def served(address: str, *hosts: str) -> Iterator[tuple[str, Engine]]:
    """Likewise, of the index at that address."""
    command = [*SERVE, "--engine", address, "--port", "0"]
    settings = os.environ | {"DEMARCHE_HOSTS": ",".join((*hosts, "127.0.0.1"))}
    with (
        open_engine(address) as engine,
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=settings) as server,
    ):
        try:
            assert server.stdout
            told = re.search(r"http://\S+", server.stdout.readline())
            assert told
            yield told[0], engine
        finally:
            server.terminate()


@contextmanager
def chromium(arguments: Sequence[str] = ()) -> Iterator[Browser]:
    found = chromium_found()
    if found is None:
        sys.exit("install Chromium (on Debian: apt-get install chromium)")
    with (
        sync_playwright() as playwright,
        playwright.chromium.launch(executable_path=found, args=["--no-sandbox", *arguments]) as browser,
    ):
        yield browser
