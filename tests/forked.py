"""`demarche` as people run it, in a process of its own, but forked from one that has imported and loaded all of it.

A start of the whole command costs a second of the processor, and three more for each process that splits articles. What
is tested of most is what they do after that. They have signals, exit codes, pipes, limits, an environment and a process
group as a command has, and processes beside them, which are forked likewise. Where it matters how the interpreter
begins or ends, or how workers are started, a test starts the whole command (tests/indexer/commands/command.py). What
else a test has another process do, and kills, is a function of a module that imports little.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from contextlib import chdir
from importlib import import_module
from multiprocessing import forkserver
from multiprocessing.connection import Connection
from pathlib import Path
from typing import IO

import click

from indexer.readers.isolation import child
from indexer.readers.isolation.supervisor import Isolation

ROOT = Path(__file__).parents[1]
SERVER = multiprocessing.get_context("forkserver")
PRELOADED = "tests.preloaded"
DEMARCHE = "indexer.commands:main"
Prepare = Callable[[], object]


class Forked:
    """A running command; what one does with a subprocess.Popen can be done with it.

    What it says can be read from `stdout` and `stderr`, but for what was given a file of its own. `prepare` is called
    in it before it begins. `command` is a click.Command as "module:name", or a function that takes the arguments.
    """

    def __init__(
        self,
        *arguments: object,
        command: str | Callable[..., object] = DEMARCHE,
        stdout: IO[str] | None = None,
        stderr: IO[str] | None = None,
        prepare: Prepare | None = None,
        **environment: str,
    ) -> None:
        self.args = [str(argument) for argument in arguments]
        self.stdout, out = stream(stdout)
        self.stderr, err = stream(stderr)
        ensure_server()
        told = (str(Path.cwd()), dict(os.environ | environment))
        self.process = SERVER.Process(target=carry_out, args=(command, self.args, out, err, *told, prepare))
        self.process.start()
        out.close()
        err.close()

    @property
    def pid(self) -> int:
        assert self.process.pid
        return self.process.pid

    @property
    def returncode(self) -> int | None:
        return self.process.exitcode

    def poll(self) -> int | None:
        return self.returncode

    def wait(self, timeout: float | None = None) -> int:
        self.process.join(timeout)
        if self.returncode is None:
            assert timeout
            raise subprocess.TimeoutExpired(self.args, timeout)
        return self.returncode

    def send_signal(self, number: int) -> None:
        if self.poll() is None:
            os.kill(self.pid, number)

    def kill(self) -> None:
        self.send_signal(signal.SIGKILL)

    def communicate(self, timeout: float | None = None) -> tuple[str, str]:
        """All that it says until it ends."""
        said: dict[int, str] = {}
        streams = [each for each in (self.stdout, self.stderr) if each and not each.closed]
        threads = [threading.Thread(target=lambda each=each: said.update({id(each): each.read()})) for each in streams]
        for thread in threads:
            thread.start()
        try:
            self.wait(timeout)
        except subprocess.TimeoutExpired:
            self.kill()
            raise
        finally:
            for thread in threads:
                thread.join()
            self.close()
        return said.get(id(self.stdout), ""), said.get(id(self.stderr), "")

    def close(self) -> None:
        for each in (self.stdout, self.stderr):
            if each:
                each.close()


def ensure_server() -> None:
    SERVER.set_forkserver_preload([PRELOADED])
    with chdir(ROOT):  # where the server finds what it loads first
        forkserver._forkserver.ensure_running()


def begin_server() -> str:
    """For other processes too, as long as this one lives; its address."""
    ensure_server()
    address: str = getattr(forkserver._forkserver, "_forkserver_address")  # noqa: B009
    return address


def use_server(address: str) -> None:
    """Fork from one that another process began: to load all of it takes five seconds of the processor."""
    setattr(forkserver._forkserver, "_forkserver_address", address)  # noqa: B010
    # Python hands it to each process that it forks: it ends with the last that holds it. This one ends with the other.
    setattr(forkserver._forkserver, "_forkserver_alive_fd", os.open(os.devnull, os.O_RDONLY))  # noqa: B010
    setattr(forkserver._forkserver, "ensure_running", lambda: None)  # noqa: B010


def stream(file: IO[str] | None) -> tuple[IO[str] | None, Connection]:
    """Where it can be read, unless it is a file, and what the process writes to."""
    if file:
        return None, Connection(os.dup(file.fileno()), readable=False)
    reading, writing = os.pipe()
    return os.fdopen(reading, encoding="utf-8"), Connection(writing, readable=False)


def carry_out(
    command: str | Callable[..., object],
    arguments: Sequence[str],
    out: Connection,
    err: Connection,
    folder: str,
    environment: dict[str, str],
    prepare: Prepare | None,
) -> None:
    """In the process that was forked."""
    if PRELOADED not in sys.modules:  # the server passes over in silence what it can't import
        import_module(PRELOADED)
        raise AssertionError(f"the server did not import {PRELOADED}")
    os.setsid()
    os.dup2(out.fileno(), 1)
    os.dup2(err.fileno(), 2)
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    fork_workers()
    if prepare:
        prepare()
    if not isinstance(command, str):
        command(*arguments)
        return
    module, _, name = command.partition(":")
    main: click.Command = getattr(import_module(module), name)
    main(list(arguments), prog_name="demarche")


def fork_workers() -> None:
    """From the server that this process itself was forked from: those that split articles, and the one that reads."""
    setattr(forkserver._forkserver, "ensure_running", lambda: None)  # noqa: B010 - Python would start another
    setattr(multiprocessing, "get_context", lambda method=None: SERVER)  # noqa: B010
    setattr(Isolation, "start", start_reader)  # noqa: B010


def start_reader(isolation: Isolation) -> Connection:
    """As Isolation.start does."""
    isolation.connection, other = multiprocessing.Pipe()
    process = SERVER.Process(target=read_documents, args=(other, isolation.seconds, isolation.memory))
    process.start()
    other.close()
    multiprocessing.process._children.discard(process)  # type: ignore[attr-defined] # it is not waited for at the end
    setattr(process, "wait", lambda: process.join() or process.exitcode)  # noqa: B010
    setattr(isolation, "process", process)  # noqa: B010
    isolation.connection.recv()
    return isolation.connection


def read_documents(connection: Connection, seconds: int, memory: int) -> None:
    os.setsid()
    sys.argv = ["", *map(str, (connection.fileno(), seconds, memory))]
    child.main()
