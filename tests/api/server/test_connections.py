"""Who is slow or silent keeps nobody from being answered, and loses the connection in the end."""

from __future__ import annotations

import json
import socket
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack

import pytest
from waitress import wasyncore

from api.server import connections
from api.server.connections import Listener, listen

THREADS = 2
BIG = 40_000_000  # bytes: more than what is made ahead and what kernels keep
ASK = b"GET /%s HTTP/1.1\r\nHost: here\r\n\r\n"
ASK_ONCE = b"GET /plain HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n"
HALVES = {
    "nothing": b"",
    "half a line": b"GET /pla",
    "half a head": b"GET /plain HTTP/1.1\r\nHost: he",
    "half a body": b"POST /plain HTTP/1.1\r\nHost: here\r\nContent-Length: 100\r\n\r\n{",
    "half a chunk": b"POST /plain HTTP/1.1\r\nHost: here\r\nTransfer-Encoding: chunked\r\n\r\n8\r\n{",
}

cut_off = threading.Event()


def application(environ: dict[str, str], start_response: Callable[..., object]) -> Iterable[bytes]:
    if environ["PATH_INFO"] == "/big":
        start_response("200 OK", [("Content-Length", str(BIG))])
        return big()
    start_response("200 OK", [("Content-Type", "text/plain"), ("Content-Length", "5")])
    return [b"plain"]


def big() -> Iterator[bytes]:
    try:
        for _ in range(BIG // 100_000):
            yield b"x" * 100_000
    except GeneratorExit:
        cut_off.set()
        raise


@pytest.fixture
def address(monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[str, int]]:
    """Of a server with two threads whose patience is short."""
    for name, value in {"IDLE": 0.3, "LOOK": 0.2, "LOOKS": 2, "CONNECTIONS": 60}.items():
        monkeypatch.setattr(connections, name, value)
    cut_off.clear()
    with socket.create_server(("127.0.0.1", 0)) as listening:
        served = listen(application, listening.dup(), threads=THREADS, max_request_body_size=1_000)
        end = threading.Event()
        thread = threading.Thread(target=run, args=(served, end))
        thread.start()
        yield listening.getsockname()
        end.set()
        thread.join()


def run(served: Listener, end: threading.Event) -> None:
    while not end.is_set():
        wasyncore.loop(0.05, use_poll=True, map=served._map, count=1)
        served.look()
    served.task_dispatcher.shutdown()
    for channel in [*served.active_channels.values()]:
        channel.handle_close()  # with the file of an answer that was not taken whole
    wasyncore.close_all(served._map)


def ask(address: tuple[str, int], request: bytes = ASK_ONCE) -> bytes:
    with socket.create_connection(address, timeout=20) as connection:
        connection.sendall(request)
        return b"".join(iter(lambda: connection.recv(65_536), b""))


def answer(connection: socket.socket) -> bytes:
    connection.sendall(ASK % b"plain")
    connection.settimeout(20)
    got = b""
    while not got.endswith(b"plain") and (more := connection.recv(65_536)):
        got += more
    return got


def ended(connection: socket.socket) -> bool:
    connection.settimeout(20)
    try:
        while connection.recv(65_536):
            pass
    except ConnectionResetError:
        return True
    return True


@pytest.mark.parametrize("half", HALVES.values(), ids=HALVES)
def test_who_sends_half_a_request_keeps_no_one_waiting_and_is_cut_off(address: tuple[str, int], half: bytes) -> None:
    with ExitStack() as stack:
        held = [stack.enter_context(socket.create_connection(address)) for _ in range(40)]
        for connection in held:
            connection.sendall(half)
        assert ask(address).endswith(b"plain")
        assert all(map(ended, held))


def test_who_drips_is_cut_off_too(address: tuple[str, int]) -> None:
    with socket.create_connection(address) as connection:
        connection.sendall(b"GET /plain HTTP/1.1\r\nX-Drip: ")
        until = time.monotonic() + 20
        while time.monotonic() < until:
            try:
                connection.sendall(b"x")
            except (ConnectionResetError, BrokenPipeError):
                return
            time.sleep(0.02)
    pytest.fail("it was waited for")


def test_who_takes_no_answer_is_cut_off_and_the_making_of_it_ends(address: tuple[str, int]) -> None:
    with ExitStack() as stack:
        for _ in range(THREADS):
            connection = stack.enter_context(socket.create_connection(address))
            connection.sendall(ASK % b"big")
        assert ask(address).endswith(b"plain")  # as soon as one of them has lost its thread
        assert cut_off.is_set()


def test_who_takes_it_gets_all_of_it(address: tuple[str, int]) -> None:
    with socket.create_connection(address, timeout=20) as connection:
        connection.sendall(ASK % b"big")
        with connection.makefile("rb") as answer:
            while answer.readline() != b"\r\n":
                pass
            assert len(answer.read(BIG)) == BIG


def test_a_connection_is_kept_for_the_next_request(address: tuple[str, int]) -> None:
    with socket.create_connection(address, timeout=20) as connection:
        for _ in range(3):
            assert answer(connection).endswith(b"plain")
            time.sleep(0.1)


def test_where_there_are_too_many_the_longest_silent_gives_way(
    address: tuple[str, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connections, "IDLE", 60.0)
    with ExitStack() as stack:
        held = [stack.enter_context(socket.create_connection(address)) for _ in range(connections.CONNECTIONS + 1)]
        assert ended(held[0])
        assert ask(address).endswith(b"plain")
        assert answer(held[-1]).endswith(b"plain")


@pytest.mark.parametrize(
    ("request_", "status", "code"),
    [
        (b"GET\r\n\r\n", 400, "malformed-request"),
        (b"GET / HTTP/1.1\r\nHost here\r\n\r\n", 400, "malformed-request"),
        (b"GET / HTTP/1.1\r\nContent-Length: x\r\n\r\n", 400, "malformed-request"),
        (b"POST / HTTP/1.1\r\nTransfer-Encoding: gzip\r\n\r\n", 501, "not-implemented"),
        (b"POST / HTTP/1.1\r\nContent-Length: 1001\r\n\r\n", 413, "too-large"),
        (b"GET / HTTP/1.1\r\nX: " + b"x" * 300_000, 431, "headers-too-large"),
    ],
)
def test_what_is_refused_before_the_application_is_a_problem_like_others(
    address: tuple[str, int], request_: bytes, status: int, code: str
) -> None:
    head, _, body = ask(address, request_).partition(b"\r\n\r\n")
    assert head.startswith((b"HTTP/1.1 %d " % status, b"HTTP/1.0 %d " % status))
    assert b"Content-Type: application/problem+json" in head
    problem = json.loads(body)
    assert (problem["status"], problem["code"]) == (status, code)
    assert problem["request_id"]
