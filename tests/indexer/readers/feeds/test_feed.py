import io

import pytest

from indexer.inputs.input import Input, Link, Origin
from indexer.inputs.result import Loaded, Reading, Refused
from indexer.readers.feeds.feed import read
from schemas.article_ids import by_address


def found_in(items: str, channel: str = "<title>Harbour Post</title>", **known: object) -> list[Reading | Link]:
    data = (
        '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">'
        f"<channel>{channel}{items}</channel></rss>"
    ).encode()
    return list(read(Input(Origin("feed"), io.BufferedReader(io.BytesIO(data)), **known)))  # type: ignore[arg-type]


def item(**members: str) -> str:
    inner = "".join(f"<{name}>{value}</{name}>" for name, value in members.items())
    return f"<item>{inner.replace('encoded>', 'content:encoded>')}</item>"


LINK = "https://a.example/1"


def test_an_entry_with_its_content_is_an_article() -> None:
    (loaded,) = found_in(
        item(title="T", link=LINK, description="Short.", encoded="&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two.&lt;/p&gt;")
    )
    assert isinstance(loaded, Loaded)
    assert loaded.article.text == "One.\n\nTwo."
    assert loaded.article.url == LINK


def test_an_entry_with_a_summary_only_is_a_link_that_tells_what_the_feed_does() -> None:
    (link,) = found_in(item(title="T", link=LINK, description="Short.", pubDate="Mon, 17 Jul 2023 23:30:00 +0400"))
    assert isinstance(link, Link)
    assert link.url == LINK
    assert link.told == {"title": "T", "source": "Harbour Post", "published_on": "2023-07-17"}


@pytest.mark.parametrize("content", ["He said that he …", "He said that he [...]", "He said that he [&amp;hellip;]"])
def test_content_that_breaks_off_is_a_link(content: str) -> None:
    (link,) = found_in(item(title="T", link=LINK, encoded=content))
    assert isinstance(link, Link)


def test_a_summary_as_long_as_an_article_is_one() -> None:
    (loaded,) = found_in(item(link=LINK, description="The minister said that the road is open. " * 50))
    assert isinstance(loaded, Loaded)


def test_a_summary_without_a_link_is_all_there_is() -> None:
    (loaded,) = found_in(item(title="T", description="The minister said no."))
    assert isinstance(loaded, Loaded)
    assert loaded.article.text == "The minister said no."


@pytest.mark.parametrize("link", ["", "ftp://a.example/1", "javascript:alert(1)", "http://[broken"])
def test_an_entry_with_nothing_usable_is_refused_by_its_number(link: str) -> None:
    loaded, refused = found_in(item(title="T", description="A text.") + item(title="T", link=link))
    assert isinstance(loaded, Loaded)
    assert isinstance(refused, Refused)
    assert str(refused.origin) == "feed:entry 2"
    assert refused.reason == "has neither a text nor a link"


def test_links_are_resolved_against_where_the_feed_was_fetched() -> None:
    (link,) = found_in(item(title="T", link="/news/1", description="Short."), url="https://a.example/feeds/all.rss")
    assert isinstance(link, Link)
    assert link.url == "https://a.example/news/1"


NO_YEAR = "Mon, 17 Jul 99999999999 10:00:00 GMT"
NO_OFFSET = "Mon, 17 Jul 2023 10:00:00 +999999999999999999"


@pytest.mark.parametrize("day", ["03/04/2023", "yesterday", "", NO_YEAR, NO_OFFSET])
def test_a_date_that_is_not_certain_is_none(day: str) -> None:
    (loaded,) = found_in(item(title="T", encoded="A text.", pubDate=day))
    assert isinstance(loaded, Loaded)
    assert loaded.article.published_on is None


def test_nothing_is_fetched_whatever_the_feed_asks_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("socket.getaddrinfo", lambda *args, **kwargs: pytest.fail("it looked up a host"))
    data = (
        b'<!DOCTYPE rss SYSTEM "http://a.example/rss.dtd"><rss version="2.0"><channel><title>T</title></channel></rss>'
    )
    assert list(read(Input(Origin("feed"), io.BufferedReader(io.BytesIO(data))))) == []


