"""Reading in a process that can be ended: for documents whose time and memory no look at them can tell.

libxml2, trafilatura and feedparser take minutes for some pages of a few hundred kilobytes. One process reads them, a
document after another. It is started by the first, ended where a document takes more than it may, and started anew by
the next. It is no wall against code: it runs as the same user, with the same rights.
"""

from __future__ import annotations

import atexit
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from multiprocessing import Pipe
from multiprocessing.connection import Connection

import structlog

from indexer.inputs.input import MAX_INPUT, Input, Link
from indexer.inputs.result import Reading, Refused
from indexer.readers.isolation.child import Answer
from indexer.readers.registry import Reader

SECONDS = 20  # of the processor, for one document
MEMORY = 1_000_000_000  # bytes, for one document
PATIENCE = 3  # times the seconds, until a process ends that waits for something, or for its turn at the processor
STARTING = 120.0  # seconds until it has loaded its libraries
START = "from indexer.readers.isolation.child import main; main()"

log = structlog.get_logger("indexer")


class Ended(Exception):
    """The process did not answer, and is no more; why, in words for the user. `late` says that time was the reason."""

    def __init__(self, reason: str, late: bool = False):
        super().__init__(reason)
        self.late = late


@dataclass(slots=True, eq=False)
class Isolation:
    """May be shared between threads: one document is read at a time."""

    seconds: int = SECONDS
    memory: int = MEMORY
    process: subprocess.Popen[bytes] | None = None
    connection: Connection | None = None
    lock: threading.Lock = field(default_factory=threading.Lock)

    def read(self, reader: Reader, source: Input) -> Iterator[Reading | Link]:
        """What the reader makes of the input, or that it took too much."""
        data = source.stream.read(MAX_INPUT + 1)
        known = {each.name: getattr(source, each.name) for each in fields(source) if each.name != "stream"}
        try:
            with self.lock:
                answer = self.answer((reader.name, known, data))
        except Ended as ended:
            yield Refused(source.origin, str(ended), len(data))
            return
        if answer.unforeseen:
            log.debug("unforeseen", doing="read", where=str(source.origin), traceback=answer.unforeseen)
        yield from answer.found

    def answer(self, document: object) -> Answer:
        """A process that has read others may end for what those left behind: then a fresh one reads it again."""
        used = self.process is not None
        try:
            return self.ask(document)
        except Ended as ended:
            if ended.late or not used:
                raise
        return self.ask(document)

    def ask(self, document: object) -> Answer:
        patience = self.seconds * PATIENCE
        try:
            connection = self.connection or self.start()
            connection.send(document)
            answer: Answer | None = connection.recv() if connection.poll(patience) else None
        except (EOFError, ConnectionError):
            raise self.why() from None
        except BaseException:  # Ctrl-C too: an answer that comes later would be taken for another document's
            self.end()
            raise
        if answer and not answer.memory:
            return answer
        self.end()
        if answer:
            raise Ended(f"needs more than {self.memory // 1_000_000:,} MB of memory to be read: it is no article")
        raise Ended(f"took more than {patience} seconds to read: it is no article", late=True)

    def start(self) -> Connection:
        """In a session of its own, which the terminal sends no Ctrl-C. It looks for modules where this one does, which
        does not mean the folder that it was called in.
        """
        self.connection, other = Pipe()
        command = [sys.executable, "-P", "-c", START, str(other.fileno()), str(self.seconds), str(self.memory)]
        self.process = subprocess.Popen(  # noqa: S603 - our own Python
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            pass_fds=[other.fileno()],
            start_new_session=True,
            env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        )
        other.close()
        if not self.connection.poll(STARTING):
            raise Ended(f"is not read: what should read it did not start within {STARTING:.0f} seconds")
        self.connection.recv()
        return self.connection

    def why(self) -> Ended:
        """As its exit code tells."""
        assert self.process
        code = self.process.wait()
        self.end()
        if code == -signal.SIGXCPU:
            return Ended(f"took more than {self.seconds} seconds of the processor to read: it is no article", late=True)
        name = signal.Signals(-code).name if -code in set(signal.Signals) else f"exit code {code}"
        return Ended(f"can't be read: the process that read it ended with {name}")

    def end(self) -> None:
        if self.connection:
            self.connection.close()
        if self.process:
            self.process.kill()
            self.process.wait()
        self.connection = self.process = None


SHARED = Isolation()
atexit.register(SHARED.end)
