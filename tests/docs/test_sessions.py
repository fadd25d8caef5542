"""Every session that these pages show is run, in its order, and prints what is shown: but for figures and "…"."""

import os
import re
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.forked import Forked

ROOT = Path(__file__).parents[2]
SESSION = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)


def commands(page: str) -> Iterator[tuple[str, str]]:
    for session in SESSION.findall((ROOT / "docs" / page).read_text("utf-8")):
        yield from COMMAND.findall(session)


def pattern(shown: str) -> str:
    """Figures change with every improvement of the extraction; a test that fails for that would tell nothing."""
    return re.sub(r"\d+", r"\\d+", re.escape(shown)).replace("…", "(?s:.*)")


def printed(command: str, environment: dict[str, str]) -> str:
    """By the command, forked (tests/forked.py); by a shell, where there is more in the line."""
    with tempfile.TemporaryFile("w+", encoding="utf-8") as file:
        if command.startswith("demarche ") and not re.search(r"[|<>;&$*]", command):
            Forked(*shlex.split(command)[1:], stdout=file, stderr=file, **environment).wait()
        else:
            subprocess.run(command, shell=True, env=os.environ | environment, stdout=file, stderr=file)
        file.seek(0)
        return file.read()


@pytest.mark.parametrize(("page", "at_least"), [("tutorial.md", 8), ("operations/keys.md", 4)])
def test_the_page_shows_what_happens(page: str, at_least: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    environment = {
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
        "DEMARCHE_ENGINE": f"embedded://{tmp_path / 'index'}",
        "DEMARCHE_KEYS": str(tmp_path / "keys.json"),
    }
    shown_commands = list(commands(page))
    assert len(shown_commands) >= at_least
    for command, shown in shown_commands:
        said = printed(command, environment)
        assert re.fullmatch(pattern(shown), said), f"$ {command}\n{said}"