@pytest.mark.parametrize(
    ("reference", "read_as"),
    [
        ("&#xd800;", "\ufffd"),
        ("&#xDFFF;", "\ufffd"),
        ("&#1114112;", "\ufffd"),
        ("&#x110000;", "\ufffd"),
        ("&#99999999999;", "\ufffd"),
        (f"&#{'9' * 5000};", "\ufffd"),
        ("&#xe9;", "é"),
        ("&#00000000233;", "é"),
        ("&#x10ffff;", "\U0010ffff"),
    ],
)
def test_a_reference_to_what_is_no_character_costs_that_character(reference: str, read_as: str) -> None:
    (loaded,) = found_in(
        item(title=f"A{reference}b", link=LINK, encoded=f"Text{reference}s."), f"<title>P{reference}</title>"
    )
    assert isinstance(loaded, Loaded)
    assert (loaded.article.title, loaded.article.text) == (f"A{read_as}b", f"Text{read_as}s.")
    assert loaded.article.source
    assert loaded.article.source.name == f"P{read_as}"


NOTES = "https://a.example/notes"


def entry(words: str, **members: str) -> str:
    return item(encoded=f"The minister said {words}.", **members)


def ids(*items: str) -> list[str]:
    return [found.article.id for found in found_in("".join(items)) if isinstance(found, Loaded)]


@pytest.mark.parametrize(
    "members",
    [
        [{"link": f"{NOTES}#a"}, {"link": f"{NOTES}#b"}],
        [{"link": NOTES, "guid": "1"}, {"link": NOTES, "guid": "2"}],
        [{"link": NOTES, "title": "One"}, {"link": NOTES, "title": "Two"}],
        [{"link": "https://a.example/", "guid": "1"}, {"link": "https://a.example/", "guid": "2"}],
    ],
    ids=["fragment", "guid", "title", "front page"],
)
def test_entries_of_one_page_are_told_apart(members: list[dict[str, str]]) -> None:
    first, second = members
    one, two = ids(entry("one", **first), entry("two", **second))
    assert one != two
    assert ids(entry("three", **first), entry("two", **second)) == [one, two]


@pytest.mark.parametrize("member", [{"link": f"{NOTES}#a"}, {"link": "https://a.example/?", "guid": "1"}])
def test_a_place_or_a_front_page_never_stands_for_others(member: dict[str, str]) -> None:
    alone = ids(entry("one", **member))
    assert alone != ids(entry("one", link=member["link"].partition("#")[0], guid="2"))
    assert alone == ids(entry("one more", **member))


@pytest.mark.parametrize("link", [LINK, f"{LINK}#xtor=RSS-12", f"{LINK}?utm_source=feed"])
def test_an_address_of_its_own_names_an_entry_whatever_its_guid(link: str) -> None:
    assert ids(entry("one", link=link, guid="gp-1"), entry("two", link=f"{LINK}2", guid="gp-2"))[0] == by_address(LINK)


def test_without_a_link_the_guid_names_an_entry_of_this_feed() -> None:
    members = item(guid="urn:1", description="The minister said one.").replace("<guid>", "<guid isPermaLink='false'>")
    (here,), (elsewhere,) = (found_in(members, f"<title>{name}</title>") for name in ("Harbour Post", "Moor Post"))
    assert isinstance(here, Loaded)
    assert isinstance(elsewhere, Loaded)
    assert here.article.id != elsewhere.article.id
    assert [here.article.id] == ids(members.replace("said one", "said two"))


def test_a_feed_that_feedparser_breaks_on_is_refused_in_a_sentence() -> None:
    """Found by a fuzzer: a link that ends within another entry than it began in."""
    data = b"<rss<item<link<item<title><svg></title</item</link<"
    (refused,) = read(Input(Origin("feed"), io.BufferedReader(io.BytesIO(data))))
    assert isinstance(refused, Refused)
    assert refused.reason == "is no XML, and too broken to be mended"


