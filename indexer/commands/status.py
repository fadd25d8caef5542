"""`demarche status`: which engine, how much is in it."""

from __future__ import annotations

import click
from rich.filesize import decimal

from indexer.commands.options import engine_option
from indexer.commands.running import counted
from search.engine import Engine


@click.command()
@engine_option
def status(engine: Engine) -> None:
    """Say which engine is in use and what it holds.

    \b
    demarche status
    demarche status --engine https://localhost:9200
    """
    from indexer.extraction.resolve import EXTRACTOR

    with engine:
        found, outdated = engine.status(), engine.outdated(EXTRACTOR)
    click.echo(f"engine      {found.engine} {found.version}")
    click.echo(f"location    {found.location}")
    click.echo(f"articles    {found.articles:,}")
    click.echo(f"statements  {found.statements:,}")
    click.echo(f"size        {decimal(found.bytes)}")
    if outdated:
        click.echo(f"{counted(outdated, 'article')} split by another version than {EXTRACTOR}: demarche rebuild")
