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


# Stands for Python: an environment that it makes has commands that write down how they were called.
STUB = """#!/bin/sh
[ "$2" = venv ] || exit 0
mkdir -p "$3/bin"
for each in python pip uv; do
    printf '#!/bin/sh\\necho %s "$@" $UV_DEFAULT_INDEX >>"%s"\\n' $each "$3/called" >"$3/bin/$each"
    chmod +x "$3/bin/$each"
done
"""


@pytest.mark.parametrize("uv_fails", [False, True], ids=["uv", "uv-fails"])
def test_setup_takes_pinned_hashes_alone_and_pip_where_uv_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, uv_fails: bool
) -> None:
    failing = """echo 'case "$*" in *--require-hashes*) exit 1 ;; esac; true' >>"$3/bin/uv"\n"""
    python, venv = tmp_path / "python", tmp_path / "venv"
    python.write_text(STUB + (failing if uv_fails else ""))
    python.chmod(0o755)
    monkeypatch.setenv("PIP_INDEX_URL", "https://mirror.example/simple")
    told = make("setup", f"PYTHON={python}", f"VENV={venv}")
    installing = [line for line in (venv / "called").read_text("utf-8").splitlines() if " install " in line]
    *pinned, editable = installing
    assert [line.split()[0] for line in pinned] == ["pip", "uv", *["pip"] * uv_fails]
    assert all("--require-hashes --requirement" in line for line in pinned)
    assert pinned[1].endswith("requirements-dev.txt https://mirror.example/simple")
    assert "--no-deps" in editable
    assert "--no-build-isolation" in editable
    assert (venv / "uv.txt").read_text("utf-8").count("==") == 1
    assert ("pip can" in told) == uv_fails
