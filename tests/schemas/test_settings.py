import pytest

from schemas.settings import Settings


def test_the_default_is_the_embedded_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DEMARCHE_ENGINE", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", "/data")
    assert Settings.from_environment().engine == "embedded:///data/demarche/index"


def test_the_environment_names_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEMARCHE_ENGINE", "https://search.example:9200")
    assert Settings.from_environment().engine == "https://search.example:9200"


def test_an_export_has_a_cap_that_can_be_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DEMARCHE_EXPORT_LIMIT", raising=False)
    assert Settings.from_environment().export_limit == 100_000
    monkeypatch.setenv("DEMARCHE_EXPORT_LIMIT", "5000")
    assert Settings.from_environment().export_limit == 5000


@pytest.mark.parametrize("wrong", ["0", "-1", "many"])
def test_a_cap_that_is_none_is_refused(monkeypatch: pytest.MonkeyPatch, wrong: str) -> None:
    monkeypatch.setenv("DEMARCHE_EXPORT_LIMIT", wrong)
    with pytest.raises(ValueError, match="DEMARCHE_EXPORT_LIMIT"):
        Settings.from_environment()
