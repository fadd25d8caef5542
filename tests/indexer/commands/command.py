"""`run("index", path, …)`: the command, with an engine of the test's own; COMMAND where it must be a process."""

import sys
from collections.abc import Callable
from pathlib import Path

from click.testing import Result

Run = Callable[..., Result]
COMMAND = Path(sys.executable).with_name("demarche")
