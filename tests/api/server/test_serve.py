"""The command, as it is called: real processes, real sockets."""

import json
import os
import re
import signal
import socket
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from click.testing import CliRunner

from api.server.serve import serve
from search.opening import open_engine
from tests.api.corpus import CORPUS, STATEMENTS, said, split
from tests.api.serving import serving


def total(address: str) -> int:
    with urllib.request.urlopen(f"{address}/v1/statements?limit=1", timeout=20) as response:
        value: int = json.load(response)["total"]["value"]
        return value


@pytest.fixture
def engine(tmp_path: Path) -> str:
    address = f"embedded://{tmp_path}/index"
    with open_engine(address) as engine:
        engine.replace(CORPUS)
    return address


def test_several_workers_answer_over_one_embedded_index_and_see_what_is_written(engine: str) -> None:
    with serving(engine, "--workers", "3") as (address, server):
        assert {total(address) for _ in range(20)} == {STATEMENTS}
        with open_engine(engine) as writing:
            writing.replace([split("She said it rained.", said("it rained"), title="Rain")])
        assert {total(address) for _ in range(20)} == {STATEMENTS + 1}
    assert server.returncode == 0


def test_it_logs_json_and_prints_only_its_address(engine: str) -> None:
    with serving(engine, "--workers", "1") as (address, server):
        request = urllib.request.Request(f"{address}/healthz", headers={"X-Request-ID": "trace-7"})
        with urllib.request.urlopen(request, timeout=20):
            pass
        server.send_signal(signal.SIGINT)
        out, log = server.communicate(timeout=20)
    assert server.returncode == 0
    assert out == ""
    lines = [json.loads(line) for line in log.splitlines()]
    (request_line,) = [line for line in lines if line["event"] == "request"]
    assert (request_line["request_id"], request_line["route"], request_line["level"]) == ("trace-7", "/healthz", "info")


def test_a_hangup_starts_the_workers_anew_and_the_server_stays(engine: str) -> None:
    """As gunicorn does for SIGHUP, which a supervisor sends to reload."""
    with serving(engine, "--workers", "1") as (address, server):
        assert total(address) == STATEMENTS  # by a worker, then, which is there
        first = children(server.pid)
        server.send_signal(signal.SIGHUP)
        until = time.monotonic() + 20
        while not (now := children(server.pid)) or now & first:
            assert server.poll() is None
            assert time.monotonic() < until
            time.sleep(0.1)
        assert total(address) == STATEMENTS
    assert server.returncode == 0


def children(pid: int) -> set[str]:
    return set(Path(f"/proc/{pid}/task/{pid}/children").read_text().split())


def test_a_server_may_start_before_its_engine() -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with serving(f"http://127.0.0.1:{port}", "--workers", "1") as (address, _):
        with urllib.request.urlopen(f"{address}/healthz", timeout=20) as response:
            assert response.status == 200
        with pytest.raises(urllib.error.HTTPError) as error:
            urllib.request.urlopen(f"{address}/readyz", timeout=60)
        with error.value:
            assert error.value.code == 503


def test_a_taken_port_is_named(engine: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        result = CliRunner().invoke(serve, ["--engine", engine, "--port", str(port)])
    assert result.exit_code == 1
    assert result.output.startswith(f"Error: can't listen at 127.0.0.1 port {port}: Address already in use")


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--engine", "nonsense"], "names no engine"),
        (["--port", "99999"], "not in the range"),
        (["--workers", "0"], "not in the range"),
        (["--host", "nowhere.invalid"], "can't listen at nowhere.invalid"),
    ],
)
def test_what_can_not_be_served_is_named(engine: str, options: list[str], told: str) -> None:
    result = CliRunner().invoke(serve, ["--engine", engine, *options])
    assert result.exit_code in (1, 2)
    assert told in result.output


def test_a_worker_that_ends_takes_nothing_with_it(tmp_path: Path) -> None:
    """Its counts stay, another takes its place, and the server goes on."""
    with (
        (tmp_path / "log").open("w") as log,
        serving(f"embedded://{tmp_path}/index", "--workers", "2", log=log) as (
            address,
            server,
        ),
    ):
        urllib.request.urlopen(f"{address}/healthz").close()
        os.kill(int(min(children(server.pid))), signal.SIGTERM)
        time.sleep(2)
        for _ in range(10):
            urllib.request.urlopen(f"{address}/healthz").close()
        with urllib.request.urlopen(f"{address}/metrics") as response:
            text = response.read().decode()
        assert 'demarche_requests_total{method="GET",route="/healthz",status="200"} 11.0' in text
        assert server.poll() is None


