"""`demarche extract`: show what is found in articles, and store nothing."""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click
import orjson
from rich.console import Console

from indexer.commands.console.exit_codes import REFUSED
from indexer.commands.console.options import (
    columns_option,
    dispatcher_of,
    fetch_option,
    list_passed_over_option,
    paths_argument,
    refusal_line,
    tell_passed_over,
)
from indexer.commands.console.prerequisites import needs_extraction
from indexer.commands.console.statement_table import lines_of_people, table
from indexer.inputs.input import Link
from indexer.inputs.result import Loaded, Reading, Refused
from indexer.pipeline.remarks import Remarks
from indexer.readers.files import find
from schemas.article import Article
from schemas.wire.article import ArticleSchema
from schemas.wire.statement import StatementSchema

if TYPE_CHECKING:
    from indexer.extraction.extractor import Explained

Write = Callable[[Loaded, "Explained", bool], None]
WIDTH = 120  # of a table that is not shown on a terminal


@click.command()
@paths_argument
@columns_option
@fetch_option
@list_passed_over_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["ndjson", "table"]),
    default=lambda: "table" if sys.stdout.isatty() else "ndjson",
    show_default="table on a terminal, else ndjson",
    help="ndjson: one article a line with its statements, as `demarche index` takes it; table: for people.",
)
@click.option(
    "--explain",
    is_flag=True,
    help="Say for each statement by which rule it was found, and show the words behind it.",
)
@click.pass_context
@needs_extraction
def extract(
    context: click.Context,
    paths: tuple[Path | Link, ...],
    columns: dict[str, str],
    fetch: bool,
    all_of_them: bool,
    form: str,
    explain: bool,
) -> None:
    """Split articles into statements and print them.

    PATH is what `demarche index` takes. Articles come in the order of the input, and nothing is stored. An article
    keeps the id that its NDJSON line gives it; statements that the line brings are ignored.

    \b
    demarche extract --format table article.txt
    demarche extract --format table --explain article.txt
    demarche extract --format table https://herald.example/1207
    demarche extract articles.ndjson > split.ndjson
    """
    write: Write = write_table if form == "table" else write_json
    found, refused, remarks = find(paths), 0, Remarks()
    for result in extractions(remarks.heard(dispatcher_of(columns, fetch).read(found.files))):
        if isinstance(result, Refused):
            refused += 1
            click.echo(refusal_line(result), err=True)
        else:
            write(*result, explain)
    for line in remarks.omissions:
        click.echo(line, err=True)
    tell_passed_over(found, all_of_them)
    if refused:
        context.exit(REFUSED)


def extractions(readings: Iterable[Reading]) -> Iterator[tuple[Loaded, Explained] | Refused]:
    """As a stream: only what the extractor reads ahead is in memory."""
    from indexer.extraction.extractor import Extractor  # here, for spaCy takes a second that --help need not wait

    waiting: deque[Loaded] = deque()
    refused: deque[Refused] = deque()

    def articles() -> Iterator[Article]:
        for reading in readings:
            if isinstance(reading, Refused):
                refused.append(reading)
            else:
                waiting.append(reading)
                yield reading.article

    for explained in Extractor().explain_many(articles()):
        while refused:
            yield refused.popleft()
        yield waiting.popleft(), explained
    yield from refused


def write_json(loaded: Loaded, explained: Explained, explain: bool) -> None:
    extraction = explained.extraction
    statements = StatementSchema().dump(extraction.statements, many=True)
    if explain:
        statements = [
            {**statement, "rule": attribution.rule, "people": lines_of_people(found)}
            for statement, found, attribution in zip(
                statements, extraction.statements, explained.attributions, strict=True
            )
        ]
    document = {
        "id": loaded.key or loaded.article.id,
        **ArticleSchema().dump(loaded.article),
        "countries": extraction.countries,
        "territories": extraction.territories,
        "split": extraction.split,
        "extractor": extraction.extractor,
        "statements": statements,
    }
    click.echo(orjson.dumps(document))


def write_table(loaded: Loaded, explained: Explained, explain: bool) -> None:
    console = Console(highlight=False)
    console.width = console.width if console.is_terminal else WIDTH
    console.print(table(loaded.article, explained.extraction, explained.attributions if explain else None))
