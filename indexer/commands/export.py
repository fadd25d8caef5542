"""`demarche export`: what the index holds, to keep it elsewhere or to move it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import BinaryIO

import click

from indexer.commands.console.options import existing_engine_option
from indexer.commands.console.progress import count, progress_bar
from indexer.commands.console.unwritten import drop_unwritten_output
from indexer.interchange.backup import write_line
from schemas.files import whole_file
from search.engine import Engine


@click.group()
def export() -> None:
    """Write out what the index holds.

    \b
    demarche export articles --output monday.ndjson
    """


@export.command()
@click.option(
    "--output",
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Instead of standard output; it is there once all of it is written.",
)
@existing_engine_option
def articles(output: Path | None, engine: Engine) -> None:
    """Write every article with its statements, as NDJSON, from which `demarche index` makes the same index again.

    On either engine, so it is a backup, and the way from one engine to the other. It is the index as it was at the
    beginning, whatever is written meanwhile. A line that somebody changes is still an article with its statements, but
    taken as anybody's: see `demarche index`.

    \b
    demarche export articles --output monday.ndjson
    demarche export articles | gzip > monday.ndjson.gz
    demarche index monday.ndjson.gz --engine https://search.example:9200
    """
    done = 0
    with (
        engine,
        write_whole(output) as file,
        progress_bar() as bar,
        closing(engine.every_article()) as stored,
    ):
        task = bar.add_task("", total=engine.status().articles)
        for done, split in enumerate(stored, 1):
            file.write(write_line(split) + b"\n")
            bar.update(task, completed=done, description=count(done, "article"))
    click.echo(f"{count(done, 'article')} exported", err=True)


@contextmanager
def write_whole(path: Path | None) -> Iterator[BinaryIO]:
    """Whole or not at all, where it is a file and no device; what cuts it off is told."""
    if path is None:
        try:
            yield sys.stdout.buffer
            sys.stdout.buffer.flush()
        except BrokenPipeError:  # whoever reads has had enough
            raise
        except OSError as error:
            drop_unwritten_output()
            raise click.ClickException(f"standard output can't be written: {error.strerror}") from None
        return
    device = path.exists() and not path.is_file()
    try:
        with path.open("wb") if device else whole_file(path) as file:
            yield file
    except OSError as error:
        raise click.ClickException(f"{path} can't be written: {error.strerror}") from None
