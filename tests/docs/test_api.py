"""Every example of docs/api.md is asked of a real server, and answers what is shown, but for "…", with all figures."""

import ast
import json
import re
import shlex
import socket
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message
from http.client import HTTPResponse
from pathlib import Path
from typing import Any

import pytest

from indexer.pipeline.pipeline import Pipeline
from indexer.readers.dispatcher import read
from indexer.readers.files import find
from search.opening import open_engine
from tests.api.serving import serving

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "docs/api.md").read_text("utf-8")
HOST = "http://127.0.0.1:8000"
RAISED = ("Fault", "QueryError", "fault", "mistake")  # calls whose first word is the code of an error
CODE = re.compile(r"[a-z]+(-[a-z]+)+")
EXAMPLE = re.compile(r"^```sh\n(curl .*?)\n```\n\n```(json|http|ndjson|csv|xml)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Answer:
    status: int
    reason: str
    headers: Message
    body: Any


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    address = f"embedded://{tmp_path_factory.mktemp('guide') / 'index'}"
    with open_engine(address) as engine:
        list(Pipeline(engine).run(read(find([ROOT / "examples"]).files)))
    with serving(address, "--workers", "1") as (url, _):
        yield url


@pytest.fixture(scope="module")
def without_engine() -> Iterator[str]:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with serving(f"http://127.0.0.1:{port}", "--workers", "1") as (url, _):
        yield url


def ask(command: str, server: str) -> Answer:
    """What curl would ask: the guide uses no option but -i."""
    assert command.startswith(("curl -i ", "curl '"))
    url = shlex.split(command)[-1]
    assert url.startswith(HOST)
    try:
        with urllib.request.urlopen(server + url.removeprefix(HOST), timeout=60) as response:
            return Answer(response.status, response.reason, response.headers, body_of(response))
    except urllib.error.HTTPError as error:
        with error:
            return Answer(error.code, error.reason, error.headers, body_of(error))


def body_of(response: HTTPResponse | urllib.error.HTTPError) -> Any:
    """JSON, or else text as a person sees it."""
    body = response.read()
    if response.headers.get_content_type() in ("application/json", "application/problem+json"):
        return json.loads(body)
    return body.decode("utf-8-sig").replace("\r\n", "\n")


def assert_shown(shown: Any, answer: Any, place: str = "") -> None:
    """All that is shown is in the answer; there may be more of it."""
    match shown:
        case dict():
            for key, value in shown.items():
                assert_shown(value, answer[key], f"{place}.{key}")
        case list():
            assert len(answer) >= len(shown), place
            for number, value in enumerate(shown):
                assert_shown(value, answer[number], f"{place}.{number}")
        case str():
            assert re.fullmatch(re.escape(shown).replace("…", "(?s:.*)"), answer), f"{place} is {answer!r}"
        case _:
            assert answer == shown, place


def examples() -> list[tuple[str, str, str]]:
    found: list[tuple[str, str, str]] = EXAMPLE.findall(GUIDE)
    return found


def test_every_answer_is_as_shown(server: str, without_engine: str) -> None:
    following = ""
    for command, form, shown in examples():
        head, _, body = shown.partition("\n\n") if form == "http" else ("", "", shown)
        where = without_engine if " 503 " in head else server
        answer = ask(command.replace("NEXT", following), where)
        if head:
            first, *headers = head.splitlines()
            assert first == f"HTTP/1.1 {answer.status} {answer.reason}"
            for line in headers:
                name, value = line.split(": ", 1)
                assert_shown(value, answer.headers[name], name)
        match form:
            case "json" | "http":
                assert_shown(json.loads(body), answer.body, command)
                following = answer.body.get("next") or following
            case "ndjson":
                lines = [json.loads(line) for line in answer.body.splitlines()]
                assert_shown([json.loads(line) for line in body.splitlines()], lines, command)
            case _:
                assert_shown(body.strip(), answer.body.strip(), command)


def test_the_loop_over_all_pages_gets_all(server: str) -> None:
    (code,) = re.findall(r"^```python\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)
    names: dict[str, Any] = {}
    exec(code.replace(HOST, server).replace('"limit": 100', '"limit": 3'), names)
    ids = [statement["id"] for statement in names["statements"]]
    assert len(ids) == len(set(ids)) == names["page"]["total"]["value"] > 3


def test_no_example_is_passed_over() -> None:
    assert len(examples()) == len(re.findall(r"^curl ", GUIDE, re.MULTILINE)) > 10


def test_the_guide_knows_every_parameter_and_address(server: str) -> None:
    described = ask(f"curl '{HOST}/v1/openapi.json'", server).body
    for path, operations in described["paths"].items():
        assert f"`{re.sub('{.*?}', '{id}', path)}`" in GUIDE
        parameters = [each for operation in operations.values() for each in operation.get("parameters", [])]
        for parameter in parameters:
            assert parameter["in"] == "path" or f"`{parameter['name']}`" in GUIDE


def codes() -> set[str]:
    """Of all errors that the code makes."""
    calls = [
        node
        for room in ("api", "schemas", "search")
        for file in (ROOT / room).rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] in RAISED
    ]
    words = [word.value for call in calls for word in call.args if isinstance(word, ast.Constant)]
    return {word for word in words if isinstance(word, str) and CODE.fullmatch(word)}


def test_the_guide_knows_every_error() -> None:
    table = GUIDE.partition("## Errors")[2]
    assert len(codes()) > 40
    assert [code for code in sorted(codes()) if f"`{code}`" not in table] == []
