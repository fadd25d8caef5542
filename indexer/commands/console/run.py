"""A run over an input: who does the work, where what is refused goes, what is said at the end."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from concurrent.futures import BrokenExecutor
from contextlib import AbstractContextManager, contextmanager
from dataclasses import asdict, dataclass
from functools import reduce, wraps
from pathlib import Path
from typing import Any

import click
import orjson

from indexer.commands.console.exit_codes import REFUSED, WORKER_DIED
from indexer.commands.console.options import (
    dask_option,
    engine_option,
    json_option,
    patience_option,
    refusal_line,
    refused_option,
    workers_option,
)
from indexer.commands.console.progress import count, not_split_lines, progress
from indexer.inputs.result import Reading, Refused
from indexer.pipeline.events import Replacement, Tally
from indexer.pipeline.remarks import Remarks
from indexer.processes.executors import DaskAway, Workers, dask_workers, local_workers
from indexer.processes.interruption import Interrupted
from indexer.processes.memory import expect_batches
from indexer.refusals.file import Refusals
from indexer.refusals.record import Record
from search.engine import Engine


@dataclass(frozen=True, slots=True)
class Share:
    """Articles that are read with the same words for columns."""

    readings: Iterable[Reading]
    columns: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Run:
    """What the command line asks for: into which engine, by whom, where refusals go, how the end is told."""

    engine: Engine
    workers: AbstractContextManager[Workers]
    refusals: Refusals
    patience: float
    as_json: bool

    @classmethod
    def of(
        cls,
        engine: Engine,
        workers: int,
        dask_address: str | None,
        refused_path: Path | None,
        patience: float,
        as_json: bool,
    ) -> Run:
        refusals = Refusals(refused_path) if refused_path else Refusals.of(engine.location)
        return cls(engine, workers_of(workers, dask_address), refusals, patience, as_json)

    def carry_out(
        self, context: click.Context, shares: Iterable[Share], files: Collection[str], size: int, passed_over: int = 0
    ) -> None:
        """Index it all and say what became of it; `files` are those that are read whole, `size` their bytes, if known,
        `passed_over` how many of folders are not read.

        Ends the command where something was refused, or where it was stopped.
        """
        expect_batches()
        tally, remarks, begun = Tally(), Remarks(), time.monotonic()
        before = read_refusals(self.refusals)
        try:
            with tell_if_cut_off(context, lambda: "the same command goes on from here"):
                with self.engine, self.workers as workers:
                    self.index(workers, shares, size, tally, remarks)
                self.refusals.settle(files, before)
        finally:
            click.echo(self.summary(tally, remarks, time.monotonic() - begun, passed_over))
            for line in remarks.omissions:
                click.echo(line, err=True)
        if tally.refused:
            click.echo(f"what was refused is kept in {self.refusals.path}; `demarche retry` takes it again", err=True)
            context.exit(REFUSED)

    def index(self, workers: Workers, shares: Iterable[Share], size: int, tally: Tally, remarks: Remarks) -> None:
        from indexer.pipeline.pipeline import Pipeline  # here, for spaCy takes a second that --help need not wait

        with progress(size, tally) as (tell, advance):
            self.engine.be_patient(self.patience, lambda reason: tell(f"demarche: {reason}"))
            for share in shares:
                for event in Pipeline(self.engine, workers, tally).run(remarks.heard(share.readings)):
                    if isinstance(event, Refused):
                        self.refusals.add(event, share.columns)
                        tell(refusal_line(event))
                    elif isinstance(event, Replacement):
                        remarks.replaced(event)
                    else:
                        advance(event.size)

    def summary(self, tally: Tally, remarks: Remarks, seconds: float, passed_over: int) -> str:
        if not self.as_json:
            return "\n".join([summary(tally), *remarks.replacements])
        told: dict[str, Any] = {"read": tally.read, **asdict(tally), "seconds": round(seconds, 3)}
        said = {"passed_over": passed_over, "replacements": remarks.replacements, "omissions": remarks.omissions}
        return orjson.dumps(told | {"refused_file": str(self.refusals.path)} | said).decode()


def run_options(command: Callable[..., None]) -> Callable[..., None]:
    """All that a Run is made of, of which the command gets the Run."""

    @wraps(command)
    def with_run(
        *args: Any,
        workers: int,
        dask_address: str | None,
        refused_path: Path | None,
        patience: float,
        as_json: bool,
        engine: Engine,
        **others: Any,
    ) -> None:
        command(*args, run=Run.of(engine, workers, dask_address, refused_path, patience, as_json), **others)

    options = (workers_option, dask_option, refused_option, patience_option, json_option, engine_option)
    return reduce(lambda decorated, option: option(decorated), reversed(options), with_run)


@contextmanager
def tell_if_cut_off(context: click.Context, state: Callable[[], str]) -> Iterator[None]:
    """What ends a command in the middle of its work is told in one line, with how things stand then."""
    try:
        yield
    except Interrupted as interrupted:
        click.echo(f"demarche: stopped; {state()}", err=True)
        context.exit(interrupted.exit_code)
    except DaskAway as error:
        raise click.UsageError(str(error)) from None
    except BrokenExecutor:
        click.echo(f"demarche: a worker died, out of memory perhaps; {state()}", err=True)
        context.exit(WORKER_DIED)


def workers_of(workers: int, dask_address: str | None) -> AbstractContextManager[Workers]:
    return dask_workers(dask_address) if dask_address else local_workers(workers)


def read_refusals(refusals: Refusals) -> list[Record]:
    try:
        return refusals.read()
    except ValueError as error:
        raise click.UsageError(str(error)) from None


def summary(tally: Tally) -> str:
    """What became of the articles, how many statements this run stored, and which articles have none by language."""
    told = (
        f"{tally.added:,} new",
        f"{tally.updated:,} updated",
        f"{tally.unchanged:,} unchanged and skipped",
        *([f"{tally.superseded:,} superseded by a later version"] if tally.superseded else ()),
        f"{tally.refused:,} refused",
    )
    lines = (
        f"{count(tally.read, 'article')} read: {', '.join(told)}",
        f"{count(tally.statements, 'statement')} indexed",
    )
    return "\n".join([*lines, *not_split_lines(tally.not_split)])