def test_nobody_is_believed_about_where_a_request_came_from(tmp_path: Path) -> None:
    with open_engine(f"embedded://{tmp_path}/index") as made:
        made.status()
    with (tmp_path / "log").open("w") as log, serving(f"embedded://{tmp_path}/index", log=log) as (address, _):
        forged = {"X-Forwarded-Proto": "https", "X-Forwarded-Host": "evil.example", "SCRIPT_NAME": "/evil"}
        request = urllib.request.Request(f"{address}/v1/statements.atom", headers=forged)
        with urllib.request.urlopen(request) as response:
            text = response.read().decode()
        assert address in text
        assert "evil" not in text
        assert "https://127" not in text
        # It listens to this machine alone, so it serves no other name.
        with pytest.raises(urllib.error.HTTPError) as error:
            urllib.request.urlopen(urllib.request.Request(f"{address}/v1/statements", headers={"Host": "evil.example"}))
        with error.value:
            assert error.value.code == 421


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_open_connections_do_not_keep_it_from_stopping(engine: str, number: int) -> None:
    """Well before the half minute that answers under way would get."""
    with serving(engine, "--workers", "2") as (address, server):
        host, port = address.removeprefix("http://").split(":")
        held = [socket.create_connection((host, int(port))) for _ in range(20)]
        for connection, sent in zip(held, ["", "GET / HTTP/1.1\r\nHost: he"] * 10, strict=True):
            connection.sendall(sent.encode())
        assert total(address) == STATEMENTS
        server.send_signal(number)
        assert server.wait(timeout=15) == 0
        for connection in held:
            connection.close()


def test_a_signal_to_a_worker_that_is_just_forked_is_not_lost(engine: str) -> None:
    """To them and their parent at once, as a terminal sends it, when only the address is printed."""
    for _ in range(3):
        with serving(engine, "--workers", "3") as (_, server):
            for child in children(server.pid):
                os.kill(int(child), signal.SIGINT)
            server.send_signal(signal.SIGINT)
            assert server.wait(timeout=15) == 0


def test_where_there_is_no_index_it_is_said_and_none_is_made(tmp_path: Path) -> None:
    with (tmp_path / "log").open("w") as log, serving(f"embedded://{tmp_path}/index", log=log) as (address, _):
        with pytest.raises(urllib.error.HTTPError) as error:
            urllib.request.urlopen(f"{address}/v1/statements", timeout=60)
        with error.value:
            told = json.load(error.value)
        assert (told["status"], told["code"], told["hint"]) == (503, "no-index", "demarche index makes one")
    assert f"demarche: there is no index in {tmp_path}/index" in (tmp_path / "log").read_text()
    assert not (tmp_path / "index").exists()


def test_a_damaged_file_of_keys_is_told_at_the_start_and_so_is_an_engine_that_is_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys = tmp_path / "keys.json"
    keys.write_text("{")
    monkeypatch.setenv("DEMARCHE_KEYS", str(keys))
    with (tmp_path / "log").open("w") as log, serving("http://127.0.0.1:1", "--workers", "1", log=log):
        pass
    told = [line for line in (tmp_path / "log").read_text().splitlines() if line.startswith("demarche: ")]
    assert told[0].startswith(f"demarche: the file of keys {keys} is damaged, it is no JSON")
    assert told[1:] == ["demarche: nothing answers at http://127.0.0.1:1"]


@pytest.mark.parametrize(("form", "short"), [("", True), ("short", True), ("json", False)])
def test_on_a_terminal_the_log_has_a_short_line_a_request(engine: str, form: str, short: bool) -> None:
    """A pseudo-terminal takes the place of the real one."""
    ours, its = os.openpty()
    chosen = {"DEMARCHE_LOG": form} if form else {}
    with os.fdopen(ours, "rb", buffering=0) as screen, os.fdopen(its, "w") as terminal:
        with pytest.MonkeyPatch.context() as patched:
            for name, value in chosen.items():
                patched.setenv(name, value)
            with serving(engine, "--workers", "1", log=terminal) as (address, _):
                assert total(address) == STATEMENTS
        line = screen.read(4096).decode()
    if short:
        assert re.fullmatch(r"\d\d:\d\d:\d\dZ GET /v1/statements 200 [\d.]+ ms\r\n", line)
    else:
        assert json.loads(line)["route"] == "/v1/statements"