SITE = "<title>Harbour Post</title><link>https://a.example/</link>"


@pytest.mark.parametrize(
    ("link", "url"),
    [
        ("/news/10", "https://a.example/news/10"),
        ("news/10?a=1&amp;b=2", "https://a.example/news/10?a=1&b=2"),
        ("https://a.example/2024/navy sails", "https://a.example/2024/navy%20sails"),
        ("\n https://a.example/2024/navy \n", "https://a.example/2024/navy"),
        ("https://www.google.com/url?rct=j&amp;url=https://b.example/7&amp;ct=ga", "https://b.example/7"),
        ("https://www.google.com/url?rct=j", "https://www.google.com/url?rct=j"),
        ("https://a.example/url?url=https://b.example/7", "https://a.example/url?url=https://b.example/7"),
    ],
)
def test_a_link_leads_to_the_article_whatever_its_form(link: str, url: str) -> None:
    (loaded,) = found_in(item(title="T", link=link, encoded="A text."), SITE)
    assert isinstance(loaded, Loaded)
    assert loaded.article.url == url


def test_the_site_comes_before_where_the_feed_lies_and_xml_base_before_both() -> None:
    known = {"channel": SITE, "url": "https://feeds.example/all"}
    (loaded,) = found_in(item(link="/1", encoded="A text."), **known)  # type: ignore[arg-type]
    assert isinstance(loaded, Loaded)
    assert loaded.article.url == "https://a.example/1"
    based = item(link="/1", encoded="A text.").replace("<item>", '<item xml:base="https://b.example/">')
    (loaded,) = found_in(based, **known)  # type: ignore[arg-type]
    assert isinstance(loaded, Loaded)
    assert loaded.article.url == "https://b.example/1"


def test_the_link_behind_a_counting_one_is_the_articles() -> None:
    original = '<f:origLink xmlns:f="http://rssnamespace.org/feedburner/ext/1.0">https://a.example/1</f:origLink>'
    counted = item(link="https://count.example/x", encoded="A text.").replace("</item>", f"{original}</item>")
    (loaded,) = found_in(counted)
    assert isinstance(loaded, Loaded)
    assert loaded.article.url == "https://a.example/1"


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("Ships & grain: more for R&D", "Ships & grain: more for R&D"),
        ("Ships &amp; grain &nbsp;for R&amp;D", "Ships & grain for R&D"),
        ("<![CDATA[Ships & grain for R&D]]>", "Ships & grain for R&D"),
        ("Ships &nosuch; &#8211; grain", "Ships &nosuch; – grain"),
        ("Ships &amp;amp; grain", "Ships & grain"),
        ("Ships sail - Harbour Post", "Ships sail"),
        ("Ships sail | a.example", "Ships sail"),
        ("Ships sail - minister", "Ships sail - minister"),
    ],
)
def test_a_title_is_read_as_it_was_meant(written: str, title: str) -> None:
    (loaded,) = found_in(item(title=written, link=LINK, encoded="A text."))
    assert isinstance(loaded, Loaded)
    assert " ".join(loaded.article.title.split()) == title


@pytest.mark.parametrize("day", ["2019/11/15 10:00:00", "15.11.2019", "Fri, Nov 15 2019 04:45:26 +0000"])
def test_dates_are_read_by_the_one_rule(day: str) -> None:
    (loaded,) = found_in(item(title="T", encoded="A text.", pubDate=day))
    assert isinstance(loaded, Loaded)
    assert str(loaded.article.published_on) == "2019-11-15"


def test_content_that_was_escaped_twice_is_no_markup() -> None:
    (loaded,) = found_in(item(encoded="&amp;lt;p&amp;gt;One.&amp;lt;/p&amp;gt;&amp;lt;p&amp;gt;Two.&amp;lt;/p&amp;gt;"))
    assert isinstance(loaded, Loaded)
    assert loaded.article.text == "One.\n\nTwo."
