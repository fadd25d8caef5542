"""The fixtures themselves: a real server answers, and what is missing is said, and fails in CI."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import urllib.request
from pathlib import Path

from tests.elasticsearch.server import VERSION

ROOT = Path(__file__).parents[2]
PYTEST = (sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-p", "tests.conftest")
BARE = {"PYTHONPATH": str(ROOT), "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}  # schemathesis' takes seconds to be imported
ASKS_FOR_BOTH = """
def test_server(elasticsearch_url): pass
def test_other(elasticsearch_url): pass
def test_page(chromium_path): pass
def test_alone(): pass
"""


def test_the_node_is_the_version_that_the_pom_names(elasticsearch_url: str) -> None:
    with urllib.request.urlopen(elasticsearch_url) as response:
        assert json.load(response)["version"]["number"] == VERSION


def run_without_tools(folder: Path, ci: str) -> subprocess.CompletedProcess[str]:
    """The fixtures of this run, in a run of its own that finds neither Maven nor Chromium."""
    (folder / "conftest.py").write_text(
        "from tests.elasticsearch import server\n"
        "from pathlib import Path\n"
        "server.HOME = Path(__file__).parent / 'target' / 'elasticsearch'\n"
    )
    (folder / "test_both.py").write_text(ASKS_FOR_BOTH)
    environment = {**BARE, "PATH": "/nowhere", "CI": ci, "HOME": os.environ.get("HOME", "/")}
    command = [*PYTEST, "--import-mode=importlib", str(folder)]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def test_a_machine_without_tools_runs_the_rest_and_says_what_to_install(tmp_path: Path) -> None:
    run = run_without_tools(tmp_path, ci="")
    assert run.returncode == 0, run.stdout
    assert "1 passed, 3 skipped" in run.stdout
    assert "2 tests; to have Elasticsearch, install Maven (on Debian: apt-get install maven)" in run.stdout
    assert "test_both.py::test_other" in run.stdout
    assert "1 tests; to have a browser, install Chromium (on Debian: apt-get install chromium)" in run.stdout


def test_in_ci_the_same_machine_fails(tmp_path: Path) -> None:
    run = run_without_tools(tmp_path, ci="true")
    assert run.returncode == 1
    assert "install Maven" in run.stdout
    assert "install Chromium" in run.stdout
    assert "skipped" not in run.stdout


def test_in_ci_any_skipped_test_fails_the_run(tmp_path: Path) -> None:
    (tmp_path / "test_skipped.py").write_text("import pytest\ndef test_one():\n    pytest.skip('for no reason')\n")
    command = [*PYTEST, str(tmp_path)]
    for ci, code in (("true", 1), ("", 0)):
        environment = {**os.environ, **BARE, "CI": ci}
        run = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
        assert run.returncode == code, run.stdout
