import re
from importlib.metadata import PackageNotFoundError, version

import pytest

from indexer.extraction.attribution.parsing import MODEL
from indexer.extraction.version import EXTRACTOR, NUMBER, PACKAGES, version_of


def test_it_has_the_number_and_stands_for_the_packages() -> None:
    assert re.fullmatch(rf"rules-{NUMBER}\.[0-9a-f]{{6}}", EXTRACTOR)
    assert version_of(NUMBER, PACKAGES) == EXTRACTOR


def test_another_model_or_version_of_a_package_is_another(monkeypatch: pytest.MonkeyPatch) -> None:
    assert MODEL.replace("_", "-") in PACKAGES
    assert version_of(NUMBER, PACKAGES[1:]) != EXTRACTOR
    monkeypatch.setattr("indexer.extraction.version.version", lambda name: f"{version(name)}.1")
    assert version_of(NUMBER, PACKAGES) != EXTRACTOR


def test_another_table_of_people_is_another() -> None:
    assert version_of(NUMBER, PACKAGES, "5b21e0") == f"{EXTRACTOR}.5b21e0"


def test_a_package_that_is_not_there_is_a_fault() -> None:
    with pytest.raises(PackageNotFoundError):
        version_of(NUMBER, ["demarche-of-nowhere"])
