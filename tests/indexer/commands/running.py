"""`run("index", path, …)`: the command, with an engine of the test's own."""

from collections.abc import Callable

from click.testing import Result

Run = Callable[..., Result]
