"""What several commands share: options, and how they tell what was refused or passed over."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

from indexer.inputs.hosts import names_address
from indexer.inputs.input import Link, Origin
from indexer.inputs.result import Refusal, Refused
from indexer.readers.datasets.columns import parse_mapping
from indexer.readers.dispatcher import Dispatcher
from indexer.readers.files import NAMED, OUTSIDE, UNKNOWN, Found
from indexer.web.address import target
from indexer.web.fetcher import Fetcher, Once
from schemas.command_settings import command_settings
from schemas.redaction import shown_address, shown_text
from search.engine import Engine
from search.opening import open_engine

Command = TypeVar("Command", bound=Callable[..., Any])


class EngineAddress(click.ParamType[Engine]):
    """An address on the command line, an engine in the command."""

    name = "address"

    def __init__(self, *, make: bool):
        self.make = make

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Engine:
        if isinstance(value, Engine):
            return value
        try:
            return open_engine(value, make=self.make)
        except ValueError as error:
            self.fail(str(error), param, ctx)


class Place(click.ParamType[Path | Link]):
    """On the command line a path, - for standard input, or an address; in the command a path that exists or a link."""

    name = "path"
    path = click.Path(exists=True, allow_dash=True, path_type=Path)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path | Link:
        if isinstance(value, Link):
            return value
        if not names_address(str(value)):
            return Path(self.path.convert(value, param, ctx))
        try:
            target(value)
        except Refusal as refusal:
            self.fail(f"{shown_address(value)} {refusal}", param, ctx)
        return Link(Origin(value), value)


def default_address() -> str:
    return command_settings().engine


def engine_of(*, make: bool) -> Callable[[Command], Command]:
    return click.option(
        "--engine",
        type=EngineAddress(make=make),
        default=default_address,
        show_default="$DEMARCHE_ENGINE, or an index in your data directory",
        help="embedded:///path, or https://user:password@host:9200 for Elasticsearch, with several nodes of a cluster "
        "as https://user:password@one:9200,two:9200.",
    )


engine_option = engine_of(make=True)
existing_engine_option = engine_of(make=False)  # for commands that need an index, and make none

paths_argument = click.argument(
    "paths",
    metavar="PATH...",
    nargs=-1,
    required=True,
    type=Place(),
)


class ColumnMapping(click.ParamType[tuple[str, str]]):
    """FIELD=NAME on the command line, a pair in the command."""

    name = "column"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, str]:
        if isinstance(value, tuple):
            return value
        try:
            return parse_mapping(value)
        except ValueError as error:
            self.fail(str(error), param, ctx)


def each_once(pairs: Sequence[tuple[str, str]]) -> dict[str, str]:
    columns: dict[str, str] = {}
    for field, name in pairs:
        if columns.setdefault(field, name) != name:
            raise click.BadParameter(f"{field} is to be {columns[field]!r} and {name!r}: it can be one of them")
    return columns


columns_option = click.option(
    "--column",
    "columns",
    metavar="FIELD=NAME",
    multiple=True,
    type=ColumnMapping(),
    callback=lambda ctx, param, pairs: each_once(pairs),
    help="What tables and NDJSON call an article's title, url, source, published_on, language, text or id: "
    "--column text=body. NDJSON takes paths: text=body.plain. May be given several times.",
)


fetch_option = click.option(
    "--fetch",
    is_flag=True,
    help="Fetch the pages that feeds only link to as well, within what robots.txt and a second's distance allow.",
)


def dispatcher_of(columns: Mapping[str, str], fetch: bool) -> Dispatcher:
    """Addresses that are named are fetched in any case, what is linked to if `fetch` says so."""
    fetches = Once(Fetcher.of(command_settings()))
    return Dispatcher(columns, fetches if fetch else None, named=fetches)


def refusal_line(refused: Refused) -> str:
    return f"{refused.origin}: refused: {shown_text(refused.reason)}"


list_passed_over_option = click.option(
    "--list-passed-over",
    "all_of_them",
    is_flag=True,
    help="Name all files of folders that are not read, one a line, in place of the first three.",
)


def tell_passed_over(found: Found, all_of_them: bool) -> None:
    """Name files of a folder that are not read: no fault, but not to be passed over in silence."""
    for paths, why in ((found.other, UNKNOWN), (found.outside, OUTSIDE)):
        if paths and all_of_them:
            for path in paths:
                click.echo(f"passed over, for {why}: {path}", err=True)
        elif paths:
            more = f" and {len(paths) - NAMED:,} more" if len(paths) > NAMED else ""
            click.echo(f"passed over, for {why}: {', '.join(map(str, paths[:NAMED]))}{more}", err=True)


workers_option = click.option(
    "--workers",
    type=click.IntRange(1, 256),
    default=lambda: len(os.sched_getaffinity(0)),
    show_default="one for each CPU",
    help="Processes that split articles; each takes some 300 MB. One: none but this.",
)
dask_option = click.option(
    "--dask",
    "dask_address",
    metavar="ADDRESS",
    help="Have the workers of a dask scheduler split them: tcp://host:8786.",
)
patience_option = click.option(
    "--patience",
    metavar="SECONDS",
    type=click.FloatRange(min=0),
    default=300,
    show_default=True,
    help="How long to wait for an Elasticsearch that is away, busy or without room in the middle of the work.",
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print it as one JSON object.")
refused_option = click.option(
    "--refused",
    "refused_path",
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Where to keep what is refused.  [default: a file for each index in your state directory]",
)
