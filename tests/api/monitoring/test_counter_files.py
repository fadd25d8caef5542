import os
from pathlib import Path

import pytest

from api.monitoring import counter_files


def test_they_are_there_until_the_server_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(counter_files.FOLDER, raising=False)
    monkeypatch.setenv(counter_files.FOLDER, "")  # to be taken away again
    counter_files.make()
    folder = Path(os.environ[counter_files.FOLDER])
    assert folder.is_dir()
    counter_files.remove()
    assert not folder.exists()
