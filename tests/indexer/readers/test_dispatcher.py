import os
import subprocess
import sys
from pathlib import Path

import pytest

from indexer.inputs.input import MAX_INPUT
from indexer.inputs.result import Loaded, Refused
from indexer.readers.articles.sanity import MAX_TEXT
from indexer.readers.dispatcher import read
from indexer.readers.files import STANDARD_INPUT, find


def read_all(*paths: Path) -> list[Loaded | Refused]:
    return list(read(find(paths).files))


def test_what_cannot_be_opened_is_refused_and_the_rest_goes_on(tmp_path: Path) -> None:
    (tmp_path / "a-dead-link.txt").symlink_to("nowhere")
    (tmp_path / "b.txt").write_text("A text.", "utf-8")
    refused, loaded = read_all(tmp_path)
    assert isinstance(refused, Refused)
    assert refused.reason == "can't be read: No such file or directory"
    assert isinstance(loaded, Loaded)


@pytest.mark.parametrize(
    ("content", "kinds"),
    [
        ('\ufeff {"text": "One."}\n{"text": "Two."}\n', ["One.", "Two."]),
        ("{Not JSON}\n", ["is not JSON: unexpected character, expected a string key at character 2"]),
        ("A dump.\n", ["A dump.\n"]),
        ("[Photo: the port]\n", ["[Photo: the port]\n"]),
    ],
)
def test_an_unknown_suffix_leaves_it_to_the_content(tmp_path: Path, content: str, kinds: list[str]) -> None:
    path = tmp_path / "articles.dat"
    path.write_text(content, "utf-8")
    told = [found.article.text if isinstance(found, Loaded) else found.reason for found in read_all(path)]
    assert told == kinds


@pytest.mark.parametrize("content", ['{"text": "One."}\n{"text": "Two."}', "One.\n\nTwo."])
def test_standard_input_is_recognised_by_its_content(content: str, monkeypatch: pytest.MonkeyPatch) -> None:
    reading, writing = os.pipe()
    os.write(writing, content.encode())
    os.close(writing)
    with os.fdopen(reading) as stream:
        monkeypatch.setattr(sys, "stdin", stream)
        loaded = [found for found in read_all(STANDARD_INPUT) if isinstance(found, Loaded)]
    assert [f"{found.origin} {found.article.text.split()}" for found in loaded] == (
        ["<standard input>:1 ['One.']", "<standard input>:2 ['Two.']"]
        if content.startswith("{")
        else ["<standard input> ['One.', 'Two.']"]
    )


def test_a_line_too_long_is_refused_and_the_next_is_read(tmp_path: Path) -> None:
    path = tmp_path / "long.ndjson"
    with path.open("w", encoding="utf-8") as lines:
        lines.write('{"text": "' + "a" * (2 * MAX_INPUT) + '"}\n{"text": "Short."}\n')
    refused, loaded = read_all(path)
    assert str(refused.origin) == f"{path}:1"
    assert isinstance(refused, Refused)
    assert refused.reason == "is longer than 10,000,000 characters"
    assert isinstance(loaded, Loaded)
    assert loaded.article.text == "Short."
    assert refused.size + loaded.size == path.stat().st_size


def test_a_dump_too_long_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_bytes(b"a" * (MAX_INPUT + 1))
    (refused,) = read_all(path)
    assert isinstance(refused, Refused)
    assert refused.reason == "is longer than 10,000,000 bytes: it is no article"


def test_a_named_pipe_is_read_like_a_file(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.ndjson"
    os.mkfifo(pipe)
    with subprocess.Popen(["/bin/sh", "-c", f'echo \'{{"text": "Piped."}}\' > {pipe}']):
        (loaded,) = read_all(pipe)
    assert isinstance(loaded, Loaded)
    assert loaded.article.text == "Piped."


@pytest.mark.parametrize(("length", "read"), [(MAX_TEXT, True), (MAX_TEXT + 1, False)])
def test_a_text_that_is_no_article_is_refused(tmp_path: Path, length: int, read: bool) -> None:
    path = tmp_path / "long.txt"
    path.write_text("a" * length, "ascii")
    (reading,) = read_all(path)
    assert isinstance(reading, Loaded) == read
    if isinstance(reading, Refused):
        assert reading.reason == "has 1,000,001 characters: no article has more than 1,000,000"
