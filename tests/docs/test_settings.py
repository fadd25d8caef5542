"""docs/operations/settings.md holds every setting once, with the default that it has."""

import re
from collections import Counter
from dataclasses import fields
from pathlib import Path

import pytest

from schemas.settings import Settings
from tests.docs.pages import PAGES, ROOT, name

PAGE = ROOT / "docs/operations/settings.md"
ROW = re.compile(r"^\| `(\w+)` \| .* \| (?:`(.*)`|(none|required)) \|$", re.MULTILINE)
ROWS = [(variable, default or word) for variable, default, word in ROW.findall(PAGE.read_text("utf-8"))]
SETTINGS = {f"DEMARCHE_{field.name.upper()}" for field in fields(Settings)}
COMPOSE = (ROOT / "docker-compose.yml").read_text("utf-8")
IN_COMPOSE = re.compile(r"(?<!\$)\$\{(\w+)(?::(-|\?)([^}]*))?\}")
OF_OTHERS = {"DEMARCHE_KEY", "DEMARCHE_TEST_ELASTICSEARCH"}  # of docs/client.md's example, and of the tests


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in (*SETTINGS, "XDG_DATA_HOME", "XDG_STATE_HOME"):
        monkeypatch.delenv(variable, raising=False)


def test_each_stands_in_one_row() -> None:
    counted = Counter(variable for variable, _ in ROWS)
    assert set(counted) >= SETTINGS
    assert [variable for variable, times in counted.items() if times > 1] == []


@pytest.mark.parametrize(("variable", "default"), [row for row in ROWS if row[0] in SETTINGS])
def test_the_default_is_as_said(variable: str, default: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who sets it to its default changes nothing; "none" is a setting that is left out, or empty."""
    before = Settings.from_environment()
    if default == "none":
        assert not getattr(before, variable.removeprefix("DEMARCHE_").lower())
    else:
        monkeypatch.setenv(variable, default.replace("~", str(Path.home())))
    assert Settings.from_environment() == before


def test_a_setting_is_read_from_the_variable_of_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in sorted(SETTINGS):
        number = variable.endswith(("LIMIT", "SECONDS", "BODY", "SPLIT", "PROXIES"))
        others = {
            "READING": "key",
            "REPORTS": "on",
            "UMASK": "027",
            "LOG": "json",
            "PEOPLE": str(ROOT / "examples/people.csv.example"),
        }
        value = others.get(variable.removeprefix("DEMARCHE_"), "true")
        monkeypatch.setenv(variable, "7" if number else "1/day" if variable.endswith("RATE") else value)
        if variable == "DEMARCHE_CORS":
            monkeypatch.setenv(variable, "*")
    set_, unset = Settings.from_environment(), Settings("")
    assert [field.name for field in fields(Settings) if getattr(set_, field.name) == getattr(unset, field.name)] == []


def test_what_compose_takes_is_told_with_its_defaults() -> None:
    told = dict(ROWS)
    for variable, sign, default in IN_COMPOSE.findall(COMPOSE):
        if variable not in SETTINGS and sign:
            assert told[variable] == ("required" if sign == "?" else default or "none"), variable


def test_what_compose_hands_on_is_told() -> None:
    handed_on = {variable for variable, _, _ in IN_COMPOSE.findall(COMPOSE)} & SETTINGS
    (sentence,) = re.findall(r"hands on (.*?)\.", PAGE.read_text("utf-8"), re.DOTALL)
    assert set(re.findall(r"`(\w+)`", sentence)) == handed_on


def test_no_variable_is_named_that_is_not_there() -> None:
    known = {variable for variable, _ in ROWS} | OF_OTHERS
    code = [file for room in ("api", "indexer", "schemas", "search") for file in (ROOT / room).rglob("*.py")]
    for file in [*PAGES, *code]:
        named = set(re.findall(r"\bDEMARCHE_[A-Z_]*[A-Z]", file.read_text("utf-8")))
        assert sorted(named - known) == [], name(file)
