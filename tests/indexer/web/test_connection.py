"""Where connections go: never to a private address, however it is come by."""

import ssl
import subprocess
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest

from indexer.inputs.result import Refusal
from indexer.web.address import target
from indexer.web.allowance import Allowance
from indexer.web.client import Client
from indexer.web.connection import Gate, resolve
from indexer.web.transient import Transient
from tests.indexer.web.site import Reply, Site

NAMES = ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "127.1", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0", "0"]


@pytest.mark.parametrize("name", NAMES)
def test_this_machine_is_not_fetched_from_whatever_it_is_called(site: Site, name: str) -> None:
    with pytest.raises(Refusal) as refusal:
        Client("Demarche/test").get(target(f"http://{name}:{site.port}/"), Allowance(60))
    assert "is at a private or reserved address (" in str(refusal.value)
    assert not site.asked


def test_one_private_address_among_public_ones_is_enough_to_refuse() -> None:
    gate = Gate(resolve=lambda host, port: ["8.8.8.8", "10.0.0.1"])
    with pytest.raises(Refusal) as refusal:
        gate.addresses("host.example", 80)
    assert str(refusal.value) == "is at a private or reserved address (10.0.0.1), which is not fetched from"


def test_a_name_whose_address_changes_is_looked_up_once_for_check_and_connection(site: Site) -> None:
    """Were it looked up again to connect, it would get the second answer, where the server is."""
    answers = [["127.0.0.2"], ["127.0.0.1"]]
    looked_up = []

    def changing(host: str, port: int) -> list[str]:
        looked_up.append(host)
        return answers[len(looked_up) - 1]

    gate = Gate(lambda ip: str(ip) == "127.0.0.2", changing)
    page = target(f"http://rebinding.example:{site.port}/")
    with pytest.raises(Transient, match="can't be reached: Connection refused"):
        Client("Demarche/test", gate).get(page, Allowance(60))
    assert looked_up == ["rebinding.example"]
    with pytest.raises(Refusal, match=r"private or reserved address \(127\.0\.0\.1\)"):
        Client("Demarche/test", gate).get(page, Allowance(60))
    assert not site.asked


def test_the_next_address_is_tried_where_the_first_is_dead(site: Site) -> None:
    site.pages["/"] = Reply(b"A text.")
    gate = Gate(lambda ip: True, lambda host, port: ["127.0.0.2", "127.0.0.1"])
    answer = Client("Demarche/test", gate).get(target(f"http://host.example:{site.port}/"), Allowance(60))
    assert answer.body == b"A text."
    assert site.asked[0][1]["Host"] == f"host.example:{site.port}"


def test_a_host_without_an_address_is_named() -> None:
    with pytest.raises(Transient, match=r"can't be reached: nowhere\.invalid is not found") as refusal:
        Gate().addresses("nowhere.invalid", 80)
    assert refusal.value.unreachable


def test_a_proxy_of_the_environment_is_not_used(site: Site, elsewhere: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", elsewhere.url)
    monkeypatch.setenv("HTTP_PROXY", elsewhere.url)
    site.pages["/"] = Reply(b"A text.")
    assert Client("Demarche/test", Gate(lambda ip: True)).get(target(site.url), Allowance(60)).body == b"A text."
    assert not elsewhere.asked


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Of host.example, signed by itself, with its key."""
    path = tmp_path_factory.mktemp("tls") / "host.pem"
    subject = ["-subj", "/CN=host.example", "-addext", "subjectAltName=DNS:host.example"]
    files = ["-keyout", path, "-out", path.with_suffix(".crt")]
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", *subject, *files],
        check=True,
        capture_output=True,
    )
    return path


@pytest.fixture
def secure(certificate: Path) -> Iterator[int]:
    """The port of a server that proves to be host.example."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate.with_suffix(".crt"), certificate)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Length", "7")
            self.end_headers()
            self.wfile.write(b"A text.")

        def log_message(self, *told: object) -> None:
            """Nothing."""

    class Server(HTTPServer):
        def handle_error(self, request: object, client_address: object) -> None:
            """A client that trusts nobody hangs up, as it should."""

    server = Server(("127.0.0.1", 0), Handler)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    yield server.server_address[1]
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.parametrize(
    ("host", "trusted", "told"),
    [
        ("host.example", True, ""),
        ("other.example", True, "can't be trusted: "),
        ("host.example", False, "can't be trusted: "),
    ],
)
def test_a_certificate_must_be_the_hosts_and_be_trusted(
    secure: int, certificate: Path, monkeypatch: pytest.MonkeyPatch, host: str, trusted: bool, told: str
) -> None:
    """The connection goes to a checked address, but what it proves is the name that was asked for."""
    if trusted:
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate.with_suffix(".crt")))
    client = Client("Demarche/test", Gate(lambda ip: True, lambda host, port: ["127.0.0.1"]))
    page = target(f"https://{host}:{secure}/")
    if not told:
        assert client.get(page, Allowance(60)).body == b"A text."
        return
    with pytest.raises(Refusal, match=told) as refusal:
        client.get(page, Allowance(60))
    assert not isinstance(refusal.value, Transient)


def test_addresses_come_once_each() -> None:
    assert resolve("127.0.0.1", 80) == ["127.0.0.1"]
