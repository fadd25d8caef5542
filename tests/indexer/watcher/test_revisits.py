"""Fetching again: towards a real server, with a memory on disk that another process could read."""

from pathlib import Path

import pytest

from indexer.inputs.result import Refusal
from indexer.watcher.history import KEPT, REFUSED, History
from indexer.watcher.revisits import Entries, Feeds
from indexer.web.fetcher import Fetcher, Once
from tests.indexer.conftest import link
from tests.indexer.web.site import Reply, Site

FEED = Reply(b"A feed.", headers={"ETag": '"1"', "Last-Modified": "Mon, 17 Jul 2023 10:00:00 GMT"})


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "state" / "fetched.sqlite"


def feeds(fetcher: Fetcher, path: Path, engine: str = "one") -> Feeds:
    """As after a restart: nothing is known but what the file holds."""
    return Feeds(fetcher, History(path, engine))


def test_a_feed_that_has_not_changed_is_not_sent_again(site: Site, fetcher: Fetcher, path: Path) -> None:
    site.pages["/feed"] = [FEED, Reply(status=304)]
    first = feeds(fetcher, path)
    assert first.open(link(f"{site.url}/feed")).stream.read() == b"A feed."
    first.history.keep()
    assert feeds(fetcher, path).open(link(f"{site.url}/feed")) is None
    asked = site.asked[-1][1]
    assert asked["If-None-Match"] == '"1"'
    assert asked["If-Modified-Since"] == "Mon, 17 Jul 2023 10:00:00 GMT"


@pytest.mark.parametrize("dropped", [True, False])
def test_what_was_not_stored_is_fetched_again(site: Site, fetcher: Fetcher, path: Path, dropped: bool) -> None:
    site.pages["/feed"] = FEED
    first = feeds(fetcher, path)
    first.open(link(f"{site.url}/feed"))
    if dropped:
        first.history.drop()
        first.history.keep()
    feeds(fetcher, path).open(link(f"{site.url}/feed"))
    assert "If-None-Match" not in site.asked[-1][1]


def test_another_index_has_read_nothing_yet(site: Site, fetcher: Fetcher, path: Path) -> None:
    site.pages["/feed"] = FEED
    first = feeds(fetcher, path)
    first.open(link(f"{site.url}/feed"))
    first.history.note_page(link("https://a.example/"), refused=False)
    first.history.keep()
    other = History(path, "other")
    assert not other.conditions(f"{site.url}/feed")
    assert not other.knows(link("https://a.example/"))


def test_a_feed_without_validators_is_read_again(site: Site, fetcher: Fetcher, path: Path) -> None:
    site.pages["/feed"] = [FEED, Reply(b"A feed.")]
    for _ in range(2):
        first = feeds(fetcher, path)
        first.open(link(f"{site.url}/feed"))
        first.history.keep()
    assert not History(path, "one").conditions(f"{site.url}/feed")


@pytest.mark.parametrize("etag", ['"a\tb"', '"a\x0bb"', '"\x7f"', '"\xe9"'])
def test_whatever_a_server_calls_its_versions_the_next_request_can_be_made(
    site: Site, fetcher: Fetcher, path: Path, etag: str
) -> None:
    site.pages["/feed"] = Reply(b"A feed.", headers={"ETag": etag})
    for _ in range(2):
        first = feeds(fetcher, path)
        assert first.open(link(f"{site.url}/feed")) is not None
        first.history.keep()


def test_what_is_no_address_is_refused_before_it_is_looked_up(fetcher: Fetcher, path: Path) -> None:
    with pytest.raises(Refusal, match="is no address that can be fetched"):
        Entries(feeds(fetcher, path)).open(link("http://host.example/\ud800"))


def test_an_entry_is_fetched_once_and_again_when_it_changes(site: Site, fetcher: Fetcher, path: Path) -> None:
    site.pages["/page"] = Reply(b"A text.")
    url = f"{site.url}/page"
    first = feeds(fetcher, path)
    assert Entries(first).open(link(url, title="A Title")).stream.read() == b"A text."
    first.history.keep()
    assert Entries(feeds(fetcher, path)).open(link(url, title="A Title")) is None
    assert Entries(feeds(fetcher, path)).open(link(url, title="Another")) is not None
    assert site.paths() == ["/page"] * 2


