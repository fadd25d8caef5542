"""Every file beside an .expected.json is read and compared: what a reader makes of it, article by article."""

import json
from pathlib import Path
from typing import Any

import pytest

from indexer.readers.finding import find, readers
from indexer.readers.opening import read
from indexer.readers.reading import Reading, Refused

GOLDEN = Path(__file__).parent / "golden"
EXPECTED = ".expected.json"
INPUTS = sorted(
    path for path in GOLDEN.glob("*/*") if not path.name.endswith(EXPECTED) and not path.name.startswith(".")
)


def as_expected(reading: Reading) -> dict[str, Any]:
    if isinstance(reading, Refused):
        return {"line": reading.origin.line, "refused": reading.reason}
    article = reading.article
    told = {
        "line": reading.origin.line,
        "key": reading.key,
        "title": article.title,
        "source": article.source and article.source.name,
        "url": article.url,
        "published_on": article.published_on and str(article.published_on),
        "language": article.language,
        "text": article.text,
    }
    return told if reading.given is None else told | {"given": reading.given}


@pytest.mark.parametrize("path", INPUTS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_it_is_read_as_expected(path: Path) -> None:
    expected = json.loads(path.with_name(path.stem + EXPECTED).read_text("utf-8"))
    assert [as_expected(reading) for reading in read(find([path]).files)] == expected


@pytest.mark.parametrize("name", [reader.name for reader in readers()])
def test_every_reader_has_a_golden_pair(name: str) -> None:
    assert list((GOLDEN / name).glob(f"*{EXPECTED}")), f"put an input and its .expected.json into golden/{name}/"


def test_no_expectation_is_left_without_its_input() -> None:
    stems = {(path.parent.name, path.stem) for path in INPUTS}
    expected = {(path.parent.name, path.name.removesuffix(EXPECTED)) for path in GOLDEN.glob(f"*/*{EXPECTED}")}
    assert expected == stems
