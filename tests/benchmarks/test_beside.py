"""That the command still runs, beside this checkout itself; how fast it is is not for a test."""

from pathlib import Path

from click.testing import CliRunner

from benchmarks.search.beside import HERE, KINDS, main


def test_a_run_prints_each_kind_of_request(tmp_path: Path) -> None:
    options = ["--keep", str(tmp_path), "--statements", "200", "--rounds", "2"]
    ran = CliRunner().invoke(main, [str(HERE), *options], catch_exceptions=False)
    assert ran.exit_code == 0
    assert [line.split(" | ")[0] for line in ran.output.splitlines()[4:]] == [f"| {kind}" for kind in KINDS]