def test_an_entry_that_cannot_be_had_is_tried_again_after_a_day(
    site: Site, fetcher: Fetcher, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = f"{site.url}/gone"
    first = feeds(fetcher, path)
    with pytest.raises(Refusal, match="answered 404"):
        Entries(first).open(link(url))
    first.history.keep()
    assert Entries(feeds(fetcher, path)).open(link(url)) is None
    assert not first.incomplete
    monkeypatch.setattr("indexer.watcher.history.REFUSED", -1.0)
    later = History(path, "one")
    later.note_page(link(url), refused=True)
    later.keep()
    assert not History(path, "one").knows(link(url))
    assert REFUSED < KEPT


def test_an_entry_that_may_be_had_later_is_not_dealt_with(site: Site, fetcher: Fetcher, path: Path) -> None:
    site.pages["/page"] = [Reply(status=503)] * 3 + [Reply(b"A text.")]
    first = feeds(fetcher, path)
    with pytest.raises(Refusal, match="answered 503"):
        Entries(first).open(link(f"{site.url}/page"))
    assert first.incomplete
    first.history.keep()
    assert Entries(feeds(fetcher, path)).open(link(f"{site.url}/page")) is not None


def test_an_emptied_index_has_read_nothing(path: Path) -> None:
    history = History(path, "one")
    history.note_page(link("https://a.example/"), refused=False)
    history.keep()
    history.forget()
    assert not History(path, "one").knows(link("https://a.example/"))


def test_in_one_run_an_address_is_asked_for_once(site: Site, fetcher: Fetcher) -> None:
    """So that feeds which link to each other, or to themselves, come to an end."""
    once = Once(fetcher)
    site.pages["/page"] = Reply(b"A text.")
    assert once.open(link(f"{site.url}/page")) is not None
    assert once.open(link(f"{site.url}/page", title="A Title")) is None
    with pytest.raises(Refusal, match="answered 404"):
        once.open(link(f"{site.url}/gone"))
    assert once.open(link(f"{site.url}/gone")) is None
    assert site.paths() == ["/page", "/gone"]


def test_a_feed_with_many_pages_is_fetched_in_turns(site: Site, fetcher: Fetcher, path: Path) -> None:
    site.pages |= {f"/{number}": Reply(b"A text.") for number in range(3)} | {"/feed": FEED}
    links = [link(f"{site.url}/{number}") for number in range(3)]
    source = feeds(fetcher, path)
    entries = Entries(source, seconds=0.0)  # a page a turn
    for turn in range(3):
        entries.begin()
        source.open(link(f"{site.url}/feed"))
        assert sum(entries.open(one) is not None for one in links) == 1
        assert entries.left == (turn < 2)
        source.keep()
        assert bool(source.history.conditions(f"{site.url}/feed")) != entries.left, "what is left would never be seen"


def test_pages_that_fail_for_now_do_not_take_the_others_turn(site: Site, fetcher: Fetcher, path: Path) -> None:
    site.pages |= {"/0": Reply(status=500), "/1": Reply(b"A text.")}
    links = [link(f"{site.url}/{number}") for number in range(2)]
    source = feeds(fetcher, path)
    entries = Entries(source, seconds=0.0)
    entries.begin()
    with pytest.raises(Refusal, match="answered 500"):
        entries.open(links[0])
    assert entries.open(links[1]) is None
    entries.begin()
    assert entries.open(links[0]) is None
    assert entries.open(links[1]) is not None
    assert source.incomplete
    assert not entries.left, "there is nothing to fetch at once"
    assert site.paths() == ["/0", "/0", "/0", "/1"]


def test_a_page_that_goes_on_failing_is_given_up_for_a_day(
    site: Site, fetcher: Fetcher, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("indexer.watcher.revisits.AGAIN", 0.0)
    site.pages |= {"/feed": FEED, "/0": Reply(status=500)}
    source = feeds(fetcher, path)
    entries = Entries(source)
    for turn in range(4):
        entries.begin()
        source.open(link(f"{site.url}/feed"))
        with pytest.raises(Refusal, match="answered 500"):
            entries.open(link(f"{site.url}/0"))
        assert source.incomplete == (turn < 3)
        source.keep()
    assert source.history.knows(link(f"{site.url}/0"))
    assert source.history.conditions(f"{site.url}/feed"), "the feed is sent whole for ever"
    assert not entries.failed
