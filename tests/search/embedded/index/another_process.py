"""What tests have other processes do with an index; see tests/forked.py."""

from __future__ import annotations

import resource
import signal
from contextlib import suppress
from multiprocessing.connection import Connection

from schemas.query import StatementQuery
from search.errors import EngineUnavailable
from search.opening import open_engine
from tests.contract.corpus import Said, split


def fill_a_disk(path: str) -> None:
    """Write where no file can grow beyond a size, and again where it can."""
    big = [split(*(Said(f"Statement {n}. " * 20) for n in range(400)), title=f"Big {m}") for m in range(5)]
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    with open_engine(f"embedded://{path}") as engine:
        soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, hard))
        try:
            engine.replace(big)
        except EngineUnavailable as error:
            print(error)
        print(engine.search(StatementQuery()).total.value)
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        engine.replace(big)
        print(engine.search(StatementQuery()).total.value, flush=True)


def answer(path: str, asked: Connection) -> None:
    """How many statements have the words that are asked for, until nobody asks."""
    with open_engine(f"embedded://{path}") as engine, suppress(EOFError):
        while True:
            asked.send(engine.search(StatementQuery(q=asked.recv())).total.value)


def make(path: str) -> None:
    with open_engine(f"embedded://{path}") as engine:
        print(engine.search(StatementQuery(q="x")).total.value, flush=True)
