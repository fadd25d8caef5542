import io

import pytest

from indexer.readers.opening import Opening
from indexer.readers.reading import Input, Loaded, Origin, Reading, Refused

TEXT = "Three ministers agreed on Monday that the ferry line opens again, after a meeting in the old customs house."
PAGE = f"<html><head><title>A title</title></head><body><article><p>{TEXT}</p></article></body></html>"
URL = "https://a.example/7"


def record(body: bytes, kind: str = "response", http: str | None = "200 OK", **headers: str) -> bytes:
    content = f"HTTP/1.1 {http}\r\nContent-Type: text/html\r\n\r\n".encode() + body if http else body
    named = {"WARC_Type": kind, "WARC_Target_URI": URL, "Content_Length": str(len(content)), **headers}
    head = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in named.items() if value)
    return f"WARC/1.0\r\n{head}\r\n".encode() + content + b"\r\n\r\n"


def found_in(*records: bytes) -> list[Reading]:
    stream = io.BufferedReader(io.BytesIO(b"".join(records)))
    return list(Opening().articles(Input(Origin("crawl"), stream, ".warc")))


def test_a_page_has_its_address_and_not_the_day_on_which_it_was_fetched() -> None:
    (loaded,) = found_in(record(PAGE.encode(), WARC_Date="2023-07-17T00:00:00Z"))
    assert isinstance(loaded, Loaded)
    assert (loaded.article.url, loaded.article.published_on) == (URL, None)
    assert str(loaded.origin) == f"crawl:{URL}"


@pytest.mark.parametrize("kind", ["resource", "conversion"])
def test_pages_may_come_without_http(kind: str) -> None:
    (loaded,) = found_in(record(PAGE.encode(), kind, None, Content_Type="text/html; charset=utf-8"))
    assert isinstance(loaded, Loaded)


@pytest.mark.parametrize(
    "other",
    [
        record(b"", "request", None),
        record(PAGE.encode(), http="404 Not Found"),
        record(PAGE.encode(), http="301 Moved Permanently"),
        record(b"robots", "metadata", None, Content_Type="text/html"),
        record(b"\x89PNG", "resource", None, Content_Type="image/png"),
    ],
)
def test_what_is_no_page_is_no_article_and_no_fault(other: bytes) -> None:
    (loaded,) = found_in(other, record(PAGE.encode()), other)
    assert isinstance(loaded, Loaded)


def test_a_page_that_is_too_long_costs_the_next_nothing() -> None:
    refused, loaded = found_in(record(b"<html>" + b"a" * 10_000_001), record(PAGE.encode()))
    assert isinstance(refused, Refused)
    assert isinstance(loaded, Loaded)


@pytest.mark.parametrize(
    ("broken", "reason"),
    [
        (record(PAGE.encode())[:-60], "breaks off (record 2)"),
        (record(b"a" * 99, "metadata", None)[:-60], "after record 2, it breaks off"),
        (record(PAGE.encode(), WARC_Target_URI=""), "after record 1, it holds a record without WARC-Target-URI"),
        (record(PAGE.encode(), Content_Length=""), "after record 1, it holds a record without Content-Length"),
        (record(PAGE.encode(), WARC_Truncated="length"), "was cut off by who crawled it (length)"),
    ],
)
def test_what_is_broken_is_refused_and_what_came_before_stays(broken: bytes, reason: str) -> None:
    loaded, refused = found_in(record(PAGE.encode()), broken)
    assert isinstance(loaded, Loaded)
    assert isinstance(refused, Refused)
    assert refused.reason == reason
