from pathlib import Path

import pytest
from click.testing import CliRunner

from benchmarks.kinds import __main__ as kinds


def test_kinds_are_counted_and_only_the_half_to_mend_by_is_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kinds, "FOLDER", tmp_path)
    for half in kinds.HALVES:
        (tmp_path / half).mkdir()
        (tmp_path / half / "rain.txt").write_text(
            f"Ilk said {{{{it rained}}}}.\nVorn {{{{left {half}}}}}.\n", encoding="utf-8"
        )
    output = CliRunner().invoke(kinds.main, ["--show"]).output
    assert "not found: left dev" in output
    assert "left apart" not in output
    assert output.endswith("rain                        dev   1 of   2  apart   1 of   2\n")


def test_a_kind_that_isnt_there_is_named() -> None:
    assert "there is no kind snow" in CliRunner().invoke(kinds.main, ["snow"]).output


def test_halves_are_alike() -> None:
    for kind in kinds.kinds():
        dev, apart = (
            [case.article.text for case in kinds.read_table(kinds.FOLDER / half / f"{kind}.txt")]
            for half in kinds.HALVES
        )
        assert len(dev) == len(apart), kind
        assert not set(dev) & set(apart), kind
