import sys
from pathlib import Path

import click
import pytest

from indexer.commands.console.prerequisites import needs_extraction

WITHOUT = """\
Metadata-Version: 2.4
Name: demarche
Version: 0.1.0
Requires-Dist: click; extra == "index"
Requires-Dist: no-such-package; extra == "index"
"""


@needs_extraction
def split(text: str, *, times: int) -> str:
    return text * times


def test_a_command_runs_where_all_is_installed() -> None:
    assert split("so", times=2) == "soso"


def test_a_command_is_refused_where_something_is_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "demarche-0.1.0.dist-info"
    folder.mkdir()
    (folder / "METADATA").write_text(WITHOUT)
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    with pytest.raises(click.UsageError, match=r"not installed \(no-such-package\): pip install '\.\[index\]' in "):
        split("so", times=2)
