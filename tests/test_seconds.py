"""The order of files, and what the fast half leaves out."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
CONFTEST = """
from pathlib import Path
from tests import seconds
from tests.seconds import pytest_addoption, pytest_collection_modifyitems, pytest_ignore_collect, write_seconds
seconds.ROOT = Path(__file__).parent
seconds.FILE = seconds.ROOT / "seconds.csv"
def pytest_sessionfinish(session): write_seconds(session)
"""
FILES = {
    "test_a.py": "def test_one(): pass",
    "test_b.py": "def test_two(): pass",
    "test_c.py": "import time\ndef test_three(): time.sleep(0.2)",
    "test_d.py": "import pytest\n@pytest.fixture\ndef chromium_path(): pass\ndef test_four(chromium_path): pass",
    "test_e.py": "import pytest\n@pytest.mark.parametrize('e', ['embedded', 'elasticsearch'])\ndef test_five(e): pass",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "conftest.py").write_text(CONFTEST)
    (tmp_path / "seconds.csv").write_text("file,seconds\ntest_b.py,30.0\ntest_a.py,1.5\ntest_gone.py,1.0\n")
    for name, text in FILES.items():
        (tmp_path / name).write_text(text)
    return tmp_path


# Without the plugins that are installed: schemathesis' takes seconds to be imported.
BARE = {"PYTHONPATH": str(ROOT), "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}


def run(folder: Path, *options: str) -> list[str]:
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-v", *options, str(folder)]
    ran = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True, env=BARE)
    return [line.split()[0] for line in ran.stdout.splitlines() if " PASSED " in line]


def test_the_slowest_file_comes_first(folder: Path) -> None:
    ran = [name.partition("::")[0] for name in run(folder)]
    assert ran == ["test_b.py", "test_a.py", "test_c.py", "test_d.py", "test_e.py", "test_e.py"]


def test_the_fast_half_has_neither_slow_files_nor_elasticsearch_nor_a_browser(folder: Path) -> None:
    assert run(folder, "--fast") == ["test_a.py::test_one", "test_c.py::test_three", "test_e.py::test_five[embedded]"]


def test_how_long_they_took_is_written(folder: Path) -> None:
    run(folder, "--write-seconds")
    first, second, *others = (folder / "seconds.csv").read_text().splitlines()
    assert (first, second[:10], others) == ("file,seconds", "test_c.py,", [])
