"""JSON over any number of lines, however its bytes come in."""

import io
import json

import pytest

from indexer.inputs.input import MAX_INPUT, Input, Origin
from indexer.inputs.result import Loaded, Reading, Refused
from indexer.readers.datasets import json_file
from indexer.readers.datasets.json_file import read
from indexer.readers.dispatcher import Dispatcher

TEXTS = ["“Yes [and \\ no]”, {he} said.", 'A quotation mark: " and \\" more', "\\\\", "é\u2028日本", "}],["]


def found_in(content: bytes, **columns: str) -> list[Reading]:
    return list(read(Input(Origin("a.json"), io.BufferedReader(io.BytesIO(content)), ".json", columns=columns)))


def texts(found: list[Reading]) -> list[str]:
    return [one.article.text for one in found if isinstance(one, Loaded)]


@pytest.mark.parametrize("part", [1, 2, 3, 7, 65_536])
@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize("ascii_", [True, False])
def test_brackets_and_marks_within_strings_are_none(
    part: int, indent: int | None, ascii_: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(json_file, "PART", part)
    articles = [{"text": text, "tags": [[{}], text]} for text in TEXTS]
    found = found_in(json.dumps(articles, indent=indent, ensure_ascii=ascii_).encode())
    assert texts(found) == TEXTS
    assert [one.origin.member for one in found] == [f"article {number}" for number in range(1, 6)]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_it_is_read_in_its_encoding(encoding: str) -> None:
    content = '[{"text": "José Núñez said in Zürich that he agreed with the others."}]'.encode(encoding)
    assert texts(found_in(content)) == ["José Núñez said in Zürich that he agreed with the others."]


def test_columns_have_the_users_names() -> None:
    content = b'{"data": 1}, {"body": {"plain": "A text."}, "text": "Other."}'
    (refused,) = found_in(content, text="body.plain")
    assert isinstance(refused, Refused)
    assert refused.reason == "has no column body.plain, which was to be text; it has data: the file is not read"
    assert texts(found_in(content.partition(b", ")[2], text="body.plain")) == ["A text."]


def test_an_article_too_long_costs_the_next_nothing() -> None:
    refused, loaded = found_in(b'[{"text": "%s"}, {"text": "A text."}]' % (b"a" * (MAX_INPUT + 70_000)))
    assert isinstance(refused, Refused)
    assert refused.reason == "is longer than 10,000,000 bytes"
    assert isinstance(loaded, Loaded)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"words", "is not JSON, neither an array nor an object"),
        (b"[1, 2, 3]", "is an array of something else than objects"),
        (b'[{"text": "a" "b"}]', "is not JSON: "),
        (b'{"articles": [{"text": "A text."}]}', "has no column text; it has articles: the file is not read"),
        (b"[" * 100_000 + b"]" * 100_000, "nests too deeply: it holds no articles"),
        (b'[{"text": "A text', "breaks off: it has no end"),
    ],
)
def test_what_holds_no_articles_is_refused_in_one_line(content: bytes, reason: str) -> None:
    (refused,) = found_in(content)
    assert isinstance(refused, Refused)
    assert refused.reason.startswith(reason)
    assert refused.origin == Origin("a.json")


def test_an_array_is_known_without_its_suffix() -> None:
    stream = io.BufferedReader(io.BytesIO(b'\n[\n  {"text": "A text."}\n]\n'))
    assert texts(list(Dispatcher().articles(Input(Origin("-"), stream)))) == ["A text."]
