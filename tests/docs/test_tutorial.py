"""Every session that the tutorial shows is run, in its order, and prints what is shown: but for figures and "…"."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
SESSION = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)


def commands() -> Iterator[tuple[str, str]]:
    tutorial = (ROOT / "docs/tutorial.md").read_text("utf-8")
    for session in SESSION.findall(tutorial):
        yield from COMMAND.findall(session)


def pattern(shown: str) -> str:
    """Figures change with every improvement of the extraction; a test that fails for that would tell nothing."""
    return re.sub(r"\d+", r"\\d+", re.escape(shown)).replace("…", "(?s:.*)")


def test_the_tutorial_shows_what_happens(tmp_path: Path) -> None:
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    environment = os.environ | {
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
        "DEMARCHE_ENGINE": f"embedded://{tmp_path / 'index'}",
    }
    shown_commands = list(commands())
    assert len(shown_commands) >= 8
    for command, shown in shown_commands:
        ran = subprocess.run(
            command,
            shell=True,
            cwd=tmp_path,
            env=environment,
            text=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        assert re.fullmatch(pattern(shown), ran.stdout), f"$ {command}\n{ran.stdout}"
