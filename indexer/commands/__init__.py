"""`demarche`: the command line. Each command is a module of its own, found through the entry points of
"demarche.commands", so that a package that indexer/ does not know can add one.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib.metadata import EntryPoint, entry_points, version
from typing import Any

import click

from indexer.commands.console.exit_codes import ENGINE
from indexer.commands.console.logs import quiet_logs
from indexer.commands.console.unwritten import drop_unwritten_output
from indexer.processes.interruption import Interrupted, interruptible, interruption_behind
from indexer.refusals.file import CannotKeep
from schemas.settings import Settings
from search.errors import SearchError

FULL = (errno.ENOSPC, errno.EDQUOT)  # of where the output goes, say; it matters little to whom


@cache
def commands() -> dict[str, EntryPoint]:
    return {entry.name: entry for entry in entry_points(group="demarche.commands")}


@contextmanager
def private_files() -> Iterator[None]:
    """What a command makes, or tantivy or SQLite for it, is its user's alone, unless DEMARCHE_UMASK says more."""
    try:
        before = os.umask(Settings.from_environment().umask)
    except ValueError as error:
        raise click.UsageError(str(error)) from None
    try:
        yield
    finally:
        os.umask(before)


class Commands(click.Group):
    """Loads a command when it is asked for, and turns an engine's errors into one line and an exit code."""

    def list_commands(self, context: click.Context) -> list[str]:
        return sorted(commands())

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        entry = commands().get(name)
        if entry is None:
            return None
        command: click.Command = entry.load()
        return command

    def invoke(self, context: click.Context) -> Any:
        try:
            with interruptible(), quiet_logs(), private_files():
                return super().invoke(context)
        except (SearchError, CannotKeep) as error:
            cause = f": {error.__cause__}".splitlines()[0] if error.__cause__ else ""
            click.echo(f"demarche: {error}{cause}", err=True)
            context.exit(ENGINE)
        except OSError as error:
            if error.errno not in FULL:
                raise
            drop_unwritten_output()
            click.echo(f"demarche: {error.strerror}", err=True)
            context.exit(ENGINE)
        except click.exceptions.Exit:
            raise
        except (Interrupted, Exception) as error:
            interrupted = interruption_behind(error)
            if interrupted is None:
                raise
            click.echo("demarche: stopped", err=True)
            context.exit(interrupted.exit_code)


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Exit codes: 0 all went well; 1 something was refused or not found; 2 the command line is wrong; "
    "3 the engine is away, busy, without room or holds an index of another version, or what is refused can't be kept; "
    "4 a worker process died; 130 stopped by Ctrl-C, 143 by SIGTERM.",
)
@click.version_option(version("demarche"), prog_name="demarche")
def main() -> None:
    """Search what states say: split news articles into statements, index them, and serve the index.

    \b
    demarche index examples                   index a folder
    demarche serve                            search it at http://127.0.0.1:8000
    demarche extract --format table one.txt   see what is found in a text, and store nothing
    """
