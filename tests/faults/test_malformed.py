"""Malformed articles among hundreds of good ones: each is refused by its line, with a reason, and costs the others
nothing. Names that no engine could hold as one value are among them.
"""

from __future__ import annotations

import json
from itertools import count
from pathlib import Path
from typing import Any

from search.opening import open_engine
from tests.faults.commands import run
from tests.faults.corpus import ARTICLES, Contents, article, contents

HUGE = "Ž" * 20_000  # 40,000 bytes, and Lucene's terms have at most 32,766
NUMBERS = count(9_001)


def another() -> dict[str, Any]:
    return article(next(NUMBERS))


def by(**speaker: Any) -> dict[str, Any]:
    told = another()
    told["statements"][0]["speaker"] |= speaker
    return told


def with_statement(**changes: Any) -> dict[str, Any]:
    told = another()
    told["statements"][0] |= changes
    return told


CUE = {"text": HUGE, "span": [0, 3], "lemma": "say", "act": "assert"}
LONG = "has more than 2,000 characters: no name or title is so long"
APART = 15  # lines
MALFORMED = {
    '{"title": "Gate", "text": "Baku den': "is not JSON",
    json.dumps(with_statement(spans=[[0, 9_000]])): "statements.0.spans: [0, 9000] reaches beyond the text",
    json.dumps(with_statement(kind="shouted")): "statements.0.kind: Must be one of: direct, mixed, indirect.",
    json.dumps(by(name=HUGE)): f"statements.0.speaker.name: {LONG}",
    json.dumps(by(role=HUGE)): f"statements.0.speaker.role: {LONG}",
    json.dumps(by(organisation=HUGE)): f"statements.0.speaker.organisation: {LONG}",
    json.dumps(by(name=" … ")): "statements.0.speaker.name: ' … ' is no name: it has no letter or digit",
    json.dumps(by(organisation="—")): "statements.0.speaker.organisation: '—' is no name: it has no letter or digit",
    json.dumps(with_statement(cue=CUE)): f"statements.0.cue.text: {LONG}",
    json.dumps(with_statement(territories=[HUGE])): f"statements.0.territories.0: {LONG}",
    json.dumps(another() | {"territories": [HUGE]}): f"territories.0: {LONG}",
    json.dumps(another() | {"title": HUGE}): f"title: {LONG}",
    json.dumps(another() | {"source": HUGE}): f"source: {LONG}",
}


def test_a_malformed_one_among_hundreds(corpus: Path, address: str, undisturbed: Contents, tmp_path: Path) -> None:
    good = corpus.read_text("utf-8").splitlines()
    lines = good[:]
    for number, line in enumerate(MALFORMED):
        lines.insert(number * APART, line)
    path = tmp_path / "mixed.ndjson"
    path.write_text("\n".join(lines), encoding="utf-8")

    ran = run("index", path, "--workers", "2", "--engine", address)
    assert ran.returncode == 1
    *refused, last = ran.stderr.splitlines()
    assert "`demarche retry` takes it again" in last
    by_line = sorted(refused, key=lambda line: int(line.removeprefix(f"{path}:").partition(":")[0]))
    for (number, reason), line in zip(enumerate(MALFORMED.values()), by_line, strict=True):
        assert line.startswith(f"{path}:{number * APART + 1}: refused: {reason}"), line
    assert f"{ARTICLES:,} new" in ran.stdout
    assert f"{len(MALFORMED)} refused" in ran.stdout
    assert contents(address) == undisturbed

    path.write_text("\n".join(good), encoding="utf-8")
    again = run("retry", "--engine", address)
    assert (again.returncode, again.stderr) == (0, "")
    assert contents(address) == undisturbed


def test_texts_without_measure_are_split_and_stored(address: str, tmp_path: Path) -> None:
    """By no name and in no field do they break anything; each is an article, and only what is said is a statement."""
    texts = {
        "one word": f"A{'b' * 50_000} said that the gate would open.",
        "a long word": f"Foreign Minister A{'b' * 1_000} said that the gate would open.",
        "a name of words": f"Foreign Minister {'Anahit ' * 8_000} said that the gate would open.",
        "a quotation": f"“We counted {'many ' * 20_000} litres,” Anahit Vardumyan told reporters.",
        "a word in a quotation": f"“We counted {'m' * 100_000} litres,” Anahit Vardumyan told reporters.",
    }
    path = tmp_path / "absurd.ndjson"
    lines = [json.dumps({"title": title, "source": "Herald", "text": text}) for title, text in texts.items()]
    path.write_text("\n".join(lines), encoding="utf-8")
    ran = run("index", path, "--engine", address)
    assert (ran.returncode, ran.stderr) == (0, "")
    with open_engine(address) as engine:
        stored = {split.article.title: split for split in engine.every_article()}
    assert {title: split.article.text for title, split in stored.items()} == texts
    assert stored["a quotation"].extraction.statements[0].speaker
