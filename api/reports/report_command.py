"""`demarche reports`: what readers of the page noted as wrong."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click
import orjson

from api.reports.report_file import Damage, Report, read
from schemas.command_settings import command_settings


def default_file() -> Path:
    return command_settings().reports_file


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print it as one JSON object.")
@click.option(
    "--file",
    default=default_file,
    type=click.Path(dir_okay=False, path_type=Path),
    show_default="$DEMARCHE_REPORTS_FILE, or reports.ndjson in your data directory",
    help="The file of reports, the same that the server writes.",
)
def reports(as_json: bool, file: Path) -> None:
    """List what readers of the page reported as wrong, the oldest first.

    Of each: when, the statement's id, what is wrong, how the statement read then, and the reader's words. A line that
    is no report is named, and passed over; the command then ends with 1.

    \b
    demarche reports
    demarche reports --json
    """
    try:
        lines = list(read(file))
    except OSError as error:
        raise click.ClickException(f"{error.filename}: {error.strerror}") from None
    found = [line for line in lines if isinstance(line, Report)]
    damaged = [line for line in lines if isinstance(line, Damage)]
    if as_json:
        click.echo(orjson.dumps({"reports": found}))
    else:
        tell(found, file)
    for line in damaged:
        click.echo(f"line {line.line} of {file} is no report: {line.reason}", err=True)
    if damaged:
        raise click.exceptions.Exit(1)


def tell(found: Sequence[Report], file: Path) -> None:
    if not found:
        click.echo(f"there are no reports in {file}", err=True)
    for report in found:
        when = report.reported_at.strftime("%Y-%m-%d %H:%M")
        parts = (when, report.statement_id, report.wrong, report.shown, report.words)
        click.echo("\t".join(map(printable, parts)))


def printable(text: str) -> str:
    """On one line, and without what would steer a terminal."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())
