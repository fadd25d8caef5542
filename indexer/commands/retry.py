"""`demarche retry`: read again what was refused."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import Path

import click

from indexer.commands.console.options import dispatcher_of, fetch_option
from indexer.commands.console.prerequisites import needs_extraction
from indexer.commands.console.progress import count
from indexer.commands.console.run import Run, Share, read_refusals, run_options
from indexer.inputs.hosts import names_address
from indexer.inputs.input import STANDARD_INPUT_NAME, Input, Link, Origin
from indexer.inputs.result import Reading, Refused
from indexer.readers.dispatcher import Dispatcher
from indexer.readers.files import find
from indexer.refusals.record import Record

LOST = "came from standard input, and only single lines of it are kept: index it again, as a file"


@click.command()
@click.argument("files", metavar="[FILE|ADDRESS...]", nargs=-1)
@click.option(
    "--forget",
    is_flag=True,
    help="Read nothing: forget what was refused of the files and addresses named, or all of it.",
)
@fetch_option
@run_options
@click.pass_context
@needs_extraction
def retry(context: click.Context, files: tuple[str, ...], forget: bool, fetch: bool, run: Run) -> None:
    """Index again what was refused: after a file was mended, a page came back, or a new version knows better.

    Every file that something was refused of is read again; what the index holds of it already is skipped. What is
    refused again stays in the file of refused articles, and what is not, leaves it.

    \b
    demarche retry
    demarche retry --fetch
    demarche retry --refused monday.refused.ndjson
    demarche retry --forget
    demarche retry --forget monday.ndjson https://herald.example/feed.rss
    """
    if files and not forget:
        raise click.UsageError("files and addresses are named with --forget only: all that was refused is retried")
    if forget:
        forget_refused(run, files)
        return
    records = read_refusals(run.refusals)
    if not records:
        click.echo(f"nothing was refused: there is no {run.refusals.path}", err=True)
    shares = [
        Share(readings(list(group), dispatcher_of(dict(columns), fetch)), dict(columns))
        for columns, group in groupby(sorted(records, key=columns_of), columns_of)
    ]
    read = {record.file: again(record) for record in records}
    run.carry_out(context, shares, read, find(read.values()).size)


def forget_refused(run: Run, files: Sequence[str]) -> None:
    """Of these files and addresses, or of all where none is named."""
    records = read_refusals(run.refusals)
    named = {file if names_address(file) else str(Path(file).absolute()) for file in files}
    gone = [record for record in records if not files or record.file in named]
    run.refusals.settle({record.file for record in gone}, gone)
    click.echo(f"{count(len(gone), 'refusal')} forgotten, {len(records) - len(gone):,} kept")


def columns_of(record: Record) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(record.columns.items()))


def again(record: Record) -> Path | Link:
    name = record.file
    return Link(Origin(name), name) if names_address(name) else Path(name)


def readings(records: Sequence[Record], how: Dispatcher) -> Iterator[Reading]:
    """Each file once, and what was kept itself."""
    for record in records:
        if record.file == STANDARD_INPUT_NAME:
            yield from kept(record, how)
    named = {record.file: record for record in records if record.file != STANDARD_INPUT_NAME}
    yield from how.read(find(map(again, named.values())).files)


def kept(record: Record, how: Dispatcher) -> Iterator[Reading]:
    if record.content is None:
        yield Refused(record.origin, LOST)
        return
    content = io.BytesIO(record.content.encode())
    for reading in how.articles(Input(record.origin, io.BufferedReader(content), ".ndjson", columns=how.columns)):
        yield replace(reading, origin=record.origin)
