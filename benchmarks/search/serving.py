"""Servers of processes of their own, asked over connections that are kept, and what memory they take."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson
import urllib3

SERVE = (sys.executable, "-c", "from api.server.serve import serve; serve()")
START_SECONDS = 60
ASK_SECONDS = 300

# What a user would have to set so that no request is cut off, and what costs time and was not asked for is left out.
DATASETTE = {
    "sql_time_limit_ms": ASK_SECONDS * 1000,
    "facet_time_limit_ms": ASK_SECONDS * 1000,
    "suggest_facets": "off",
    "num_sql_threads": 8,
    "cache_size_kb": 0,
}


@dataclass(frozen=True, slots=True)
class Server:
    url: str
    pid: int


class Client:
    """JSON over HTTP, by urllib3 with a connection for each thread, decoded by orjson: the same for every system."""

    def __init__(self, url: str, connections: int = 8):
        self.url = url
        self.pool = urllib3.PoolManager(maxsize=connections, timeout=ASK_SECONDS, retries=urllib3.Retry(1, redirect=0))

    def get(self, path: str, fields: dict[str, Any]) -> Any:
        return self.decoded(self.pool.request("GET", f"{self.url}{path}", fields=fields))

    def post(self, path: str, body: bytes) -> Any:
        headers = {"Content-Type": "application/json"}
        return self.decoded(self.pool.request("POST", f"{self.url}{path}", body=body, headers=headers))

    def decoded(self, answer: urllib3.BaseHTTPResponse) -> Any:
        if answer.status != 200:
            raise RuntimeError(f"{answer.url} answered {answer.status}: {answer.data[:500]!r}")
        return orjson.loads(answer.data)


@contextmanager
def demarche(engine: str) -> Iterator[Server]:
    """As `demarche serve` starts it, two workers."""
    command = [*SERVE, "--engine", engine, "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        try:
            assert server.stdout
            told = re.search(r"http://[^\s/]+", server.stdout.readline())
            assert told
            yield Server(told[0], server.pid)
        finally:
            server.send_signal(signal.SIGINT)  # on a gentler one gunicorn waits for the connections that we keep


@contextmanager
def datasette(database: Path) -> Iterator[Server]:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    settings = [text for name, value in DATASETTE.items() for text in ("--setting", name, str(value))]
    command = [sys.executable, "-m", "datasette", "serve", "--immutable", str(database), "--port", str(port), *settings]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            wait_for(port, server)
            yield Server(f"http://127.0.0.1:{port}", server.pid)
        finally:
            server.terminate()


def wait_for(port: int, server: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and server.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port)).close()
        except ConnectionRefusedError:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError(f"{server.args} did not start")


def memory(pid: int) -> tuple[float, float]:
    """MB resident of a process and its children: all, pages that they share counted once, and those of no file."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    rollup = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii")
    found = dict(re.findall(r"^(\w+): +(\d+) kB", rollup, re.MULTILINE))
    shared = [memory(int(child)) for child in children]
    own = int(found["Pss"]) / 1000, int(found["Pss_Anon"]) / 1000
    return own[0] + sum(each[0] for each in shared), own[1] + sum(each[1] for each in shared)
