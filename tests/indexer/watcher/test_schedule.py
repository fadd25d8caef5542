import time

import pytest

from indexer.inputs.input import Link, Origin
from indexer.inputs.result import Refused
from indexer.watcher.schedule import ScheduledFeed


@pytest.fixture
def feed() -> ScheduledFeed:
    return ScheduledFeed(Link(Origin("https://herald.example/feed"), "https://herald.example/feed"), every=300)


def wait(feed: ScheduledFeed) -> float:
    return round(feed.due - time.monotonic())


def test_a_feed_is_asked_for_at_once_and_then_every_so_often(feed: ScheduledFeed) -> None:
    assert wait(feed) == 0
    feed.read(b"<rss>")
    assert wait(feed) == 300


@pytest.mark.parametrize(
    ("head", "seconds"),
    [
        (b"<ttl>30</ttl>", 1800),
        (b"<ttl> 1 </ttl>", 300),
        (b"<ttl>99999</ttl>", 3600),
        (b"<ttl>soon</ttl>", 300),
        (b"<ttl>99999999999</ttl>", 300),
    ],
)
def test_a_feed_may_ask_for_up_to_an_hour(feed: ScheduledFeed, head: bytes, seconds: int) -> None:
    feed.read(head)
    assert wait(feed) == seconds
    feed.read()  # unchanged: what it asked for still counts
    assert wait(feed) == seconds


def test_a_feed_with_more_to_fetch_is_read_at_once(feed: ScheduledFeed) -> None:
    feed.read(b"<ttl>30</ttl>", at_once=True)
    assert wait(feed) == 0


def test_failures_double_the_wait_up_to_an_hour(feed: ScheduledFeed) -> None:
    assert [feed.fail(None) for _ in range(6)] == [300, 600, 1200, 2400, 3600, 3600]
    assert wait(feed) == 3600
    feed.read()
    assert feed.fail(None) == 300


@pytest.mark.parametrize(("asked", "seconds"), [(10, 300), (7200, 7200), (1e9, 86400)])
def test_a_server_that_asks_to_stay_away_is_obeyed_for_a_day(feed: ScheduledFeed, asked: float, seconds: float) -> None:
    assert feed.fail(asked) == seconds


def test_years_of_failures_are_no_fault(feed: ScheduledFeed) -> None:
    feed.failures = 100_000
    assert feed.fail(None) == 3600


def test_who_asks_for_long_pauses_gets_them() -> None:
    feed = ScheduledFeed(Link(Origin("a"), "a"), every=7200)
    assert feed.fail(None) == 7200


def test_what_a_feed_goes_on_carrying_is_told_once(feed: ScheduledFeed) -> None:
    def refused(*reasons: str) -> list[Refused]:
        return [Refused(Origin("a", member=f"entry {number}"), reason) for number, reason in enumerate(reasons, 1)]

    def told(*reasons: str) -> list[str]:
        return [one.reason for one in feed.news(refused(*reasons))]

    assert told("has no text", "has no title") == ["has no text", "has no title"]
    assert told("has no text", "has no title") == []
    assert told("has no text", "has no text", "has no title") == ["has no text"]
    assert told() == []
    assert told("has no text") == ["has no text"]
