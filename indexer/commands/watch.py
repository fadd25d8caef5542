"""`demarche watch`: keep an index current."""

from __future__ import annotations

import signal
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from indexer.commands.console.logs import event_log
from indexer.commands.console.options import (
    Place,
    columns_option,
    engine_option,
    fetch_option,
    refused_option,
)
from indexer.commands.console.prerequisites import needs_extraction
from indexer.commands.console.run import read_refusals
from indexer.inputs.input import Link
from indexer.processes.interruption import exit_code
from indexer.readers.files import STANDARD_INPUT
from indexer.refusals.file import Refusals
from indexer.watcher.history import History
from indexer.web.fetcher import Fetcher
from schemas.command_settings import command_settings
from search.engine import Engine

EVERY = 300  # seconds


@click.command()
@click.argument("places", metavar="FOLDER|FEED...", nargs=-1, required=True, type=Place())
@click.option(
    "--every",
    default=EVERY,
    show_default=True,
    metavar="SECONDS",
    type=click.FloatRange(min=1),
    help="How often to ask for each feed.",
)
@columns_option
@fetch_option
@refused_option
@engine_option
@click.pass_context
@needs_extraction
def watch(
    context: click.Context,
    places: tuple[Path | Link, ...],
    every: float,
    columns: dict[str, str],
    fetch: bool,
    refused_path: Path | None,
    engine: Engine,
) -> None:
    """Index what is new in folders and feeds, until stopped.

    Folders are looked at every two seconds. A new or changed file is read once it has held still between two looks; a
    file that is deleted deletes no article. Feeds are asked for every five minutes, and only sent if they have
    changed; a page that one links to is fetched once, with --fetch. What was fetched is remembered over restarts.

    What can't be read is named with its reason, and `demarche retry` takes it again. An engine that is away is waited
    for. SIGTERM or Ctrl-C ends the batch under way and stops; after any other end the
    same command goes on where it stopped. Standard error gets a line for each event, as JSON if it is no terminal.

    \b
    demarche watch articles/
    demarche watch --fetch https://herald.example/feed.rss https://courier.example/atom
    """
    if STANDARD_INPUT in places:
        raise click.UsageError("standard input can't be watched: give it to demarche index")
    from indexer.watcher.stop import Stop
    from indexer.watcher.watcher import Watcher  # here, for spaCy takes a second that --help need not wait

    refusals = Refusals(refused_path) if refused_path else Refusals.of(engine.location)
    read_refusals(refusals)  # which says now if the file is none of ours
    event_log()
    asked = command_settings()
    with engine, open_history(asked.fetch_state, engine) as history, Stop() as stop:
        fetcher = Fetcher.of(asked, stop.pause_fetching)
        Watcher(engine, places, every, stop, fetcher, history, refusals, fetch, columns).run()
    if stop.asked is signal.SIGINT:
        context.exit(exit_code(signal.SIGINT))


@contextmanager
def open_history(path: Path, engine: Engine) -> Iterator[History]:
    try:
        yield History(path, engine.location)
    except sqlite3.Error as error:
        told = f"what was fetched can't be remembered in {path} ({error})"
        raise click.ClickException(f"{told}; set DEMARCHE_FETCH_STATE to a file that can be written") from None
