"""What make would run: nothing is."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def make(*arguments: str) -> str:
    return subprocess.run(["make", *arguments], cwd=ROOT, capture_output=True, text=True, check=True).stdout


@pytest.mark.parametrize(("arguments", "port"), [((), "8000"), (("PORT=8080",), "8080"), (("PORT=",), "8000")])
def test_the_port_to_serve_at_can_be_chosen(arguments: tuple[str, ...], port: str) -> None:
    assert f'--port "{port}"' in make("--dry-run", "run", *arguments)


def test_help_tells_how() -> None:
    (told,) = [line for line in make("help").splitlines() if line.startswith("run ")]
    assert "PORT=8080" in told
