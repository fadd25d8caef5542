"""`demarche status`: which engine, how much is in it."""

from __future__ import annotations

import click
from rich.filesize import decimal

from indexer.commands.options import engine_option
from search.engine import Engine


@click.command()
@engine_option
def status(engine: Engine) -> None:
    """Say which engine is in use and what it holds.

    \b
    demarche status
    demarche status --engine https://localhost:9200
    """
    with engine:
        found = engine.status()
    click.echo(f"engine      {found.engine} {found.version}")
    click.echo(f"location    {found.location}")
    click.echo(f"articles    {found.articles:,}")
    click.echo(f"statements  {found.statements:,}")
    click.echo(f"size        {decimal(found.bytes)}")
