"""Each tests/golden/NAME.txt against NAME.expected.json: one phenomenon a pair, people and sentences invented.

`python -m tests.golden.test_golden` writes the expected files anew; read the difference before keeping it.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from indexer.extraction.extract import Extractor
from schemas.article import Article
from schemas.dates import PartialDate
from schemas.statement import Statement

HERE = Path(__file__).parent
TEXTS = sorted(HERE.glob("*.txt"))
PUBLISHED = PartialDate.parse("2024-05-08")


def expected_of(path: Path) -> Path:
    return path.with_suffix(".expected.json")


def shown(text: str, statement: Statement) -> dict[str, object]:
    """What a person judges, in the words of the text."""
    speaker, cue = statement.speaker, statement.cue
    return {
        "kind": statement.kind,
        "spans": [span.of(text) for span in statement.spans],
        "cue": f"{cue.text} ({cue.lemma}, {cue.act})" if cue else None,
        "mention": speaker.mention.of(text) if speaker else None,
        "speaker": speaker.name if speaker else None,
        "role": speaker.role if speaker else None,
        "organisation": speaker.organisation if speaker else None,
        "countries": list(speaker.countries) if speaker else [],
        "about": [*statement.countries, *statement.territories],
        "said_on": str(statement.said_on) if statement.said_on else None,
    }


def extracted(path: Path) -> str:
    text = path.read_text(encoding="utf-8")
    extraction = Extractor().extract(Article(text, published_on=PUBLISHED))
    statements = [shown(text, statement) for statement in extraction.statements]
    return json.dumps(statements, ensure_ascii=False, indent=2) + "\n"


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_the_statements_are_those_expected(path: Path) -> None:
    assert extracted(path).splitlines() == expected_of(path).read_text(encoding="utf-8").splitlines()


def test_each_expected_file_has_its_text() -> None:
    assert {expected_of(path) for path in TEXTS} == set(HERE.glob("*.expected.json"))


if __name__ == "__main__":
    for each in TEXTS:
        expected_of(each).write_text(extracted(each), encoding="utf-8")
