"""Every file beside an .expected.json is read and compared: what a reader makes of it, article by article."""

import json
from pathlib import Path
from typing import Any

import pytest

from indexer.inputs.input import Link, Origin
from indexer.inputs.result import Reading, Refusal, Refused
from indexer.readers.dispatcher import Dispatcher
from indexer.readers.files import find
from indexer.readers.registry import readers

GOLDEN = Path(__file__).parent / "golden"
EXPECTED = ".expected.json"
INPUTS = sorted(
    path for path in GOLDEN.glob("*/*") if not path.name.endswith(EXPECTED) and not path.name.startswith(".")
)


class Names:
    """Stands where links would be fetched: a refusal that shows what the link tells is as good as a page here."""

    def open(self, link: Link) -> None:
        raise Refusal(json.dumps(link.told, ensure_ascii=False, sort_keys=True))


def place(origin: Origin) -> dict[str, Any]:
    return {"line": origin.line} | ({"member": origin.member} if origin.member else {})


def as_expected(reading: Reading) -> dict[str, Any]:
    if isinstance(reading, Refused):
        link, _, told = reading.reason.partition(" {")
        shown = {"link": link, "told": json.loads("{" + told)} if told else {"refused": reading.reason}
        return place(reading.origin) | shown
    article = reading.article
    told = {
        **place(reading.origin),
        "key": reading.key,
        "title": article.title,
        "source": article.source and article.source.name,
        "url": article.url,
        "published_on": article.published_on and str(article.published_on),
        "language": article.language,
        "text": article.text,
    }
    given = {name: value for name, value in (reading.given or {}).items() if value is not None}
    return (
        told | ({"given": given} if given else {}) | ({"left_out": dict(article.left_out)} if article.left_out else {})
    )


@pytest.mark.parametrize("path", INPUTS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_it_is_read_as_expected(path: Path) -> None:
    expected = json.loads(path.with_name(path.stem + EXPECTED).read_text("utf-8"))
    assert [as_expected(reading) for reading in Dispatcher(fetches=Names()).read(find([path]).files)] == expected


@pytest.mark.parametrize("name", [reader.name for reader in readers()])
def test_every_reader_has_a_golden_pair(name: str) -> None:
    assert list((GOLDEN / name).glob(f"*{EXPECTED}")), f"put an input and its .expected.json into golden/{name}/"


def test_no_expectation_is_left_without_its_input() -> None:
    stems = {(path.parent.name, path.stem) for path in INPUTS}
    expected = {(path.parent.name, path.name.removesuffix(EXPECTED)) for path in GOLDEN.glob(f"*/*{EXPECTED}")}
    assert expected == stems
    assert len(stems) == len(INPUTS), "two inputs share an expectation"
