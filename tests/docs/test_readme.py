"""The query that README.md shows is asked of the examples, and gets the answer that it shows: but for "…"."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from api.app import create_app
from indexer.pipeline.pipeline import Pipeline
from indexer.readers.dispatcher import read
from indexer.readers.files import find
from search.opening import open_engine

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")
TRIED = re.compile(r"curl 'http://127.0.0.1:8000(.*?)'\n\n```json\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LEFT_OUT = re.compile(r",\s*…")


def assert_shown(shown: Any, answer: Any, place: str) -> None:
    """All that is shown is in the answer; there may be more of it."""
    match shown:
        case dict():
            for key, value in shown.items():
                assert_shown(value, answer[key], f"{place}.{key}")
        case list():
            for number, value in enumerate(shown):
                assert_shown(value, answer[number], f"{place}.{number}")
        case str():
            assert re.fullmatch(re.escape(shown).replace("…", ".*"), answer), f"{place} is {answer!r}"
        case _:
            assert answer == shown, place


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    address = f"embedded://{tmp_path_factory.mktemp('readme')}"
    with open_engine(address) as engine:
        list(Pipeline(engine).run(read(find([ROOT / "examples"]).files)))
    return address


@pytest.mark.parametrize(("path", "shown"), TRIED.findall(README))
def test_the_answer_is_as_shown(path: str, shown: str, address: str) -> None:
    with open_engine(address) as engine:
        answer = create_app(engine).test_client().get(path).get_json()
    assert_shown(json.loads(LEFT_OUT.sub("", shown)), answer, "answer")


def test_there_is_a_query_to_try() -> None:
    assert TRIED.search(README)
