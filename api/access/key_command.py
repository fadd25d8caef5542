"""`demarche key`: who may write, and, where reading is not open, who may read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click
import orjson

from api.access.key_file import Key, Keys, KeysUnreadable
from schemas.command_settings import command_settings

Result = TypeVar("Result")


def default_file() -> Path:
    return command_settings().keys


file_option = click.option(
    "--file",
    default=default_file,
    type=click.Path(dir_okay=False, path_type=Path),
    show_default="$DEMARCHE_KEYS, or keys.json in your data directory",
    help="The file of keys, the same that the server reads.",
)


@click.group()
def key() -> None:
    """Make, list and remove the keys that clients show.

    A server takes a new key at once, and one that was removed no longer. Keys are kept as hashes: a lost one can't be
    shown again, only replaced.

    \b
    demarche key add newsroom
    demarche key list
    demarche key remove newsroom
    """


@key.command()
@click.argument("name")
@click.option("--write", is_flag=True, help="The key may also add and delete articles.")
@file_option
def add(name: str, write: bool, file: Path) -> None:
    """Make a key and print it, this once.

    NAME says whose it is. A client sends the key as `Authorization: Bearer KEY`.

    \b
    demarche key add newsroom
    demarche key add crawler --write
    """
    if not name.strip() or not name.isprintable():
        raise click.BadParameter("a name has letters, and no line breaks", param_hint="NAME")
    text = run(lambda: Keys(file).add(name, write))
    may = "read and write" if write else "read"
    click.echo(f"The key {name} may {may}. Keep it now, for it is not shown again:", err=True)
    click.echo(text)


@key.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print it as one JSON object.")
@file_option
def list_(file: Path, as_json: bool) -> None:
    """List the keys by name, with what they may do and since when.

    \b
    demarche key list
    demarche key list --json
    """
    keys = run(lambda: Keys(file).all())
    if as_json:
        click.echo(orjson.dumps({"keys": [as_json_member(each) for each in keys]}))
        return
    if not keys:
        click.echo(f"there are no keys in {file}", err=True)
    for each in keys:
        click.echo(f"{each.name}\t{'write' if each.write else 'read'}\t{each.made_on}")


def as_json_member(key: Key) -> dict[str, str | bool]:
    """All but the hash, which is nobody's business."""
    return {"name": key.name, "write": key.write, "made_on": key.made_on}


@key.command()
@click.argument("name")
@file_option
def remove(name: str, file: Path) -> None:
    """Remove a key, so that it no longer lets anybody in."""
    run(lambda: Keys(file).remove(name))
    click.echo(f"removed {name}", err=True)


def run(call: Callable[[], Result]) -> Result:
    try:
        return call()
    except (ValueError, KeysUnreadable) as error:
        raise click.ClickException(str(error)) from None
    except OSError as error:
        raise click.ClickException(f"{error.filename}: {error.strerror}") from None
