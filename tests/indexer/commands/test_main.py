import os
import re
import signal
import subprocess
import sys
from importlib.metadata import version

import click
import pytest
from click.testing import CliRunner

from indexer.commands import commands, main
from indexer.processes.interruption import Interrupted
from schemas.article_ids import OWN_FORM
from tests.indexer.commands.command import COMMAND


def test_the_installed_command_tells_its_version() -> None:
    ran = subprocess.run([COMMAND, "--version"], capture_output=True, text=True, check=True)
    assert ran.stdout == f"demarche, version {version('demarche')}\n"


def test_help_lists_every_command_with_what_it_does() -> None:
    told = CliRunner().invoke(main, ["--help"]).stdout
    for name in ("delete", "export", "extract", "index", "rebuild", "retry", "serve", "status", "watch"):
        assert f"\n  {name} " in told


@pytest.mark.parametrize("name", sorted(commands()))
def test_each_command_has_help_with_an_example(name: str) -> None:
    ran = CliRunner().invoke(main, [name, "--help"])
    assert ran.exit_code == 0
    assert f"\n  demarche {name}" in ran.stdout or f"| demarche {name}" in ran.stdout


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["indexx"], "No such command 'indexx'"),
        (["index"], "Missing argument 'PATH...'"),
        (["index", "nowhere.txt"], "'nowhere.txt' does not exist"),
        (["status", "--engine", "gopher://host"], "'gopher' names no engine"),
    ],
)
def test_a_wrong_command_line_is_named(arguments: list[str], told: str) -> None:
    ran = CliRunner().invoke(main, arguments)
    assert ran.exit_code == 2
    assert told in ran.stderr


def test_help_does_not_wait_for_spacy() -> None:
    script = (
        "import sys\nfrom indexer.commands import commands\n"
        "for entry in commands().values(): entry.load()\n"
        "assert 'spacy' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", script], check=True)


def texts(command: click.Command, name: str) -> list[str]:
    """The help of a command and of all below it."""
    below = command.commands.items() if isinstance(command, click.Group) else ()
    told = CliRunner().invoke(command, ["--help"], prog_name=name).stdout
    return [told, *(text for each, sub in below for text in texts(sub, each))]


def test_ids_in_help_are_of_the_form_that_ids_have() -> None:
    told = " ".join(text for name, entry in commands().items() for text in texts(entry.load(), name))
    shown = [word for word in re.findall(r"\b[a-z0-9]{16}\b", told) if re.search(r"[a-z]\d|\d[a-z]", word)]
    assert shown
    assert [word for word in shown if not OWN_FORM.fullmatch(word)] == []


def test_bash_is_told_how_to_complete() -> None:
    def complete(**variables: str) -> str:
        environment = {**os.environ, **variables}
        return subprocess.run([COMMAND], capture_output=True, text=True, env=environment, check=True).stdout

    script = complete(_DEMARCHE_COMPLETE="bash_source")
    assert "_demarche_completion() {" in script
    subprocess.run(["bash", "-n"], input=script, text=True, check=True)
    assert "plain,status" in complete(_DEMARCHE_COMPLETE="bash_complete", COMP_WORDS="demarche sta", COMP_CWORD="1")


def interrupted_import() -> None:
    raise RuntimeError("a class is not whole") from Interrupted(signal.SIGINT)


def broken_import() -> None:
    raise RuntimeError("a class is not whole")


def test_an_import_that_ctrl_c_cuts_off_ends_as_ctrl_c_does(monkeypatch: pytest.MonkeyPatch) -> None:
    command = click.Command("cut-off", callback=interrupted_import)
    monkeypatch.setattr(main, "get_command", lambda context, name: command)
    result = CliRunner().invoke(main, ["cut-off"])
    assert (result.exit_code, result.stderr) == (130, "demarche: stopped\n")
    command.callback = broken_import
    assert isinstance(CliRunner().invoke(main, ["cut-off"]).exception, RuntimeError)
