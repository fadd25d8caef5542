"""A server as `demarche serve` starts it: its own process, a port of its own."""

from __future__ import annotations

import re
import signal
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import IO

from tests.forked import Forked

SERVE = "api.server.serve:serve"
Server = Forked | subprocess.Popen[str]


@contextmanager
def serving(
    engine: str, *options: str, log: IO[str] | None = None, command: Sequence[str] = ()
) -> Iterator[tuple[str, Server]]:
    """The address that it prints, and the process, which is stopped in the end; `command` is another than ours.

    A pipe holds the log of a few hundred requests, and then the server waits: for more, give a file.
    """
    server = begin(["--engine", engine, "--port", "0", *options], log, command)
    try:
        assert server.stdout
        line = server.stdout.readline()
        address = re.search(r"http://\S+", line)
        assert address, line
        yield address[0], server
    finally:
        if server.poll() is None:
            server.send_signal(signal.SIGTERM)
        server.communicate()


def begin(options: Sequence[str], log: IO[str] | None, command: Sequence[str]) -> Server:
    if not command:
        return Forked(*options, command=SERVE, stderr=log)
    return subprocess.Popen([*command, *options], stdout=subprocess.PIPE, stderr=log or subprocess.PIPE, text=True)
