"""That the command still runs, over a small corpus; how fast it is is not for a test."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from benchmarks.search.__main__ import main
from benchmarks.search.building import batches, fill
from benchmarks.search.by_tantivy import asking
from benchmarks.search.corpus import FREQUENT, WORST, Maker, mix
from benchmarks.search.ours import in_process
from search.opening import open_engine

STATEMENTS = 1_000


@pytest.mark.filterwarnings("ignore::ResourceWarning")  # Datasette, where it is installed
def test_a_run_prints_every_table(tmp_path: Path) -> None:
    options = ["--keep", str(tmp_path), "--rounds", "10", "--seconds", "0.1", "--elasticsearch", "none"]
    sizes = ["--statements", "1000", "--statements", "1600"]
    ran = CliRunner().invoke(main, [*options, *sizes], catch_exceptions=False)
    assert ran.exit_code == 0
    for title in ("1,600 statements: p50 / p95, ms", "Ours over theirs", "Page requests of 8 clients", "as it grows"):
        assert title in ran.output


def test_ours_and_the_queries_by_hand_find_the_same(tmp_path: Path) -> None:
    fill(f"embedded://{tmp_path}/index", STATEMENTS)
    with open_engine(f"embedded://{tmp_path}/index") as engine:
        ours, by_hand = in_process(engine), asking(tmp_path / "index")
        for requests in mix(Maker(), 10).values():
            assert [ours(asked) for asked in requests] == [by_hand(asked) for asked in requests]


def test_words_are_in_as_many_statements_as_is_said() -> None:
    said = [
        set(each.text.split()) for batch in batches(4_000) for split in batch for each in split.extraction.statements
    ]

    def share(rank: int) -> float:
        word = Maker().vocabulary[rank]
        return sum(word in words for words in said) / len(said)

    assert share(WORST) > 0.3
    assert share(FREQUENT[0]) < 0.12
    assert share(FREQUENT[-1]) > 0.04
