"""A run: how it is cut off, and what is said at its end."""

from concurrent.futures import BrokenExecutor
from pathlib import Path

import click
import pytest

from indexer.commands.console.run import read_refusals, summary, tell_if_cut_off, workers_of
from indexer.pipeline.events import Tally
from indexer.processes.executors import DaskAway
from indexer.processes.interruption import Interrupted
from indexer.refusals.file import Refusals

CONTEXT = click.Context(click.Command("index"))


@pytest.mark.parametrize(
    ("error", "code", "told"),
    [
        (Interrupted(2), 130, "demarche: stopped; half is there\n"),
        (Interrupted(15), 143, "demarche: stopped; half is there\n"),
        (BrokenExecutor(), 4, "demarche: a worker died, out of memory perhaps; half is there\n"),
    ],
)
def test_what_cuts_it_off_is_a_line_and_an_exit_code(
    error: BaseException, code: int, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with (
        pytest.raises(click.exceptions.Exit) as ended,
        tell_if_cut_off(CONTEXT, lambda: "half is there"),
    ):
        raise error
    assert (ended.value.exit_code, capsys.readouterr().err) == (code, told)


def test_a_cluster_that_is_away_is_a_fault_of_the_command_line() -> None:
    with (
        pytest.raises(click.UsageError, match="nobody answers"),
        tell_if_cut_off(CONTEXT, str),
    ):
        raise DaskAway("nobody answers")


def test_another_file_is_not_taken_for_refusals(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("A text.\n", "utf-8")
    with pytest.raises(click.UsageError, match="is no file of refused articles"):
        read_refusals(Refusals(tmp_path / "a"))


def test_one_worker_is_this_process() -> None:
    with workers_of(1, None) as workers:
        assert workers.at_once == 1


def test_the_summary_says_what_became_of_all() -> None:
    assert summary(Tally(added=1, refused=2, statements=1_000)).startswith(
        "3 articles read: 1 new, 0 updated, 0 unchanged and skipped, 2 refused"
    )
    assert "1,000 statements indexed" in summary(Tally(statements=1_000))
    assert "1 superseded by a later version" in summary(Tally(superseded=1))
