"""That the command still runs, over a small corpus; how fast it is is not for a test."""

from __future__ import annotations

import json
import re
from pathlib import Path

from click.testing import CliRunner

from benchmarks.duplicates import made_up, main


def test_a_run_prints_what_is_found_and_what_it_costs() -> None:
    ran = CliRunner().invoke(main, ["--articles", "20"], catch_exceptions=False)
    assert ran.exit_code == 0
    assert re.search(r"^\| ours \| \d+\.\d\d \| 1\.0 \|$", ran.output, re.MULTILINE)
    assert "| headline and address | 1.00 | 1.00 | 100.0 % | 0 |" in ran.output
    assert "| the originals among each other |" in ran.output


def test_texts_of_ones_own_are_taken_where_they_are_long_enough(tmp_path: Path) -> None:
    file = tmp_path / "some.jsonl"
    texts = [*made_up(12), "Too short."]
    file.write_text("\n".join(json.dumps({"text": text}) for text in texts), encoding="utf-8")
    ran = CliRunner().invoke(main, [str(file)], catch_exceptions=False)
    assert ran.output.split("12 articles of ")[1]
