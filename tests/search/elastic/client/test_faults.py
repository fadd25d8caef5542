"""What is told where Elasticsearch does not answer, or something else does: one line, in our words."""

from __future__ import annotations

import re
import socket
import ssl
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from click.testing import CliRunner

from indexer.commands import main

RAW = re.compile(r"Error|Exception|Traceback|HTTPConnection|errno|caused by|None")


class Web(ThreadingHTTPServer):
    daemon_threads = True
    status = 200
    elastic = False


class Handler(BaseHTTPRequestHandler):
    server: Web

    def serve(self) -> None:
        body = b"<h1>It works</h1>"
        self.send_response(self.server.status)
        if self.server.elastic:
            self.send_header("X-Elastic-Product", "Elasticsearch")
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    do_GET = do_HEAD = do_POST = do_PUT = serve  # noqa: N815

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Nothing."""


@contextmanager
def running(server: Web) -> Iterator[None]:
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.fixture
def web() -> Iterator[Web]:
    server = Web(("127.0.0.1", 0), Handler)
    with running(server):
        yield server


def told(engine: str, *command: str) -> str:
    ran = CliRunner().invoke(main, [*(command or ["status"]), "--engine", engine])
    assert (ran.exit_code, ran.stdout) == (3, "")
    assert ran.stderr.count("\n") == 1
    assert ran.stderr.startswith("demarche: ")
    assert not RAW.search(ran.stderr), ran.stderr
    return ran.stderr.removeprefix("demarche: ").rstrip("\n")


@pytest.mark.parametrize("command", [["status"], ["rebuild"], ["export", "articles"], ["delete", "nosuchid"]])
def test_where_nothing_answers(command: list[str]) -> None:
    assert told("http://127.0.0.1:1", *command) == "nothing answers at http://127.0.0.1:1"


def test_where_no_host_has_the_name() -> None:
    assert told("http://nowhere.invalid") == "nothing has the name in http://nowhere.invalid:9200"


@pytest.mark.parametrize("status", [200, 302, 400, 404, 405])
def test_another_server_is_no_elasticsearch(web: Web, status: int) -> None:
    web.status = status
    address = f"http://127.0.0.1:{web.server_port}"
    assert told(address) == f"{address} answers, but is no Elasticsearch"


@pytest.mark.parametrize(
    ("status", "user", "reason"),
    [
        (401, "", "lets nobody in without a user: write user:password@ before the host"),
        (401, "ann:mistaken@", "does not let this user in: is the password right?"),
        (403, "ann:mistaken@", "does not let this user do this"),
        (500, "", "can't do this now (status 500)"),
    ],
)
@pytest.mark.parametrize("elastic", [True, False])
def test_what_it_refuses_is_told_without_the_password(
    web: Web, status: int, user: str, reason: str, elastic: bool
) -> None:
    web.status, web.elastic = status, elastic
    host = f"127.0.0.1:{web.server_port}"
    assert told(f"http://{user}{host}") == f"http://{host} {reason}"


def test_http_where_tls_is_asked_for(web: Web) -> None:
    address = f"https://127.0.0.1:{web.server_port}"
    assert told(address) == f"{address} answers, but not with TLS: is it http:// there?"


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """Its own authority, made out to localhost; its key stands beside it."""
    made = ["-keyout", tmp_path / "key.pem", "-out", tmp_path / "certificate.pem", "-subj", "/CN=localhost"]
    kind = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"]
    name = ["-addext", "subjectAltName=DNS:localhost"]
    subprocess.run(["openssl", "req", "-x509", *kind, *made, *name], capture_output=True, check=True)
    return tmp_path / "certificate.pem"


@pytest.fixture
def port(web: Web, certificate: Path) -> int:
    """Of a server that speaks TLS."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, certificate.with_name("key.pem"))
    web.socket = context.wrap_socket(web.socket, server_side=True)
    return web.server_port


def test_a_certificate_that_is_not_trusted(port: int) -> None:
    address = f"https://localhost:{port}"
    said = told(address)
    assert said.startswith(f"the certificate of {address} is not trusted (")
    assert said.endswith("): its authority is named with ?ca=FILE")


def test_a_certificate_whose_authority_is_named(port: int, certificate: Path) -> None:
    assert (
        told(f"https://localhost:{port}?ca={certificate}")
        == f"https://localhost:{port} answers, but is no Elasticsearch"
    )


def test_a_certificate_that_is_made_out_to_another_name(port: int, certificate: Path) -> None:
    said = told(f"https://127.0.0.1:{port}?ca={certificate}")
    assert said.startswith(f"the certificate of https://127.0.0.1:{port} is made out to another name (")


def test_an_authority_that_is_not_there_or_no_certificate(certificate: Path) -> None:
    for file, reason in (("nowhere.pem", "No such file or directory"), ("key.pem", "it holds no certificate")):
        path = certificate.with_name(file)
        ran = CliRunner().invoke(main, ["status", "--engine", f"https://localhost:1?ca={path}"])
        assert ran.exit_code == 2
        assert f"ca={path} can't be read: {reason}" in " ".join(ran.stderr.split())


def test_what_speaks_no_http() -> None:
    def greet(connection: socket.socket) -> None:
        connection.sendall(b"SSH-2.0-made-up\r\n")
        connection.recv(1000)

    with answering(greet) as host:
        assert told(f"http://{host}") == f"http://{host} answers, but is no Elasticsearch"


def test_what_hangs_up() -> None:
    with answering(lambda connection: connection.recv(1000)) as host:
        assert told(f"http://{host}") == f"http://{host} ends the connection without an answer"


@contextmanager
def answering(answer: Callable[[socket.socket], object]) -> Iterator[str]:
    def serve() -> None:
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            with connection:
                answer(connection)

    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=serve)
        thread.start()
        try:
            yield "{}:{}".format(*listener.getsockname())
        finally:
            listener.shutdown(socket.SHUT_RDWR)
            thread.join()
