"""`demarche index`: read articles, split them into statements, store them."""

from __future__ import annotations

from pathlib import Path

import click

from indexer.commands.console.options import (
    columns_option,
    dispatcher_of,
    fetch_option,
    list_passed_over_option,
    paths_argument,
    tell_passed_over,
)
from indexer.commands.console.prerequisites import needs_extraction
from indexer.commands.console.run import Run, Share, run_options
from indexer.inputs.input import Link
from indexer.readers.files import find


@click.command()
@paths_argument
@columns_option
@fetch_option
@list_passed_over_option
@run_options
@click.pass_context
@needs_extraction
def index(
    context: click.Context,
    paths: tuple[Path | Link, ...],
    columns: dict[str, str],
    fetch: bool,
    all_of_them: bool,
    run: Run,
) -> None:
    """Split articles into statements and store them.

    PATH is a file, a folder, an address of http or https, or - for standard input: text dumps (.txt), web pages
    (.html), feeds (.rss, .atom, .xml), NDJSON (.ndjson, .jsonl), JSON (an array of articles, or one), tables
    (.csv, .tsv), crawls (.warc, .arc), GDELT's quotations (.gqg.json), and archives and packed files that hold any of
    these (.zip, .tar, .gz, .bz2, .xz).

    Folders are searched through, hidden files and links that lead out of them left out. An article that is in the index
    already and has not changed is skipped; a changed one replaces its statements; of several with one id the last
    counts. What can't be read is named with its line and reason, and the rest goes on; `demarche retry` takes it again.
    After a crash, or Ctrl-C, the same command goes on where it stopped.

    \b
    demarche index articles/
    demarche index monday.ndjson tuesday.ndjson
    demarche index --fetch https://herald.example/feed.rss
    zcat archive.ndjson.gz | demarche index -
    """
    found = find(paths)
    share = Share(dispatcher_of(columns, fetch).read(found.files), columns)
    tell_passed_over(found, all_of_them)
    run.carry_out(context, [share], found.names, found.size, passed_over=len(found.other) + len(found.outside))
