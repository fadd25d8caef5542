"""That the command still runs, over a small corpus; how fast it is is not for a test."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO

import pytest
from click.testing import CliRunner

from benchmarks.ingest import ours
from benchmarks.ingest.__main__ import main
from benchmarks.ingest.corpus import given, write_given, write_news
from benchmarks.ingest.ours import index
from tests.forked import Forked


@pytest.fixture(autouse=True)
def forked_commands(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    with (tmp_path / "errors").open("w") as errors:

        def forked(arguments: Sequence[str], told: IO[str], **environment: str) -> Forked:
            return Forked(*arguments, stdout=told, stderr=errors, **environment)

        monkeypatch.setattr(ours, "started", forked)
        yield
    assert not (tmp_path / "errors").read_text()


def test_a_run_prints_its_table(elasticsearch_url: str) -> None:
    options = ["--part", "done", "--articles", "100", "--rounds", "1", "--elasticsearch", elasticsearch_url]
    ran = CliRunner().invoke(main, options, catch_exceptions=False)
    assert ran.exit_code == 0
    assert "Extraction done: 100 articles, 800 statements" in ran.output


def test_what_is_given_is_taken_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "given.ndjson"
    write_given(path, given(20, statements_each=2))
    ran = index(path, f"embedded://{tmp_path}/index", "--workers", "1")
    assert (ran.articles, ran.statements) == (20, 40)


def test_news_holds_much_to_be_found(tmp_path: Path) -> None:
    path = tmp_path / "news.ndjson"
    write_news(path, 5)
    ran = index(path, f"embedded://{tmp_path}/index", "--workers", "1")
    assert ran.articles == 5
    assert ran.statements > 5 * 8
