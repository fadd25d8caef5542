"""The records of a crawl: what is broken in one costs the next nothing."""

import io

import pytest

from indexer.readers.archives.records import ARC, WARC, WRONG, Form, records


def warc(content: bytes, length: int | None = None) -> bytes:
    head = b"WARC/1.0\r\nWARC-Type: resource\r\nContent-Length: %d\r\n\r\n"
    return head % (len(content) if length is None else length) + content + b"\r\n\r\n"


def read(data: bytes, form: Form = WARC) -> list[tuple[int, bytes, str]]:
    found = records(io.BufferedReader(io.BytesIO(data)), form)
    return [(record.number, record.content, record.fault) for record in found]


def test_each_has_its_number_and_content() -> None:
    assert read(warc(b"one") + warc(b"") + warc(b"three")) == [(1, b"one", ""), (2, b"", ""), (3, b"three", "")]


@pytest.mark.parametrize("length", [1, 100])
def test_where_the_length_is_wrong_the_next_head_ends_it(length: int) -> None:
    (first, second) = read(warc(b"one one", length) + warc(b"two"))
    assert first[:2] in [(1, b"one one"), (1, b"o")]
    assert second == (2, b"two", "")


def test_the_last_one_may_break_off() -> None:
    assert read(warc(b"one") + warc(b"two", 100)[:-4]) == [(1, b"one", ""), (2, b"two", "breaks off")]


def test_what_is_none_is_passed_over_to_the_next() -> None:
    (first, second) = read(b"nothing\r\n" + warc(b"two"))
    assert first == (1, b"", "is no record of WARC")
    assert second == (2, b"two", "")


def test_a_head_without_a_length_says_so() -> None:
    (first, second) = read(b"WARC/1.0\r\nWARC-Type: resource\r\n\r\n" + warc(b"two"))
    assert first[2] == "has no Content-Length"
    assert second == (2, b"two", "")


def test_arc_has_its_length_at_the_end_of_a_line() -> None:
    line = b"http://a.example/ 127.0.0.1 20230717000000 text/html %d\n%s\n"
    assert read(line % (3, b"one") + line % (3, b"two"), ARC) == [(1, b"one", ""), (2, b"two", "")]
    assert WRONG not in {fault for *_, fault in read(line % (3, b"one"), ARC)}
