"""A server as `demarche serve` starts it: its own process, a port of its own."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import IO

COMMAND = (sys.executable, "-c", "from api.server.serve import serve; serve()")


@contextmanager
def serving(
    engine: str, *options: str, log: int | IO[str] = subprocess.PIPE, command: Sequence[str] = COMMAND
) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """The address that it prints, and the process, which is stopped in the end.

    A pipe holds the log of a few hundred requests, and then the server waits: for more, give a file.
    """
    started = [*command, "--engine", engine, "--port", "0", *options]
    with subprocess.Popen(started, stdout=subprocess.PIPE, stderr=log, text=True) as server:
        try:
            assert server.stdout
            line = server.stdout.readline()
            address = re.search(r"http://\S+", line)
            assert address, line
            yield address[0], server
        finally:
            if server.poll() is None:
                server.send_signal(signal.SIGTERM)
