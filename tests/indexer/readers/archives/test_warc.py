import gzip
import io

import pytest

from indexer.inputs.input import Input, Origin
from indexer.inputs.result import Loaded, Reading, Refused
from indexer.readers.dispatcher import Dispatcher

TEXT = "Three ministers agreed on Monday that the ferry line opens again, after a meeting in the old customs house."
PAGE = f"<html><head><title>A title</title></head><body><article><p>{TEXT}</p></article></body></html>"
URL = "https://a.example/7"


def record(body: bytes, kind: str = "response", http: str | None = "200 OK", **headers: str) -> bytes:
    content = f"HTTP/1.1 {http}\r\nContent-Type: text/html\r\n\r\n".encode() + body if http else body
    named = {"WARC_Type": kind, "WARC_Target_URI": URL, "Content_Length": str(len(content)), **headers}
    head = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in named.items() if value)
    return f"WARC/1.0\r\n{head}\r\n".encode() + content + b"\r\n\r\n"


PACKED = gzip.compress(record(PAGE.encode()))


def found_in(*records: bytes) -> list[Reading]:
    stream = io.BufferedReader(io.BytesIO(b"".join(records)))
    return list(Dispatcher().articles(Input(Origin("crawl"), stream, ".warc")))


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
        (record(b"a" * 99, "metadata", None)[:-60], "breaks off (record 2)"),
        (record(b"a" * 11_000_000)[:-60], "breaks off (record 2)"),
        (record(PAGE.encode())[:60], "has more than 262,144 bytes of headers, or breaks off in them"),
    ],
)
def test_what_breaks_off_is_refused_and_what_came_before_stays(broken: bytes, reason: str) -> None:
    loaded, refused = found_in(record(PAGE.encode()), broken)
    assert isinstance(loaded, Loaded)
    assert isinstance(refused, Refused)
    assert refused.reason == reason


ENDLESS = b"WARC/1.0\r\n" + b"A: b\r\n" * 100_000


@pytest.mark.parametrize(
    ("broken", "reason"),
    [
        (record(PAGE.encode(), WARC_Target_URI=""), "has no WARC-Target-URI"),
        (record(PAGE.encode(), Content_Length=""), "has no Content-Length (record 2)"),
        (record(PAGE.encode(), Content_Length="many"), "has no Content-Length (record 2)"),
        (record(PAGE.encode(), WARC_Truncated="length"), "was cut off by who crawled it (length)"),
        (record(PAGE.encode())[:-60], "is not as long as it says, and may be cut off (record 2)"),
        (record(PAGE.encode())[20:], "is no record of WARC"),
        (b"\0" * 3_000_000, "is no record of WARC"),
        (ENDLESS, "has more than 262,144 bytes of headers, or breaks off in them"),
        (b"WARC/1.0\r\n\r\n", "has no Content-Length"),
    ],
)
def test_what_is_broken_in_the_middle_costs_the_next_nothing(broken: bytes, reason: str) -> None:
    first, refused, last = found_in(record(PAGE.encode()), broken + b"\r\n", record(PAGE.encode()))
    assert isinstance(first, Loaded)
    assert isinstance(refused, Refused)
    assert refused.reason == reason
    assert isinstance(last, Loaded)


@pytest.mark.parametrize("by", [40, -40])
def test_a_page_with_a_wrong_length_and_an_end_is_read(by: int) -> None:
    whole = record(PAGE.encode())
    length = int(whole.partition(b"Content-Length: ")[2].partition(b"\r")[0])
    wrong = whole.replace(b"Length: %d" % length, b"Length: %d" % (length + by))
    found = found_in(whole, wrong, whole)
    assert [reading.article.text for reading in found if isinstance(reading, Loaded)] == [TEXT] * 3


def test_a_page_on_crawls_may_show_how_a_record_begins() -> None:
    shown = PAGE.replace("</p>", "</p><pre>\nWARC/1.0\r\nContent-Length: 7\r\n\r\n</pre>")
    assert [type(found) for found in found_in(record(shown.encode()), record(PAGE.encode()))] == [Loaded] * 2


@pytest.mark.parametrize(("page", "read"), [(PAGE, True), ("Words alone.", False), ("\x89PNG", False)])
def test_without_a_content_type_the_first_characters_tell_a_page(page: str, read: bool) -> None:
    content = f"HTTP/1.1 200 OK\r\nServer: x\r\n\r\n{page}".encode()
    assert len(found_in(record(content, http=None))) == read


def damaged(packed: bytes) -> bytes:
    """Its last bytes before the checksum, or the checksum itself, are others."""
    return packed[:-6] + bytes(255 - byte for byte in packed[-6:-4]) + packed[-4:]


def found_in_packed(*members: bytes) -> list[Reading]:
    stream = io.BufferedReader(io.BytesIO(b"".join(members)))
    return list(Dispatcher().articles(Input(Origin("crawl.warc.gz"), stream, ".gz")))


@pytest.mark.parametrize(
    "broken", [damaged(PACKED), PACKED[:10] + b"\xff" * 200, PACKED[:-30], b"\x1f\x8b\x08\0no member"]
)
def test_a_member_of_gzip_that_is_damaged_costs_that_record_alone(broken: bytes) -> None:
    first, refused, last = found_in_packed(PACKED, broken, PACKED)
    assert isinstance(first, Loaded)
    assert isinstance(refused, Refused)
    assert refused.reason.startswith("is damaged: ")
    assert isinstance(last, Loaded)


def test_a_crawl_of_faults_alone_is_told_once_for_each() -> None:
    found = found_in_packed(*[PACKED[:10] + b"\xff" * 100] * 50)
    assert found
    assert all(isinstance(reading, Refused) for reading in found)
    assert len(found) <= 50


ARC = (
    "filedesc://crawl.arc 0.0.0.0 20230717000000 text/plain 76\n"
    "1 0 InternetArchive\nURL IP-address Archive-date Content-type Archive-length\n\n\n"
)


def arc_record(page: str, kind: str = "text/html", by: int = 0, status: str = "200 OK") -> str:
    content = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n{page}"
    return f"{URL} 192.0.2.4 20230717000000 {kind} {len(content) + by}\n{content}\n"


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("suffix", [".arc", ""])
def test_a_crawl_in_arc_is_read_as_one(packed: bool, suffix: str) -> None:
    records = [
        ARC,
        arc_record(PAGE),
        arc_record("x", "image/png"),
        arc_record(PAGE, status="404 None"),
        arc_record(PAGE),
    ]
    content = b"".join(gzip.compress(one.encode()) if packed else one.encode() for one in records)
    stream = io.BufferedReader(io.BytesIO(content))
    found = list(Dispatcher().articles(Input(Origin("crawl"), stream, ".gz" if packed else suffix)))
    assert [reading.article.url for reading in found if isinstance(reading, Loaded)] == [URL] * 2
    assert len(found) == 2


def test_a_wrong_length_in_arc_costs_the_next_record_nothing() -> None:
    content = (ARC + arc_record(PAGE, by=30) + arc_record(PAGE)).encode()
    *_, last = Dispatcher().articles(Input(Origin("crawl"), io.BufferedReader(io.BytesIO(content)), ".arc"))
    assert isinstance(last, Loaded)
