"""One request against a real server that may be slow, endless, broken or a bomb."""

import gzip
import socket
import time
import tracemalloc
import zlib
from http.server import BaseHTTPRequestHandler

import pytest

from indexer.inputs.input import MAX_INPUT
from indexer.inputs.result import Refusal
from indexer.web.address import target
from indexer.web.allowance import Allowance
from indexer.web.client import Client
from indexer.web.connection import Gate
from indexer.web.transient import Transient
from tests.indexer.web.site import Reply, Site

ASKING = Client("Demarche/test", Gate(lambda ip: True), seconds=0.6)


def refusal_of(site: Site, path: str = "/") -> Refusal:
    with pytest.raises(Refusal) as refusal:
        ASKING.get(target(site.url + path), ASKING.allowance())
    return refusal.value


def test_an_answer_is_read_decompressed(site: Site) -> None:
    site.pages["/"] = Reply(gzip.compress(b"A text."), headers={"Content-Encoding": "gzip"})
    answer = ASKING.get(target(site.url), ASKING.allowance())
    assert (answer.status, answer.body, answer.cut) == (200, b"A text.", False)
    assert site.asked[0][1]["User-Agent"] == "Demarche/test"


def test_a_bomb_is_read_to_the_limit_and_no_further(site: Site) -> None:
    packer = zlib.compressobj(1, wbits=31)
    bomb = b"".join([*(packer.compress(bytes(1_000_000)) for _ in range(500)), packer.flush()])
    site.pages["/"] = Reply(gzip.compress(bomb), headers={"Content-Encoding": "gzip, gzip"})
    tracemalloc.start()
    try:
        answer = Client("Demarche/test", ASKING.gate).get(target(site.url), Allowance(60))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert (len(answer.body), answer.cut) == (MAX_INPUT, True)
    assert peak < 5 * MAX_INPUT


def test_a_body_without_end_is_cut(site: Site) -> None:
    def endless(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.0 200 OK\r\n\r\n")
        while True:
            handler.wfile.write(bytes(100_000))

    site.pages["/"] = endless
    answer = ASKING.get(target(site.url), ASKING.allowance(), limit=1_000_000)
    assert (len(answer.body), answer.cut) == (1_000_000, True)


@pytest.mark.parametrize("beginning", [b"", b"HTTP/1.0 200 OK\r\nX-", b"HTTP/1.0 200 OK\r\n\r\n", b"HTTP/1.1 100 "])
def test_a_server_that_sends_byte_by_byte_is_left_in_time(site: Site, beginning: bytes) -> None:
    def slow(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(beginning)
        while True:
            time.sleep(0.05)
            handler.wfile.write(b"1")

    site.pages["/"] = slow
    began = time.monotonic()
    refusal = refusal_of(site)
    assert str(refusal) == "took longer than 0.6 seconds"
    assert isinstance(refusal, Transient)
    assert time.monotonic() - began < 3


def test_a_tls_handshake_that_never_ends_is_left_in_time() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent, pytest.raises(Transient) as refusal:
        ASKING.get(target(f"https://127.0.0.1:{silent.getsockname()[1]}/"), ASKING.allowance())
    assert str(refusal.value) == "took longer than 0.6 seconds"


def test_an_answer_that_breaks_off_is_no_answer(site: Site) -> None:
    site.pages["/"] = Reply(b"half", headers={"Content-Length": "8"})
    refusal = refusal_of(site)
    assert isinstance(refusal, Transient)
    assert "broke off" in str(refusal)


# gzip packs the time along: without a name of its own the second test would be called another thing each second.
@pytest.mark.parametrize(
    "body", [b"not gzip", gzip.compress(b"A text.")[:-9] + b"123456789"], ids=["no gzip", "a wrong sum at its end"]
)
def test_broken_compression_is_named(site: Site, body: bytes) -> None:
    site.pages["/"] = Reply(body, headers={"Content-Encoding": "gzip"})
    refusal = refusal_of(site)
    assert str(refusal) == "is compressed in a way that can't be undone"
    assert not isinstance(refusal, Transient)


@pytest.mark.parametrize(("packing", "readable"), [("identity", True), ("GZIP", True), ("", True), ("br", False)])
def test_compression_that_was_not_asked_for_is_named(site: Site, packing: str, readable: bool) -> None:
    body = gzip.compress(b"A text.") if "GZIP" in packing else b"A text."
    site.pages["/"] = Reply(body, headers={"Content-Encoding": packing})
    if readable:
        assert ASKING.get(target(site.url), ASKING.allowance()).body == b"A text."
    else:
        assert str(refusal_of(site)) == "is compressed as br, which was not asked for"


@pytest.mark.parametrize("said", [b"nonsense\r\n\r\n", b"HTTP/1.0 200 OK\r\n" + b"A: b\r\n" * 1000 + b"\r\n", b""])
def test_what_is_no_http_is_no_answer(site: Site, said: bytes) -> None:
    site.pages["/"] = lambda handler: handler.wfile.write(said) and None
    assert "broke off" in str(refusal_of(site))


def test_a_server_that_is_not_there_is_named() -> None:
    with socket.create_server(("127.0.0.1", 0)) as gone:
        port = gone.getsockname()[1]
    with pytest.raises(Transient) as refusal:
        ASKING.get(target(f"http://127.0.0.1:{port}/"), ASKING.allowance())
    assert str(refusal.value) == "can't be reached: Connection refused"
    assert refusal.value.unreachable


@pytest.mark.parametrize(
    ("told", "seconds"),
    [
        ("120", 120),
        ("Wed, 21 Oct 2015 07:28:00 GMT", 0),
        ("100000000", 24 * 3600),
        ("9" * 5000, None),
        ("Sun, 31 Dec 99999 00:00:00 GMT", None),
        ("soon", None),
        ("", None),
    ],
)
def test_how_long_to_wait_is_read_where_it_can_be(site: Site, told: str, seconds: float | None) -> None:
    site.pages["/"] = Reply(status=429, headers={"Retry-After": told})
    assert ASKING.get(target(site.url), ASKING.allowance()).retry_after == seconds
