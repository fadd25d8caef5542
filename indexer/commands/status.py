"""`demarche status`: which engine, how much is in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict

import click
import orjson
from rich.filesize import decimal

from indexer.commands.console.options import existing_engine_option, json_option
from indexer.commands.console.progress import count
from schemas.extras import INDEXING, missing
from schemas.identity.people_file import read_people
from schemas.settings import Settings
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
    for line in told_twice():
        click.echo(f"people      {line}")
    if outdated:
        click.echo(f"{count(outdated, 'article')} split by another version than {extractor}: demarche rebuild")


def told_twice() -> Iterator[str]:
    """Lines of the operator's table that tell two people by one name, or in one office, at one time."""
    path = Settings.from_environment().people
    for one, other in read_people(path).clashes() if path is not None else ():
        names = f"{one.names[0]} ({one.id}) and {other.names[0]} ({other.id})"
        yield f"{names} can't be told apart: lines {one.line} and {other.line} of {path}"


def installed_extractor() -> str | None:
    """Its version, which the versions of its packages are a part of; None where these are not installed."""
    if missing(INDEXING):
        return None
    from indexer.extraction.version import EXTRACTOR

    return EXTRACTOR
