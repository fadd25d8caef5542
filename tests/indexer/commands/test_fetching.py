"""Addresses on the command line, fetched from a real server."""

import json
from collections.abc import Iterator

import pytest

from tests.indexer.commands.command import Run
from tests.indexer.web.site import Reply, Site, serving

LINE = {"title": "The Road", "source": "Herald", "text": "“The road is open,” the Armenian minister said."}


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    monkeypatch.setenv("DEMARCHE_FETCH_PRIVATE", "true")
    with serving() as site:
        site.pages["/articles.ndjson"] = Reply(json.dumps(LINE).encode())
        yield site


def test_an_address_is_read_like_a_file(run: Run, site: Site) -> None:
    ran = run("index", f"{site.url}/articles.ndjson")
    assert ran.exit_code == 0, ran.output
    assert "1 article read: 1 new, 0 updated" in ran.stdout
    ran = run("extract", f"{site.url}/articles.ndjson")
    assert [statement["text"] for statement in json.loads(ran.stdout)["statements"]] == ["The road is open,"]


def test_columns_are_told_for_an_address_too(run: Run, site: Site) -> None:
    site.pages["/other.ndjson"] = Reply(json.dumps({"body": LINE["text"]}).encode())
    ran = run("extract", "--column", "text=body", f"{site.url}/other.ndjson")
    assert ran.exit_code == 0, ran.output
    assert json.loads(ran.stdout)["text"] == LINE["text"]


def test_what_cannot_be_fetched_is_refused_by_name(run: Run, site: Site) -> None:
    ran = run("index", f"{site.url}/gone", f"{site.url}/articles.ndjson")
    assert ran.exit_code == 1
    assert ran.stderr.splitlines()[0] == f"{site.url}/gone: refused: answered 404"
    assert "1 new, 0 updated, 0 unchanged and skipped, 1 refused" in ran.stdout


@pytest.mark.parametrize(("fetch", "texts"), [(("--fetch",), 2), ((), 1)])
def test_what_a_feed_links_to_is_fetched_if_asked_for(run: Run, site: Site, fetch: tuple[str, ...], texts: int) -> None:
    whole = "The bridge is shut, the minister said. " * 50
    site.pages["/feed"] = Reply(
        f"""<rss version="2.0"><channel><title>Herald</title>
        <item><title>The Bridge</title><description>{whole}</description></item>
        <item><title>The Road</title><link>{site.url}/articles.ndjson</link></item>
        <item><title>The Feed</title><link>{site.url}/feed</link></item></channel></rss>""".encode()
    )
    ran = run("extract", *fetch, f"{site.url}/feed")
    assert ran.exit_code == (0 if fetch else 1), ran.output
    assert len(ran.stdout.splitlines()) == texts
    assert site.paths().count("/feed") == 1
    if not fetch:
        origins = [f"{site.url}/feed:entry {number}" for number in (2, 3)]
        assert [line.partition(": refused")[0] for line in ran.stderr.splitlines()] == origins


def test_private_addresses_are_refused_by_default(run: Run, site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DEMARCHE_FETCH_PRIVATE")
    ran = run("extract", f"{site.url}/articles.ndjson")
    assert ran.exit_code == 1
    assert ran.stderr.endswith("refused: is at a private or reserved address (127.0.0.1), which is not fetched from\n")
    assert not site.asked


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("ftp://herald.example/feed", "ftp://herald.example/feed is neither http nor https"),
        ("https://a:b@herald.example/", "holds a user name or password"),
        ("https://herald.example:22/", "names port 22"),
        ("herald.example/feed", "Path 'herald.example/feed' does not exist."),
    ],
)
def test_what_is_no_address_is_a_wrong_command_line(run: Run, address: str, told: str) -> None:
    ran = run("index", address)
    assert ran.exit_code == 2
    assert told in ran.stderr
