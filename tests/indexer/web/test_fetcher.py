"""What a fetch of a page does, towards real servers: redirects, tries, pauses, and what comes of it."""

import time
from contextlib import suppress
from http.server import BaseHTTPRequestHandler

import pytest

from indexer.inputs.input import MAX_INPUT
from indexer.inputs.result import Refusal
from indexer.web.fetcher import UNREACHABLE, Fetcher, agent
from indexer.web.transient import Transient
from schemas.settings import Settings
from tests.indexer.conftest import fetcher_with, link
from tests.indexer.web.site import Answers, Reply, Site


def sent_to(address: str, status: int = 302) -> Reply:
    return Reply(status=status, headers={"Location": address})


def refusal_of(fetcher: Fetcher, url: str) -> Refusal:
    with pytest.raises(Refusal) as refusal:
        fetcher.open(link(url))
    return refusal.value


def test_a_page_is_an_input_with_all_that_http_tells(site: Site, fetcher: Fetcher) -> None:
    site.pages |= {
        "/old": sent_to("/new?a=1#part", 301),
        "/new?a=1": Reply("été".encode("latin-1"), headers={"Content-Type": "text/html; charset=ISO-8859-1"}),
    }
    page = fetcher.open(link(f"{site.url}/old", title="A Title"))
    assert page.stream.peek(2)[:2] == b"\xe9t"
    assert page.stream.read() == b"\xe9t\xe9"
    assert (page.url, page.suffix, page.charset) == (f"{site.url}/new?a=1", ".html", "iso-8859-1")
    assert (page.told, str(page.origin)) == ({"title": "A Title"}, "feed.rss")


@pytest.mark.parametrize(
    ("where", "fault"),
    [
        ("http://10.0.0.1/a", "is at a private or reserved address (10.0.0.1), which is not fetched from"),
        (
            "http://169.254.169.254/latest/meta-data/",
            "is at a private or reserved address (169.254.169.254), which is not fetched from",
        ),
        ("file:///etc/passwd", "is neither http nor https"),
        ("http://a:b@host.example/", "holds a user name or password, and those are sent nowhere"),
        ("//127.0.0.1:22/", "names port 22, which is not the web's: use 80, 443 or one from 1024 on"),
    ],
)
def test_a_redirect_leads_nowhere_that_a_link_may_not(site: Site, fetcher: Fetcher, where: str, fault: str) -> None:
    site.pages["/"] = sent_to(where)
    told = str(refusal_of(fetcher, site.url))
    assert told == f"leads to {where.replace('//127', 'http://127')}: {fault}"


def test_a_redirect_to_no_address_is_named(site: Site, fetcher: Fetcher) -> None:
    site.pages["/"] = sent_to("http://[::1")
    assert str(refusal_of(fetcher, site.url)) == "redirects to what is no address: http://[::1"


def test_a_redirect_with_letters_that_are_not_ascii_is_followed(site: Site, fetcher: Fetcher) -> None:
    site.pages |= {"/": sent_to("/été".encode().decode("latin-1")), "/%C3%A9t%C3%A9": Reply(b"A text.")}
    assert fetcher.open(link(site.url)).stream.read() == b"A text."


def test_redirects_in_a_circle_are_named(site: Site, fetcher: Fetcher) -> None:
    site.pages |= {"/a": sent_to("/b"), "/b": sent_to("/a")}
    assert str(refusal_of(fetcher, f"{site.url}/a")) == f"redirects in a circle, back to {site.url}/a"
    assert site.paths() == ["/a", "/b"]


def test_redirects_without_end_are_named(site: Site, fetcher: Fetcher) -> None:
    site.pages |= {f"/{number}": sent_to(f"/{number + 1}") for number in range(100)}
    assert str(refusal_of(fetcher, f"{site.url}/0")) == "redirects more than 5 times"
    assert len(site.paths()) == 6


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 451, 300])
def test_what_is_refused_is_named_and_not_asked_for_again(site: Site, fetcher: Fetcher, status: int) -> None:
    site.pages["/"] = Reply(status=status)
    refusal = refusal_of(fetcher, site.url)
    assert str(refusal) == f"answered {status}"
    assert not isinstance(refusal, Transient)
    assert site.paths() == ["/"]


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_a_fault_that_may_pass_is_tried_three_times_with_growing_pauses(
    site: Site, fetcher: Fetcher, pauses: list[float], status: int
) -> None:
    site.pages["/"] = Reply(status=status)
    refusal = refusal_of(fetcher, site.url)
    assert str(refusal) == f"answered {status}"
    assert isinstance(refusal, Transient)
    assert site.paths() == ["/"] * 3
    assert pauses == [pytest.approx(2, abs=0.2), pytest.approx(4, abs=0.2)]


def test_what_passes_is_fetched(site: Site, fetcher: Fetcher) -> None:
    site.pages["/"] = [Reply(status=503), Reply(b"cut", headers={"Content-Length": "9"}), Reply(b"A text.")]
    assert fetcher.open(link(site.url)).stream.read() == b"A text."


def test_a_server_that_asks_to_wait_is_given_what_it_asks(site: Site, fetcher: Fetcher, pauses: list[float]) -> None:
    site.pages["/"] = [Reply(status=429, headers={"Retry-After": "7"}), Reply(b"A text.")]
    assert fetcher.open(link(site.url)).stream.read() == b"A text."
    assert pauses == [pytest.approx(7, abs=0.2)]


