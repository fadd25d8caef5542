from pathlib import Path

import pytest
from click.testing import CliRunner

from indexer.commands import main
from tests.indexer.commands.command import Run


@pytest.fixture
def address(tmp_path: Path) -> str:
    return f"embedded://{tmp_path / 'index'}"


@pytest.fixture
def run(address: str, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run `demarche` on an index of its own."""
    monkeypatch.setenv("DEMARCHE_ENGINE", address)
    return lambda *arguments: CliRunner().invoke(main, [str(argument) for argument in arguments])
