from pathlib import Path

import click
import pytest

from schemas.command_settings import command_settings


def test_they_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEMARCHE_REPORTS_FILE", "/there/reports.ndjson")
    assert command_settings().reports_file == Path("/there/reports.ndjson")


def test_what_is_wrong_is_wrong_use_of_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEMARCHE_PROXIES", "many")
    with pytest.raises(click.UsageError, match="DEMARCHE_PROXIES"):
        command_settings()
