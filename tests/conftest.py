"""Fixtures strategy.

Whatever Demarche stands on is real in its tests: an Elasticsearch assembled from Maven Central, the system's Chromium,
a tantivy index in a temporary folder. What is dear to start is started once a test run, by a session fixture here, and
its tests keep out of each other's way by names of their own (an index, a folder). `make test` runs files side by side
in a few processes, the slowest first (seconds.py), which share one Elasticsearch; each has a browser of its own. What a
package's tests share stays in that package's conftest.py; shapes are made by factories, never loaded from files.

A machine without Maven or Chromium still runs the rest: tests that asked for what is missing are left out, and the end
of the run says which and what to install. With CI=true they fail instead.
"""

from __future__ import annotations

import gc
import os
import shutil
import signal
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NoReturn

import pytest
import structlog

from tests.elasticsearch.indices import Addresses, addresses
from tests.elasticsearch.server import CannotAssemble, answers, assemble, shared_node
from tests.forked import begin_server, use_server
from tests.seconds import pytest_addoption, pytest_collection_modifyitems, pytest_ignore_collect, write_seconds

__all__ = ["pytest_addoption", "pytest_collection_modifyitems", "pytest_ignore_collect"]  # for pytest

LEFT_OUT = "left out: "
FORK_SERVER = "fork_server"
# What draws no window takes half of the processor's time, see docs/decisions/tests.md.
CHROMIUM_NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

# What commands import is compiled once, and not by each that a test starts.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

# Files run side by side, each with a core of its own; numpy, which looks at this when it is imported, would take all.
os.environ.setdefault("OMP_NUM_THREADS", "1")

# What is logged beside an error is shown where its test fails, but without all variables, which takes rich seconds of
# the processor for the articles among them; nor is it told where in Rust tantivy gave up on a damaged index.
PLAIN = structlog.dev.ConsoleRenderer(colors=False, exception_formatter=structlog.dev.plain_traceback)
structlog.configure(processors=[*structlog.get_config()["processors"][:-1], PLAIN])
os.environ.pop("RUST_BACKTRACE", None)

# A node of Elasticsearch lives for some minutes here, and Java's second compiler pays off only later: without it the
# tests that ask a node take two thirds of the processors' time. Java reads this by itself; benchmarks don't have it.
os.environ.setdefault("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1")

# Thousands of small commits wait for a disk, and not for one in memory. What is tested is that processes die, which
# leaves either as it was, and not that the power fails.
IN_MEMORY = Path("/dev/shm")
ROOM = 4 << 30  # bytes; containers have 64 MB there by default
if "TMPDIR" not in os.environ and IN_MEMORY.is_dir() and shutil.disk_usage(IN_MEMORY).free > ROOM:
    os.environ["TMPDIR"] = tempfile.tempdir = str(IN_MEMORY)

# A shell that runs tests in the background has them ignore Ctrl-C, which the commands that they start would inherit.
signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:
    """Of xdist, for each process that is to run tests: they fork commands from one server. The fast ones need few."""
    if not node.config.getoption("--fast"):
        node.workerinput[FORK_SERVER] = begin_server()


def pytest_configure(config: pytest.Config) -> None:
    address = getattr(config, "workerinput", {}).get(FORK_SERVER)
    if address:
        use_server(address)


@pytest.fixture(scope="session", autouse=True)
def state_of_its_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What commands remember between their runs is not the user's, and not kept."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_STATE_HOME", str(tmp_path_factory.mktemp("state")))
        yield


@pytest.fixture(scope="session")
def elasticsearch_url(pytestconfig: pytest.Config, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A running Elasticsearch, shared by all processes of the run: use index names of your own."""
    running = os.environ.get("DEMARCHE_TEST_ELASTICSEARCH")
    if running:
        assert answers(running), f"DEMARCHE_TEST_ELASTICSEARCH={running} does not answer"
        yield running
        return
    try:
        with pytestconfig.pluginmanager.getplugin("capturemanager").global_and_fixture_disabled():
            assemble()
    except CannotAssemble as reason:
        leave_out(f"to have Elasticsearch, {reason}")
    with shared_node(run_folder(tmp_path_factory)) as url:
        yield url


@pytest.fixture(scope="module")
def elasticsearch_address(elasticsearch_url: str) -> Iterator[Addresses]:
    """Makes addresses of empty indices there, which are removed after the module."""
    with addresses(elasticsearch_url) as fresh:
        yield fresh


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Iterator[None]:
    """What is made of ten thousand tests stays to the end: looking through it for garbage is an eighth of the time."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.enable()


def run_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One for all processes of the run, for what they share."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


@pytest.fixture(scope="session")
def chromium_path() -> Path:
    """The system's Chromium or Chrome."""
    found = chromium_found()
    if found is None:
        leave_out("to have a browser, install Chromium (on Debian: apt-get install chromium)")
    return found


def chromium_found() -> Path | None:
    found = next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)
    return Path(found) if found else None


def leave_out(how_to_have_it: str) -> NoReturn:
    """Say what is missing: the test fails in CI and is left out elsewhere."""
    if os.environ.get("CI") == "true":
        pytest.fail(how_to_have_it, pytrace=False)
    pytest.skip(LEFT_OUT + how_to_have_it)


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """In CI nothing is skipped, for whatever reason. Of several processes the one that reports knows of all."""
    write_seconds(session)
    reporter = session.config.pluginmanager.getplugin("terminalreporter")
    skipped = reporter is not None and reporter.stats.get("skipped")
    if os.environ.get("CI") == "true" and exitstatus == pytest.ExitCode.OK and skipped:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    left_out: dict[str, list[str]] = defaultdict(list)
    for report in terminalreporter.stats.get("skipped", []):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else ""
        if LEFT_OUT in reason:
            left_out[reason.partition(LEFT_OUT)[2]].append(report.nodeid)
    if not left_out:
        return
    terminalreporter.section("left out on this machine", yellow=True)
    for how_to_have_it, tests in left_out.items():
        terminalreporter.line(f"{len(tests)} tests; {how_to_have_it}")
        for test in tests:
            terminalreporter.line(f"  {test}")
