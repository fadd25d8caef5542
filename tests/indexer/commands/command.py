"""`run("index", path, …)`: the command, with an engine of the test's own; COMMAND where it must be a process."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from click.testing import Result

Run = Callable[..., Result]
COMMAND = Path(sys.executable).with_name("demarche")


def run_without_room(*arguments: object, buffered: bool) -> tuple[int, str]:
    """Its exit code, and what it says where nothing can be written to its standard output, whether Python holds that
    back until there is enough of it or not.
    """
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    environment |= {} if buffered else {"PYTHONUNBUFFERED": "1"}
    with Path("/dev/full").open("w") as full:
        command = [COMMAND, *map(str, arguments)]
        ran = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, env=environment)
    return ran.returncode, ran.stderr
