"""What several commands share: options, and how they tell what was refused or passed over."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from indexer.readers.columns import mapped
from indexer.readers.finding import Found
from indexer.readers.reading import Refused
from schemas.settings import Settings
from search.engine import Engine
from search.opening import open_engine

NAMED = 3  # files passed over that are named, the rest being counted


class EngineAddress(click.ParamType[Engine]):
    """An address on the command line, an engine in the command."""

    name = "address"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Engine:
        if isinstance(value, Engine):
            return value
        try:
            return open_engine(value)
        except ValueError as error:
            self.fail(str(error), param, ctx)


def default_address() -> str:
    try:
        return Settings.from_environment().engine
    except ValueError as error:
        raise click.UsageError(str(error)) from None


engine_option = click.option(
    "--engine",
    type=EngineAddress(),
    default=default_address,
    show_default="$DEMARCHE_ENGINE, or an index in your data directory",
    help="embedded:///path, or https://user:password@host:9200 for Elasticsearch.",
)

paths_argument = click.argument(
    "paths",
    metavar="PATH...",
    nargs=-1,
    required=True,
    type=click.Path(exists=True, allow_dash=True, path_type=Path),
)


class ColumnMapping(click.ParamType[tuple[str, str]]):
    """FIELD=NAME on the command line, a pair in the command."""

    name = "column"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, str]:
        if isinstance(value, tuple):
            return value
        try:
            return mapped(value)
        except ValueError as error:
            self.fail(str(error), param, ctx)


columns_option = click.option(
    "--column",
    "columns",
    metavar="FIELD=NAME",
    multiple=True,
    type=ColumnMapping(),
    callback=lambda ctx, param, pairs: dict(pairs),
    help="What tables and NDJSON call an article's title, url, source, published_on, language, text or id: "
    "--column text=body. NDJSON takes paths: text=body.plain. May be given several times.",
)


def refusal_line(refused: Refused) -> str:
    return f"{refused.origin}: refused: {refused.reason}"


def tell_passed_over(found: Found) -> None:
    """Name files of a folder that nothing reads: no fault, but not to be passed over in silence."""
    if found.other:
        more = f" and {len(found.other) - NAMED:,} more" if len(found.other) > NAMED else ""
        click.echo(
            f"passed over, for no reader knows its kind: {', '.join(map(str, found.other[:NAMED]))}{more}", err=True
        )
