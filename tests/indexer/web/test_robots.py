"""robots.txt as RFC 9309 has it, from a real server."""

import pytest

from indexer.inputs.result import Refusal
from indexer.web.address import target
from indexer.web.allowance import Allowance
from indexer.web.fetcher import Fetcher
from indexer.web.robots import LIMIT
from indexer.web.transient import Transient
from tests.indexer.conftest import link
from tests.indexer.web.site import Reply, Site

FORBIDDING = Reply(b"User-agent: *\nDisallow: /\n")


def refusal_of(site: Site, fetcher: Fetcher, path: str = "/page") -> Refusal | None:
    site.pages["/page"] = Reply(b"A text.")
    try:
        fetcher.open(link(site.url + path))
    except Refusal as refusal:
        assert path == "/sent" or path not in site.paths()
        return refusal
    return None


@pytest.mark.parametrize(
    ("text", "allowed"),
    [
        ("User-agent: *\nDisallow: /", False),
        ("User-agent: *\nDisallow: /\nAllow: /page", True),
        ("User-agent: *\nDisallow: /\n\nUser-agent: demarche\nDisallow: /private", True),
        ("User-agent: *\nAllow: /\n\nUser-agent: Demarche\nDisallow: /p*e$", False),
        ("User-agent: Another\nDisallow: /", True),
        ("", True),
        ("<html>Not found</html>", True),
        ("\ufeffUser-agent: *\nDisallow: /", False),
        ("User-agent: *\r\nDisallow: /\xff", True),
    ],
)
def test_what_a_host_asks_for_is_done(site: Site, fetcher: Fetcher, text: str, allowed: bool) -> None:
    site.pages["/robots.txt"] = Reply(text.encode())
    refusal = refusal_of(site, fetcher)
    assert (refusal is None) == allowed
    assert allowed or str(refusal) == "robots.txt forbids it"
    assert not isinstance(refusal, Transient)


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410])
def test_a_file_that_is_not_there_allows_everything(site: Site, fetcher: Fetcher, status: int) -> None:
    site.pages["/robots.txt"] = Reply(b"User-agent: *\nDisallow: /", status)
    assert refusal_of(site, fetcher) is None


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_file_that_cannot_be_had_allows_nothing_for_now(site: Site, fetcher: Fetcher, status: int) -> None:
    site.pages["/robots.txt"] = Reply(status=status)
    refusal = refusal_of(site, fetcher)
    assert isinstance(refusal, Transient)
    assert str(refusal) == f"may forbid it: its robots.txt can't be had, which answered {status}"


def test_a_host_that_is_not_there_is_named_as_such(fetcher: Fetcher) -> None:
    with pytest.raises(Transient) as refusal:
        fetcher.open(link("http://127.0.0.1:1024/"))
    assert str(refusal.value) == "can't be reached: Connection refused"


def test_it_is_asked_for_once_for_all_pages(site: Site, fetcher: Fetcher) -> None:
    site.pages |= {"/robots.txt": FORBIDDING}
    for _ in range(3):
        refusal_of(site, fetcher)
    assert [path for path, _ in site.asked] == ["/robots.txt"]


def test_it_is_asked_for_again_after_a_day(site: Site, fetcher: Fetcher, monkeypatch: pytest.MonkeyPatch) -> None:
    site.pages["/robots.txt"] = [FORBIDDING, Reply()]
    assert refusal_of(site, fetcher) is not None
    for origin, rules in fetcher.robots.known.items():
        fetcher.robots.known[origin] = type(rules)(rules.until - 24 * 3600 - 1, rules.parsed)
    assert refusal_of(site, fetcher) is None


def test_its_redirects_are_followed_five_times(site: Site, elsewhere: Site, fetcher: Fetcher) -> None:
    hops = ["/robots.txt", "/1", "/2", "/3", "/4"]
    for here, there in zip(hops, [*hops[1:], f"{elsewhere.url}/robots"], strict=True):
        site.pages[here] = Reply(status=302, headers={"Location": there})
    elsewhere.pages["/robots"] = FORBIDDING
    assert str(refusal_of(site, fetcher)) == "robots.txt forbids it"


def test_its_redirects_lead_to_no_private_address_either(site: Site, fetcher: Fetcher) -> None:
    site.pages["/robots.txt"] = Reply(status=302, headers={"Location": "http://10.0.0.1/"})
    assert "private or reserved address (10.0.0.1)" in str(refusal_of(site, fetcher))


def test_a_page_of_another_host_asks_that_host(site: Site, elsewhere: Site, fetcher: Fetcher) -> None:
    site.pages["/sent"] = Reply(status=302, headers={"Location": f"{elsewhere.url}/page"})
    elsewhere.pages |= {"/robots.txt": FORBIDDING, "/page": Reply(b"A text.")}
    assert str(refusal_of(site, fetcher, "/sent")) == f"leads to {elsewhere.url}/page: robots.txt forbids it"
    assert elsewhere.paths() == []


def test_of_a_long_file_the_beginning_counts(site: Site, fetcher: Fetcher) -> None:
    rules = b"User-agent: *\nDisallow: /other\n"
    site.pages["/robots.txt"] = Reply(rules + b"#" * (LIMIT - len(rules) - 12) + b"\nDisallow: /another\n")
    assert refusal_of(site, fetcher) is None
    assert str(refusal_of(site, fetcher, "/other")) == "robots.txt forbids it"


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("Crawl-delay: 5", 5),
        ("Crawl-delay: 0.1", 1),
        ("Crawl-delay: 100000", 30),
        ("Request-rate: 1/10", 10),
        ("Crawl-delay: soon", 1),
    ],
)
def test_a_host_that_wants_a_slower_pace_has_it(
    site: Site, fetcher: Fetcher, pauses: list[float], text: str, seconds: float
) -> None:
    site.pages |= {"/robots.txt": Reply(f"User-agent: *\n{text}\n".encode()), "/page": Reply(b"A text.")}
    for _ in range(2):
        fetcher.open(link(f"{site.url}/page"))
    assert pauses == [pytest.approx(seconds, abs=0.2)]


def test_the_rules_of_many_hosts_are_forgotten_one_by_one(
    site: Site, fetcher: Fetcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("indexer.web.robots.HOSTS", 2)
    for host in ("127.0.0.1", "localhost", "127.1"):
        fetcher.robots.rules(target(f"http://{host}:{site.port}/"), Allowance(60))
    assert list(fetcher.robots.known) == [f"http://localhost:{site.port}", f"http://127.1:{site.port}"]


def test_large_files_of_rules_are_forgotten_sooner(
    site: Site, fetcher: Fetcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("indexer.web.robots.REMEMBERED", 2_500)
    site.pages["/robots.txt"] = Reply(b"#" * 1_000)
    for host in ("127.0.0.1", "localhost", "127.1"):
        fetcher.robots.rules(target(f"http://{host}:{site.port}/"), Allowance(60))
    assert list(fetcher.robots.known) == [f"http://localhost:{site.port}", f"http://127.1:{site.port}"]
    assert fetcher.robots.size == 2_000


def test_a_fetch_that_comes_late_to_a_host_does_not_shut_it_out(site: Site, fetcher: Fetcher) -> None:
    """Else a page could be kept from being fetched by whoever is slow and then leads to it."""
    with pytest.raises(Transient, match="took longer"):
        fetcher.robots.check(target(site.url), Allowance(0))
    fetcher.robots.check(target(site.url), Allowance(60))
