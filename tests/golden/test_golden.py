"""All that comes out of invented articles, against what came out before: each tests/golden/NAME.txt holds one
phenomenon, and examples/ holds whole articles.

What is expected stands in NAME.statements. Where that file is missing it is written, and the test fails so that
somebody reads it. To write them all anew, delete them and run this.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest

from indexer.extraction.extractor import Extractor
from indexer.inputs.input import Origin
from indexer.inputs.result import Loaded
from indexer.readers.dispatcher import read
from indexer.readers.files import find
from schemas.article import Article
from schemas.dates.partial_dates import PartialDate
from tests.examples import EXAMPLES
from tests.golden.rendering import difference, rendered

HERE = Path(__file__).parent
PUBLISHED = PartialDate.parse("2024-05-08")


def articles() -> dict[Path, Article]:
    """By the file that says what is expected of them."""
    texts = {path: path.read_text(encoding="utf-8") for path in sorted(HERE.glob("*.txt"))}
    goldens = {path: Article(text, published_on=PUBLISHED) for path, text in texts.items()}
    examples = {
        HERE / "examples" / "-".join([Path(reading.origin.name).stem, *_line(reading.origin)]): reading.article
        for reading in read(find([EXAMPLES]).files)
        if isinstance(reading, Loaded)
    }
    return {path.with_name(f"{path.stem}.statements"): article for path, article in (goldens | examples).items()}


def _line(origin: Origin) -> list[str]:
    return [] if origin.line is None else [f"{origin.line:02}"]


ARTICLES = articles()


@cache
def found() -> Mapping[Path, str]:
    """What comes out of all of them; to split them at once is faster."""
    extractions = Extractor().extract_many(ARTICLES.values())
    return {path: rendered(ARTICLES[path].text, each) for path, each in zip(ARTICLES, extractions, strict=True)}


@pytest.mark.parametrize("expected", ARTICLES, ids=lambda path: str(path.relative_to(HERE).with_suffix("")))
def test_the_statements_are_those_expected(expected: Path) -> None:
    now = found()[expected]
    if not expected.exists():
        expected.write_text(now, encoding="utf-8")
        pytest.fail(f"{expected} was missing. It is written now; keep it if it is right.")
    assert (changed := difference(expected.read_text(encoding="utf-8"), now)) == "", changed


def test_no_expectation_is_left_without_its_text() -> None:
    assert set(ARTICLES) == set(HERE.rglob("*.statements"))
