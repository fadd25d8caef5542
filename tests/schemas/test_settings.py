import pytest

from schemas.settings import Settings


def test_the_default_is_the_embedded_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DEMARCHE_ENGINE", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", "/data")
    assert Settings.from_environment().engine == "embedded:///data/demarche/index"


def test_the_environment_names_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEMARCHE_ENGINE", "https://search.example:9200")
    assert Settings.from_environment().engine == "https://search.example:9200"
