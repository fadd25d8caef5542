"""The process that `isolation` starts: it reads one document after another, each within its limits of time and memory.

A document comes as (name of its reader, what is known of the Input, bytes) and goes as an Answer, over the connection
whose descriptor is the first argument. The process ends when that does, and so when its parent does, however that ends.
"""

from __future__ import annotations

import io
import resource
import signal
import sys
import time
import traceback
from collections.abc import Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from indexer.inputs.defects import defect
from indexer.inputs.input import Input, Link
from indexer.inputs.result import Reading, Refused
from indexer.processes.memory import collect_rarely
from indexer.readers.registry import Reader, readers

STATM = Path("/proc/self/statm")


@dataclass(frozen=True, slots=True)
class Answer:
    """`unforeseen` is the traceback of what ended the reading; `memory`: whether too little was left."""

    found: Sequence[Reading | Link]
    unforeseen: str = ""
    memory: bool = False


def main() -> None:
    descriptor, seconds, memory = map(int, sys.argv[1:])
    for ignored in (signal.SIGINT, signal.SIGTERM):  # whoever gives the work ends it, when all that was begun is done
        signal.signal(ignored, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    by_name = {reader.name: reader for reader in readers()}
    collect_rarely()
    bound_memory(memory)
    with Connection(descriptor) as connection:
        connection.send(None)  # ready
        while True:
            try:
                name, known, data = connection.recv()
            except EOFError:
                return
            bound_time(seconds)
            answer = read(by_name[name], Input(stream=io.BufferedReader(io.BytesIO(data)), **known), len(data))
            connection.send(answer)


def bound_memory(size: int) -> None:
    """What may be taken beside what Python and the libraries have. Only Linux tells how much that is."""
    if STATM.exists():
        most = int(STATM.read_text().split()[0]) * resource.getpagesize() + size
        resource.setrlimit(resource.RLIMIT_AS, (most, most))


def bound_time(seconds: int) -> None:
    """Of the processor, from now on; the kernel ends what takes more, whatever it is stuck in."""
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    most = int(time.process_time()) + 1 + seconds
    resource.setrlimit(resource.RLIMIT_CPU, (most if hard < 0 else min(most, hard), hard))


def read(reader: Reader, source: Input, size: int) -> Answer:
    found: list[Reading | Link] = []
    try:
        for one in reader.read(source):
            assert not isinstance(one, Input), "what holds other inputs is read where it lies"
            found.append(one)
    except MemoryError:
        return Answer([], memory=True)
    except Exception as error:  # noqa: BLE001 - of a reader, or of a library that it stands on
        refused = Refused(source.origin, defect(error, "read"), size)
        return Answer([*found, refused], unforeseen=traceback.format_exc())
    return Answer(found)
