"""Commands that pages name are there, with the options that are named with them."""

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from indexer.commands import main
from tests.docs.pages import PAGES, ROOT, code_lines, inline_code, name

COMMAND = re.compile(r"(?<![\w-])demarche ([a-z-][^|#&>;`]*)")
MODULE = re.compile(r"\bpython -m ((?:benchmarks|docs|tests)[\w.]*)")
TARGET = re.compile(r"(?:^|&& )make ([a-z][a-z-]*)")
OPTION = re.compile(r"--[a-z][a-z-]*")
HELP = {"--help", "-h", "--version"}


def options(command: click.Command) -> set[str]:
    named = {option for parameter in command.params for option in parameter.opts}
    return {option for option in named if option.startswith("--")} | HELP


def every_command(group: click.Group = main) -> Iterator[click.Command]:
    context = click.Context(group)
    for each in group.list_commands(context):
        command = group.get_command(context, each)
        assert command is not None
        yield command
        if isinstance(command, click.Group):
            yield from every_command(command)


def faults(words: list[str]) -> list[str]:
    """Of a command line without its first word."""
    command: click.Command = main
    rest = list(words)
    while isinstance(command, click.Group) and rest and not rest[0].startswith("-"):
        found = command.get_command(click.Context(command), rest[0])
        if found is None:
            return [rest[0]]
        command = found
        rest.pop(0)
    named = [OPTION.match(word) for word in rest]
    return [option[0] for option in named if option and option[0] not in options(command)]


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_command_is_there(page: Path) -> None:
    said = [command for line in code_lines(page) for command in COMMAND.findall(line)]
    assert {command: wrong for command in said if (wrong := faults(command.split()))} == {}


def test_what_is_no_command_is_seen() -> None:
    assert faults("index --workers 8 /srv/archive".split()) == []
    assert faults("index --worker 8".split()) == ["--worker"]
    assert faults("key show".split()) == ["show"]
    assert faults("rebuilt".split()) == ["rebuilt"]


def test_every_option_is_one_of_a_command() -> None:
    known = {option for command in every_command() for option in options(command)}
    files = [file for folder in ("benchmarks", "tests") for file in (ROOT / folder).rglob("*.py")]
    modules = "".join(file.read_text("utf-8") for file in files)
    for page in PAGES:
        named = [option[0] for code in inline_code(page) if (option := OPTION.match(code))]
        assert [option for option in named if option not in known and f'"{option}"' not in modules] == [], name(page)


def test_every_command_and_option_is_told_of() -> None:
    """But for what each command's help alone has to tell."""
    told = "\n".join(line for page in PAGES for line in code_lines(page))
    for command in every_command():
        assert f"demarche {command.name}" in told or f" {command.name}" in told
        for option in options(command) - HELP:
            assert option in told, f"{command.name} {option}"


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_module_and_target_is_there(page: Path) -> None:
    lines = list(code_lines(page))
    for module in {module for line in lines for module in MODULE.findall(line)}:
        path = ROOT / module.rstrip(".").replace(".", "/")
        assert path.with_suffix(".py").exists() or (path / "__main__.py").exists(), module
    targets = set(re.findall(r"^([a-z][a-z-]*):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    assert {target for line in lines for target in TARGET.findall(line)} <= targets
