"""`demarche index`: read articles, split them into statements, store them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

from indexer.commands.exits import INTERRUPTED, REFUSED
from indexer.commands.options import (
    columns_option,
    engine_option,
    fetch_option,
    opening,
    paths_argument,
    refusal_line,
    tell_passed_over,
)
from indexer.readers.finding import Found, find
from indexer.readers.opening import Opening
from indexer.readers.reading import Link, Refused
from search.engine import Engine

if TYPE_CHECKING:
    from indexer.pipeline import Indexing, Tally


@click.command()
@paths_argument
@columns_option
@fetch_option
@engine_option
@click.pass_context
def index(
    context: click.Context, paths: tuple[Path | Link, ...], columns: dict[str, str], fetch: bool, engine: Engine
) -> None:
    """Split articles into statements and store them.

    PATH is a file, a folder, an address of http or https, or - for standard input: text dumps (.txt), web pages
    (.html), feeds (.rss, .atom, .xml), NDJSON (.ndjson, .jsonl), tables (.csv, .tsv), crawls (.warc), GDELT's
    quotations (.gqg.json), and archives and packed files that hold any of these (.zip, .tar, .gz, .bz2, .xz).

    Folders are searched through, hidden files left out. An article that is in the index already and has not changed is
    skipped; a changed one replaces its statements; of several with one id the last counts. What can't be read is named
    with its line and reason, and the rest goes on. After a crash, or Ctrl-C, the same command goes on where it stopped.

    \b
    demarche index articles/
    demarche index monday.ndjson tuesday.ndjson
    demarche index --fetch https://herald.example/feed.rss
    zcat archive.ndjson.gz | demarche index -
    """
    from indexer.pipeline import Indexing  # here, for spaCy takes a second that --help need not wait

    found = find(paths)
    indexing = Indexing(engine)
    try:
        with engine:
            run(indexing, found, opening(columns, fetch))
    except KeyboardInterrupt:
        click.echo("demarche: stopped; the same command goes on from here", err=True)
        context.exit(INTERRUPTED)
    finally:
        click.echo(summary(indexing.tally))
    tell_passed_over(found)
    if indexing.tally.refused:
        context.exit(REFUSED)


def run(indexing: Indexing, found: Found, opened: Opening) -> None:
    """Index what was found, with a bar on a terminal and in silence elsewhere; refusals are named either way."""
    console = Console(stderr=True, highlight=False, markup=False, soft_wrap=True)
    shown = (BarColumn(), TaskProgressColumn(), TextColumn("{task.description}"), TimeRemainingColumn())
    with Progress(*shown, console=console, disable=not console.is_terminal, transient=True) as progress:
        task = progress.add_task("", total=found.size or None)
        for event in indexing.run(opened.read(found.files)):
            if isinstance(event, Refused):
                console.print(refusal_line(event))
            else:
                tally = indexing.tally
                told = f"{counted(tally.read, 'article')}, {counted(tally.statements, 'statement')}"
                progress.update(task, advance=event.size, description=told)


def summary(tally: Tally) -> str:
    """Two lines: what became of the articles, and how many statements this run stored."""
    told = (
        f"{tally.added:,} new",
        f"{tally.updated:,} updated",
        f"{tally.unchanged:,} unchanged and skipped",
        *([f"{tally.superseded:,} superseded by a later version"] if tally.superseded else ()),
        f"{tally.refused:,} refused",
    )
    return f"{counted(tally.read, 'article')} read: {', '.join(told)}\n{counted(tally.statements, 'statement')} indexed"


def counted(number: int, thing: str) -> str:
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"