def test_a_server_that_asks_to_wait_for_long_is_left_alone(site: Site, fetcher: Fetcher, pauses: list[float]) -> None:
    site.pages["/"] = Reply(status=503, headers={"Retry-After": "3600"})
    refusal = refusal_of(fetcher, site.url)
    assert isinstance(refusal, Transient)
    assert (str(refusal), refusal.retry_after, pauses) == ("answered 503", 3600, [])
    assert str(refusal_of(fetcher, f"{site.url}/other")) == "is left alone for another 3600 seconds"
    assert site.paths() == ["/"]


def test_a_host_that_is_not_there_is_asked_for_no_other_page(site: Site, pauses: list[float]) -> None:
    """Were each entry of a feed tried for its own sake, a host that is down would hold up all others."""
    addresses = ["127.0.0.1"]
    fetcher = fetcher_with(pauses.append, resolve=lambda host, port: addresses)
    site.pages["/"] = Reply(b"A text.")
    dead = f"http://dead.example:{site.port}/"
    fetcher.open(link(dead))
    addresses.clear()
    assert "can't be reached" in str(refusal_of(fetcher, dead))
    assert str(refusal_of(fetcher, f"{dead}other")) == f"is left alone for another {UNREACHABLE:.0f} seconds"


def test_a_page_too_long_is_refused(site: Site, fetcher: Fetcher) -> None:
    site.pages["/"] = Reply(bytes(MAX_INPUT + 1))
    assert str(refusal_of(fetcher, site.url)) == "is longer than 10,000,000 bytes; download it, and name the file"


def test_requests_to_a_host_keep_their_distance(site: Site, fetcher: Fetcher, pauses: list[float]) -> None:
    for _ in range(3):
        site.pages["/"] = Reply(b"A text.")
        fetcher.open(link(site.url))
    assert pauses == [pytest.approx(1, abs=0.2)] * 2


def test_requests_say_who_asks_and_how_to_reach_them() -> None:
    assert agent("").startswith("Demarche/")
    assert agent("desk@herald.example").endswith(" (+desk@herald.example)")


@pytest.mark.parametrize(("private", "refused"), [(False, True), (True, False)])
def test_a_setting_allows_what_is_private(site: Site, private: bool, refused: bool) -> None:
    site.pages["/"] = Reply(b"A text.")
    fetcher = Fetcher.of(Settings(engine="", fetch_private=private))
    if refused:
        assert "private" in str(refusal_of(fetcher, site.url))
    else:
        assert fetcher.open(link(site.url)).stream.read() == b"A text."


def test_what_nobody_foresaw_is_a_refusal_too(site: Site, fetcher: Fetcher, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(*told: object) -> None:
        raise RuntimeError("came apart")

    monkeypatch.setattr("indexer.web.robots.Protego.parse", breaks)
    told = "can't be fetched, which is a fault of Demarche: RuntimeError: came apart"
    assert str(refusal_of(fetcher, site.url)) == told


def test_a_content_type_that_is_none_costs_nothing(site: Site, fetcher: Fetcher) -> None:
    site.pages["/a.txt"] = Reply(b"A text.", headers={"Content-Type": "text/plain; charset*=x; charset*1=y"})
    page = fetcher.open(link(f"{site.url}/a.txt"))
    assert (page.suffix, page.charset) == (".txt", None)


def drips(handler: BaseHTTPRequestHandler) -> None:
    """An answer that goes on for ever, a byte at a time."""
    handler.wfile.write(b"HTTP/1.0 200 OK\r\n\r\n")
    with suppress(OSError):
        while True:
            handler.wfile.write(b".")
            time.sleep(0.05)


def late(handler: BaseHTTPRequestHandler) -> Reply:
    time.sleep(0.4)
    return sent_to(f"{handler.path}a")


def busy(handler: BaseHTTPRequestHandler) -> Reply:
    time.sleep(0.4)
    return Reply(status=503)


@pytest.mark.parametrize(
    "pages",
    [
        {"/": drips},
        {"/robots.txt": drips, "/": Reply(b"A text.")},
        {"/": late, "/a": late, "/aa": late, "/aaa": drips},
        {"/robots.txt": busy, "/": busy},
    ],
)
def test_all_of_a_fetch_has_one_deadline(site: Site, pauses: list[float], pages: dict[str, Answers]) -> None:
    fetcher = fetcher_with(pauses.append, seconds=1)
    site.pages |= pages
    begun = time.monotonic()
    assert isinstance(refusal_of(fetcher, site.url), Transient)
    assert time.monotonic() - begun < 3, "each request had a deadline of its own"


def test_a_host_of_many_addresses_has_one_deadline(pauses: list[float], monkeypatch: pytest.MonkeyPatch) -> None:
    tried = []

    def nobody(address: tuple[str, int], seconds: float) -> None:
        tried.append(seconds)
        time.sleep(min(seconds, 0.3))
        raise TimeoutError

    monkeypatch.setattr("indexer.web.connection.socket.create_connection", nobody)
    fetcher = fetcher_with(
        pauses.append, resolve=lambda host, port: [f"8.8.8.{number}" for number in range(200)], seconds=1
    )
    assert "took longer than 1 seconds" in str(refusal_of(fetcher, "http://many.example/"))
    assert len(tried) < 12
    assert max(tried) <= 1
