"""Where a feed's entry leads."""

from typing import Any

import pytest
from feedparser import FeedParserDict

from indexer.readers.feeds.links import address, base_of, led_to

BASE = "https://herald.example/"


@pytest.mark.parametrize(
    ("entry", "url"),
    [
        ({"link": "https://herald.example/1"}, "https://herald.example/1"),
        ({"link": "/1"}, "https://herald.example/1"),
        ({"link": "https://feeds.example/~r/1", "feedburner_origlink": "https://herald.example/1"}, f"{BASE}1"),
        ({"link": "tag:1", "id": "tag:1"}, None),
        ({"link": "1", "id": "1"}, None),
        ({"content": [{"src": "/1"}]}, "https://herald.example/1"),
        ({"link": "mailto:desk@herald.example"}, None),
        ({"link": "/a b"}, "https://herald.example/a%20b"),
        ({}, None),
    ],
)
def test_an_entrys_page(entry: dict[str, Any], url: str | None) -> None:
    assert address(entry, BASE) == url


@pytest.mark.parametrize(
    ("link", "there"),
    [
        ("https://www.google.com/url?q=https://herald.example/1&sa=t", "https://herald.example/1"),
        ("https://www.bing.com/news/apiclick.aspx?url=https://herald.example/1", "https://herald.example/1"),
        ("https://l.facebook.com/l.php?u=https://herald.example/1", "https://herald.example/1"),
        ("https://www.google.com/url?q=none", "https://www.google.com/url?q=none"),
        ("https://herald.example/url?q=https://other.example/", "https://herald.example/url?q=https://other.example/"),
    ],
)
def test_a_link_that_only_leads_on(link: str, there: str) -> None:
    assert led_to(link) == there


@pytest.mark.parametrize(
    ("version", "fetched", "base"),
    [
        ("rss20", "https://feeds.example/rss", "https://herald.example/"),
        ("atom10", "https://feeds.example/rss", "https://feeds.example/rss"),
        ("rss20", None, "https://herald.example/"),
    ],
)
def test_relative_links_are_of_the_site_in_rss_and_of_the_feed_in_atom(
    version: str, fetched: str | None, base: str
) -> None:
    parsed = FeedParserDict(version=version, feed=FeedParserDict(link="https://herald.example/"))
    assert base_of(parsed, fetched) == base
