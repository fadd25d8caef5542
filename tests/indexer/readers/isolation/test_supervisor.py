"""Reading in a process that can be ended: what it takes too much for is refused, and the next document is read."""

import io
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from indexer.inputs.input import Input, Link, Origin
from indexer.inputs.result import Loaded, Reading, Refused
from indexer.readers.dispatcher import Dispatcher
from indexer.readers.isolation.supervisor import Isolation
from indexer.readers.registry import readers
from tests.forked import ensure_server, start_reader

PAGE = b"<html><body><article><p>A text that is long enough, and has an end.</p></article></body></html>"
# Its attributes are compared each with each, and none is seen beforehand, for they seem to be a script's.
SLOW = b"<html><body><p " + b"".join(b"a%d=<script " % number for number in range(100_000)) + b">A text.</p></html>"
LARGE = b"<html><body><p>" + b"A text. " * 1_200_000 + b"</p></body></html>"


class Forked(Isolation):
    """Its processes need no second to import what reads: each document that is refused costs one."""

    def start(self) -> Connection:
        return start_reader(self)


@pytest.fixture(scope="module")
def isolation() -> Iterator[Isolation]:
    ensure_server()
    isolation = Forked(memory=100_000_000)
    yield isolation
    isolation.end()


@pytest.fixture
def hasty() -> Iterator[Isolation]:
    ensure_server()
    isolation = Forked(seconds=1)
    yield isolation
    isolation.end()


def read(isolation: Isolation, content: bytes, **known: object) -> list[Reading | Link]:
    html = next(reader for reader in readers() if reader.name == "html")
    return list(isolation.read(html, Input(Origin("a"), io.BufferedReader(io.BytesIO(content)), **known)))  # type: ignore[arg-type]


def reason(found: list[Reading | Link]) -> str:
    (refused,) = found
    assert isinstance(refused, Refused)
    return refused.reason


def process_of(isolation: Isolation) -> int:
    assert isolation.process
    return isolation.process.pid


def test_one_process_reads_one_document_after_another(isolation: Isolation) -> None:
    (first,) = read(isolation, PAGE, url="https://a.example/1", told={"title": "Of the link"})
    assert isinstance(first, Loaded)
    assert (first.article.title, first.article.url) == ("Of the link", "https://a.example/1")
    process = process_of(isolation)
    assert [type(found) for found in read(isolation, PAGE)] == [Loaded]
    assert process_of(isolation) == process


def test_what_takes_too_long_is_refused_and_the_next_is_read(hasty: Isolation) -> None:
    assert reason(read(hasty, SLOW)) in (
        "took more than 1 seconds of the processor to read: it is no article",
        "took more than 3 seconds to read: it is no article",  # where others have the processor
    )
    assert [type(found) for found in read(hasty, PAGE)] == [Loaded]


def test_what_takes_too_much_memory_is_refused_and_the_next_is_read(isolation: Isolation) -> None:
    assert reason(read(isolation, LARGE)) == "needs more than 100 MB of memory to be read: it is no article"
    assert [type(found) for found in read(isolation, PAGE)] == [Loaded]


def test_a_process_that_was_ended_by_others_is_started_anew(isolation: Isolation) -> None:
    read(isolation, PAGE)
    os.kill(process_of(isolation), signal.SIGKILL)
    assert [type(found) for found in read(isolation, PAGE)] == [Loaded]


def test_what_the_reader_breaks_on_is_refused_by_name(isolation: Isolation) -> None:
    told = reason(read(isolation, PAGE, told=7))
    assert told.startswith("can't be read, which is a fault of Demarche: TypeError: ")
    assert [type(found) for found in read(isolation, PAGE)] == [Loaded]


def test_an_answer_that_was_not_waited_for_is_not_the_next_documents(isolation: Isolation) -> None:
    def interrupt(*told: object) -> None:
        raise KeyboardInterrupt

    read(isolation, PAGE)
    before = signal.signal(signal.SIGALRM, interrupt)
    signal.setitimer(signal.ITIMER_REAL, 0.3)
    try:
        with pytest.raises(KeyboardInterrupt):
            read(isolation, SLOW)
    finally:
        signal.signal(signal.SIGALRM, before)
    assert [type(found) for found in read(isolation, PAGE)] == [Loaded]


def test_a_terminal_sends_it_no_ctrl_c() -> None:
    isolation = Isolation()
    read(isolation, PAGE)
    assert os.getsid(process_of(isolation)) != os.getsid(0)
    os.kill(process_of(isolation), signal.SIGINT)
    assert [type(found) for found in read(isolation, PAGE)] == [Loaded]
    isolation.end()


def test_all_pages_and_feeds_are_read_so_and_nothing_that_holds_others() -> None:
    assert [reader.name for reader in readers() if reader.isolated] == ["feed", "html"]


def test_an_opening_uses_the_isolation_that_it_is_given(isolation: Isolation) -> None:
    source = Input(Origin("a"), io.BufferedReader(io.BytesIO(LARGE)), ".html")
    (refused,) = Dispatcher(isolation=isolation).articles(source)
    assert isinstance(refused, Refused)
    assert "needs more than 100 MB" in refused.reason


SCRIPT = """
import os, signal
from pathlib import Path
from indexer.readers.isolation import supervisor
from indexer.readers.files import find
from indexer.readers.dispatcher import read
from indexer.inputs.result import Loaded

def begin():
    assert all(isinstance(found, Loaded) for found in read(find([Path("a.html")]).files))
    print(supervisor.SHARED.process.pid, flush=True)

if os.fork() == 0:
    begin()
    os.kill(os.getpid(), signal.SIGKILL)
_, status = os.wait()
assert os.waitstatus_to_exitcode(status) == -signal.SIGKILL
begin()
"""


def test_it_ends_when_the_command_does_however_that_ends(tmp_path: Path) -> None:
    """Killed, or at its end. And it runs nothing that lies in the folder where the command was called."""
    (tmp_path / "a.html").write_bytes(PAGE)
    (tmp_path / "lxml.py").write_text("raise SystemExit('a module of the folder')", "utf-8")
    command = [sys.executable, "-P", "-c", SCRIPT]
    ran = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, env=os.environ | {"PYTHONPATH": ""})
    assert (ran.returncode, ran.stderr) == (0, "")
    processes = [Path("/proc", pid) for pid in ran.stdout.split()]
    assert len(processes) == 2
    end = time.monotonic() + 30
    while any(map(lives, processes)):
        assert time.monotonic() < end
        time.sleep(0.05)


def lives(process: Path) -> bool:
    try:
        return "\nState:\tZ" not in (process / "status").read_text()
    except FileNotFoundError:
        return False
