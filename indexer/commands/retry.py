"""`demarche retry`: read again what was refused."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import Path

import click

from indexer.commands.options import fetch_option, opening
from indexer.commands.running import Run, Share, refused_before, run_options
from indexer.fetching.addresses import names_address
from indexer.readers.finding import find
from indexer.readers.opening import STANDARD_INPUT_NAME, Opening
from indexer.readers.reading import Input, Link, Origin, Reading, Refused
from indexer.refusals import Record

LOST = "came from standard input, and only single lines of it are kept: index it again, as a file"


@click.command()
@fetch_option
@run_options
@click.pass_context
def retry(context: click.Context, fetch: bool, run: Run) -> None:
    """Index again what was refused: after a file was mended, a page came back, or a new version knows better.

    Every file that something was refused of is read again; what the index holds of it already is skipped. What is
    refused again stays in the file of refused articles, and what is not, leaves it.

    \b
    demarche retry
    demarche retry --fetch
    demarche retry --refused monday.refused.ndjson
    """
    records = refused_before(run.refusals)
    if not records:
        click.echo(f"nothing was refused: there is no {run.refusals.path}", err=True)
    shares = [
        Share(readings(list(group), opening(dict(columns), fetch)), dict(columns))
        for columns, group in groupby(sorted(records, key=columns_of), columns_of)
    ]
    files = {record.file: again(record) for record in records}
    run.carry_out(context, shares, files, find(files.values()).size)


def columns_of(record: Record) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(record.columns.items()))


def again(record: Record) -> Path | Link:
    name = record.file
    return Link(Origin(name), name) if names_address(name) else Path(name)


def readings(records: Sequence[Record], how: Opening) -> Iterator[Reading]:
    """Each file once, and what was kept itself."""
    for record in records:
        if record.file == STANDARD_INPUT_NAME:
            yield from kept(record, how)
    named = {record.file: record for record in records if record.file != STANDARD_INPUT_NAME}
    yield from how.read(find(map(again, named.values())).files)


def kept(record: Record, how: Opening) -> Iterator[Reading]:
    if record.content is None:
        yield Refused(record.origin, LOST)
        return
    content = io.BytesIO(record.content.encode())
    for reading in how.articles(Input(record.origin, io.BufferedReader(content), ".ndjson", columns=how.columns)):
        yield replace(reading, origin=record.origin)
