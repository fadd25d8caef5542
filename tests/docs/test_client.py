"""The client of docs/client/: its types are those of the API, and its example runs against a real server."""

import importlib
import os
import re
import socketserver
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType

import pytest

from api.access.key_file import Keys
from docs.client.generate import MODELS, models
from search.opening import open_engine
from tests.api.serving import serving
from tests.examples import index_examples

CLIENT = MODELS.parent
GUIDE = (CLIENT.parent / "client.md").read_text("utf-8")
HOST = "http://127.0.0.1:8000"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    address = f"embedded://{tmp_path_factory.mktemp('client') / 'index'}"
    with open_engine(address) as engine:
        index_examples(engine)
    with serving(address, "--workers", "1") as (url, _):
        yield url


@pytest.fixture
def client(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(CLIENT)
    return importlib.import_module("demarche_client")


def test_its_types_are_made_from_the_description_as_it_is() -> None:
    assert models() == MODELS.read_text("utf-8")


def test_it_is_typed_and_small() -> None:
    files = [CLIENT / "demarche_client.py", CLIENT / "example.py"]
    checked = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--config-file=", "--cache-dir", os.devnull, *files],
        env=os.environ | {"MYPYPATH": str(CLIENT)},
        cwd=CLIENT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert checked.returncode == 0, checked.stdout
    assert len(files[0].read_text("utf-8").splitlines()) < 140


def test_its_example_runs(server: str) -> None:
    command = [sys.executable, CLIENT / "example.py", "corridor", server]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    assert said[0].startswith("2023-06-22\tArmenia\t")
    assert "3 statements in one answer" in said
    assert said[-1] == "unbalanced-quote at 0: close it with a second one, or leave it out"


def test_pages_and_an_export_give_the_same(server: str, client: ModuleType) -> None:
    demarche = client.Demarche(server)
    pages = [each["id"] for each in demarche.statements(country=["AM", "AZ"], limit=3)]
    assert len(pages) > 3
    assert sorted(pages) == sorted(each["id"] for each in demarche.export(country=["AM", "AZ"]))
    assert len(list(demarche.articles(limit=10))) == 42


def test_a_comma_in_a_value_of_a_list_makes_no_two_of_it(server: str, client: ModuleType) -> None:
    demarche = client.Demarche(server)
    assert demarche.page(speaker=["Armenia", "Georgia"])["total"]["value"] > 0
    assert demarche.page(speaker=["Armenia, Georgia"])["total"]["value"] == 0


def test_one_of_each(server: str, client: ModuleType) -> None:
    demarche = client.Demarche(server)
    found = demarche.page(q="corridor", collapse=True, limit=1)["data"][0]
    assert demarche.statement(found["id"])["data"]["text"] == found["text"]
    article = demarche.article(found["article"]["id"])
    assert found["id"] in [each["id"] for each in article["statements"]]
    assert found["id"] not in [each["id"] for each in demarche.similar(found["id"], limit=2)]
    (copy, _) = demarche.copies("nooxbm3lyz2my5wq")["data"]
    assert (copy["source"]["id"], copy["likeness"]) == ("baltic-observer", "same")
    assert demarche.timeline(interval="year")["interval"] == "year"


def test_an_error_has_its_code_and_position(server: str, client: ModuleType) -> None:
    with pytest.raises(client.Refused, match="unbalanced-quote") as refused:
        client.Demarche(server).page(q='corridor "open')
    assert (refused.value.code, refused.value.parameter, refused.value.position) == ("unbalanced-quote", "q", 9)


def test_it_shows_its_key(tmp_path: Path, client: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEMARCHE_READING", "key")
    monkeypatch.setenv("DEMARCHE_RATE", "1/day")
    monkeypatch.setenv("DEMARCHE_KEYS", str(tmp_path / "keys.json"))
    key = Keys(tmp_path / "keys.json").add("newsroom", write=False)
    with open_engine(f"embedded://{tmp_path / 'index'}") as made:
        made.status()
    with serving(f"embedded://{tmp_path / 'index'}", "--workers", "1") as (url, _):
        with pytest.raises(client.Refused) as refused:
            client.Demarche(url).page()
        assert (refused.value.code, refused.value.retry_after) == ("key-needed", None)
        demarche = client.Demarche(url, key=key)
        assert demarche.page()["data"] == []
        with pytest.raises(client.Refused) as refused:
            demarche.page()
        assert refused.value.code == "too-many-requests"
        assert refused.value.retry_after > 0


@contextmanager
def answering(answer: bytes) -> Iterator[str]:
    """The address of something that says the same to everybody, as a proxy without a server behind it does."""

    class Handler(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            while self.rfile.readline().strip():
                pass
            self.wfile.write(answer)

    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


def test_a_proxys_own_error_is_told_as_what_it_is(client: ModuleType) -> None:
    page = b"HTTP/1.1 502 Bad Gateway\r\nContent-Type: text/html\r\nContent-Length: 6\r\n\r\n<html>"
    with answering(page) as address, pytest.raises(urllib.error.HTTPError) as error:
        client.Demarche(address).page()
    with error.value:
        assert error.value.code == 502


@pytest.mark.parametrize("promised", [15, 21, 100])
def test_an_export_cut_off_anywhere_is_incomplete(client: ModuleType, promised: int) -> None:
    """Behind a line, and in the middle of one, which may be the end of a chunk or not."""
    head = b"HTTP/1.1 200 OK\r\nContent-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n"
    lines = b'{"id": "a-01"}\n{"id": '[:promised]
    found: list[object] = []
    with answering(head + b"%x\r\n" % promised + lines + b"\r\n") as address, pytest.raises(client.Incomplete):
        found.extend(client.Demarche(address).export())
    assert found == [{"id": "a-01"}]


def test_the_guide_runs(server: str, client: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    names: dict[str, object] = {}
    codes = re.findall(r"^```python\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)
    for code in codes:
        exec(code.replace(HOST, server), names)
    assert len(codes) == 4
    assert "unbalanced-quote q 9" in capsys.readouterr().out


def test_every_command_of_the_guide_is_answered(server: str) -> None:
    addresses = re.findall(rf"^curl '{HOST}(\S+)'$", GUIDE, re.MULTILINE)
    assert len(addresses) > 5
    assert [status(server + address) for address in addresses] == [400 if "%22" in each else 200 for each in addresses]


def status(address: str) -> int:
    try:
        with urllib.request.urlopen(address) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        with error:
            return error.code
