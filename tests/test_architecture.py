"""The arrows between the packages, as pyproject.toml draws them: api and indexer -> search -> schemas."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def lint(folder: Path) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def test_the_arrows_hold() -> None:
    result = lint(ROOT)
    assert result.returncode == 0, result.stdout


INDEXER = [
    path.relative_to(ROOT)
    for path in sorted((ROOT / "indexer").rglob("*.py"))
    if path.name != "__init__.py" and "extraction" not in path.parts
]


@pytest.mark.parametrize("module", INDEXER, ids=str)
def test_each_module_of_the_indexer_is_short_and_has_a_test_of_its_own(module: Path) -> None:
    assert (ROOT / "tests" / module.parent / f"test_{module.name}").exists()
    assert len((ROOT / module).read_text("utf-8").splitlines()) <= 250
