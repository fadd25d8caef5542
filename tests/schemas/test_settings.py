import os
from pathlib import Path
from typing import Any

import pytest

from schemas.settings import LogForm, Reading, Settings


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("DEMARCHE_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("XDG_DATA_HOME", "/data")
    monkeypatch.setenv("XDG_STATE_HOME", "/state")


def test_defaults() -> None:
    assert Settings.from_environment() == Settings(
        engine="embedded:///data/demarche/index",
        export_limit=100_000,
        keys=Path("/data/demarche/keys.json"),
        reading=Reading.OPEN,
        max_body=2_000_000,
        max_split=200_000,
        rate="",
        write_rate="",
        cors=(),
        proxies=0,
        hosts=(),
        umask=0o077,
        fetch_contact="",
        fetch_private=False,
        fetch_state=Path("/state/demarche/fetched.sqlite"),
    )


@pytest.mark.parametrize(
    ("variable", "text", "member", "value"),
    [
        ("ENGINE", "https://search.example:9200", "engine", "https://search.example:9200"),
        ("EXPORT_LIMIT", "5000", "export_limit", 5000),
        ("KEYS", "/etc/keys.json", "keys", Path("/etc/keys.json")),
        ("READING", "key", "reading", Reading.KEY),
        ("MAX_BODY", "1000", "max_body", 1000),
        ("MAX_SPLIT", "1000", "max_split", 1000),
        ("RATE", "600/minute", "rate", "600/minute"),
        ("WRITE_RATE", "10 per 2 hours", "write_rate", "10 per 2 hours"),
        ("CORS", "https://a.example,https://b.example:8443", "cors", ("https://a.example", "https://b.example:8443")),
        ("CORS", "https://a.example, https://b.example", "cors", ("https://a.example", "https://b.example")),
        (
            "CORS",
            "http://a.example:443,http://a.example:8080",
            "cors",
            ("http://a.example:443", "http://a.example:8080"),
        ),
        ("CORS", "*", "cors", ("*",)),
        ("PROXIES", "2", "proxies", 2),
        (
            "HOSTS",
            "Search.example, *.herald.example,[fd00::1]",
            "hosts",
            ("search.example", "*.herald.example", "[fd00::1]"),
        ),
        ("UMASK", "027", "umask", 0o027),
        ("UMASK", "0002", "umask", 0o002),
        ("FETCH_CONTACT", "desk@herald.example", "fetch_contact", "desk@herald.example"),
        ("FETCH_PRIVATE", "true", "fetch_private", True),
        ("LOG", "short", "log", LogForm.SHORT),
        ("LOG", "json", "log", LogForm.JSON),
        ("FETCH_STATE", "/var/lib/fetched", "fetch_state", Path("/var/lib/fetched")),
    ],
)
def test_the_environment_sets_them(
    monkeypatch: pytest.MonkeyPatch, variable: str, text: str, member: str, value: Any
) -> None:
    monkeypatch.setenv(f"DEMARCHE_{variable}", text)
    assert getattr(Settings.from_environment(), member) == value


@pytest.mark.parametrize(
    ("variable", "text"),
    [
        ("EXPORT_LIMIT", "0"),
        ("EXPORT_LIMIT", "many"),
        ("READING", "closed"),
        ("LOG", "long"),
        ("MAX_BODY", "-1"),
        ("MAX_SPLIT", "0"),
        ("RATE", "often"),
        ("RATE", "600/fortnight"),
        ("WRITE_RATE", "minute"),
        ("CORS", "a.example"),
        ("CORS", "https://a.example/path"),
        ("CORS", "https://a[.]example"),
        ("CORS", "https://*.example"),
        ("CORS", "https://a.example:443"),
        ("CORS", "http://a.example:80"),
        ("RATE", "0/minute"),
        ("PROXIES", "-1"),
        ("HOSTS", "https://search.example"),
        ("HOSTS", "search.example:8000"),
        ("HOSTS", "*"),
        ("UMASK", "77"),
        ("UMASK", "777"),
        ("UMASK", "u=rw"),
        ("PROXIES", "some"),
        ("FETCH_CONTACT", "two words"),
        ("FETCH_CONTACT", "desk@herald.example\r\nCookie: a"),
        ("FETCH_CONTACT", "büro@herald.example"),
        ("FETCH_PRIVATE", "perhaps"),
    ],
)
def test_what_can_not_be_read_is_named(monkeypatch: pytest.MonkeyPatch, variable: str, text: str) -> None:
    monkeypatch.setenv(f"DEMARCHE_{variable}", text)
    with pytest.raises(ValueError, match=f"DEMARCHE_{variable}"):
        Settings.from_environment()


def test_a_table_of_people_is_read_once_to_know_its_faults(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    table = tmp_path / "people.csv"
    monkeypatch.setenv("DEMARCHE_PEOPLE", str(table))
    with pytest.raises(ValueError, match=r"PEOPLE.*can't be read"):
        Settings.from_environment()
    table.write_text("id,names\nq1,;\n", "utf-8")
    with pytest.raises(ValueError, match=r"PEOPLE.*line 2, column names"):
        Settings.from_environment()
    table.write_text("id,names\nq1,Ana Kos\n", "utf-8")
    assert Settings.from_environment().people == table
