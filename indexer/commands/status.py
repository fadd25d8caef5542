"""`demarche status`: which engine, how much is in it."""

from __future__ import annotations

from dataclasses import asdict

import click
import orjson
from rich.filesize import decimal

from indexer.commands.console.options import existing_engine_option, json_option
from indexer.commands.console.progress import count
from schemas.extras import INDEXING, missing
from search.engine import Engine


@click.command()
@json_option
@existing_engine_option
def status(engine: Engine, as_json: bool) -> None:
    """Say which engine is in use and what it holds.

    \b
    demarche status
    demarche status --engine https://localhost:9200
    demarche status --json
    """
    extractor = installed_extractor()
    with engine:
        found, outdated = engine.status(), None if extractor is None else engine.outdated(extractor)
    if as_json:
        click.echo(orjson.dumps({**asdict(found), "outdated": outdated}))
        return
    click.echo(f"engine      {found.engine} {found.version}")
    click.echo(f"location    {found.location}")
    click.echo(f"articles    {found.articles:,}")
    click.echo(f"statements  {found.statements:,}")
    click.echo(f"size        {decimal(found.bytes)}")
    if outdated:
        click.echo(f"{count(outdated, 'article')} split by another version than {extractor}: demarche rebuild")


def installed_extractor() -> str | None:
    """Its version, which the versions of its packages are a part of; None where these are not installed."""
    if missing(INDEXING):
        return None
    from indexer.extraction.version import EXTRACTOR

    return EXTRACTOR
