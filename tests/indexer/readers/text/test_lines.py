"""An input line by line."""

import io

import pytest

from indexer.inputs.input import Input, Origin
from indexer.inputs.result import Refusal, Refused
from indexer.readers.text import lines
from indexer.readers.text.lines import decode_line, lines_of


def read(data: bytes) -> list[tuple[int | None, str]]:
    found = lines_of(Input(Origin("a"), io.BufferedReader(io.BytesIO(data))))
    return [(one.origin.line, one.reason) if isinstance(one, Refused) else (one[0].line, one[1]) for one in found]


def test_a_line_ends_at_a_line_feed_alone() -> None:
    assert read("one\u2028two\r\nthree".encode()) == [(1, "one\u2028two\r\n"), (2, "three")]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_mark_tells_the_encoding(encoding: str) -> None:
    assert read("Ağdam\nŞuşa".encode(encoding)) == [(1, "Ağdam\n"), (2, "Şuşa")]


def test_a_line_that_is_too_long_is_refused_and_the_next_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "MAX_INPUT", 10)
    assert read(b"a" * 35 + b"\nnext\n") == [(1, "is longer than 10 characters"), (2, "next\n")]


def test_what_does_not_fit_its_mark_ends_the_reading() -> None:
    data = "one\n".encode("utf-16") + b"\x00\xd8a\x00\n\x00"
    *_, (_, reason) = read(data)
    assert reason == "from here on the file is not utf-16-le: the rest of it can't be read"


def test_bytes_that_are_not_utf_8_are_read_in_the_likeliest_encoding() -> None:
    ((_, line),) = read(
        "The café was closed on Monday, said the minister of the interior, José Núñez.".encode("cp1252")
    )
    assert decode_line(line) == "The café was closed on Monday, said the minister of the interior, José Núñez."
    assert decode_line("Ağdam") == "Ağdam"


def test_nul_bytes_among_them_are_no_text() -> None:
    ((_, line),) = read(b"\xff\x00\xfe")
    with pytest.raises(Refusal, match="holds NUL bytes among others that are not UTF-8"):
        decode_line(line)
