"""What commands make is for their user alone, whoever makes it for them."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest
from click.testing import CliRunner

from indexer.commands import main, private_files
from indexer.watcher.history import History

ARTICLE = '{"title": "Road", "source": "Herald", "text": "“The road is open,” the Armenian minister said."}\n'


@pytest.fixture(autouse=True)
def rights() -> None:
    """As most systems give them by default."""
    os.umask(0o022)


def rights_below(path: Path) -> dict[str, set[int]]:
    """Those of all files and of all folders."""
    found: dict[str, set[int]] = {"files": set(), "folders": {stat.S_IMODE(path.stat().st_mode)}}
    for each in path.rglob("*"):
        found["folders" if each.is_dir() else "files"].add(stat.S_IMODE(each.stat().st_mode))
    return found


@pytest.mark.parametrize(
    ("umask", "files", "folders"),
    [(None, {0o600}, {0o700}), ("077", {0o600}, {0o700}), ("027", {0o640, 0o600}, {0o750})],
)
def test_index_state_refusals_keys_and_locks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, umask: str | None, files: set[int], folders: set[int]
) -> None:
    made = tmp_path / "made"
    for name in ("XDG_STATE_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(made / name))
    for name in ("DEMARCHE_ENGINE", "DEMARCHE_KEYS", "DEMARCHE_FETCH_STATE"):
        monkeypatch.delenv(name, raising=False)
    if umask is None:
        monkeypatch.delenv("DEMARCHE_UMASK", raising=False)
    else:
        monkeypatch.setenv("DEMARCHE_UMASK", umask)
    given = tmp_path / "articles.ndjson"
    given.write_text(ARTICLE + "{broken\n", "utf-8")
    for command in (["index", str(given), "--workers", "1"], ["key", "add", "newsroom"], ["rebuild", "--workers", "1"]):
        assert CliRunner().invoke(main, command).exit_code in (0, 1)
    with private_files():
        History(made / "fetched" / "pages.sqlite", "embedded").keep()
    assert len(list(made.rglob("*"))) > 10
    assert rights_below(made) == {"files": files, "folders": folders}


def test_rights_are_as_before_when_a_command_ends() -> None:
    CliRunner().invoke(main, ["status", "--engine", "nonsense"])
    assert os.umask(0o022) == 0o022


def test_a_umask_that_can_t_be_read_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEMARCHE_UMASK", "rw")
    ended = CliRunner().invoke(main, ["status"])
    assert ended.exit_code == 2
    assert "DEMARCHE_UMASK" in ended.output
