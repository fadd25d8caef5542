import io

import pytest

from indexer.inputs.input import Input, Origin
from indexer.inputs.result import Loaded, Reading, Refused
from indexer.readers.pages.html import read

TEXT = "Three ministers agreed on Monday that the ferry line opens again, after a meeting in the old customs house."


def page(head: str = "", body: str = "", tag: str = "<html>") -> bytes:
    return f"<!DOCTYPE html>{tag}<head>{head}</head><body><article><p>{TEXT}</p>{body}</article></body></html>".encode()


def reading(data: bytes, url: str | None = "https://a.example/news/7", **known: object) -> Reading:
    source = Input(Origin("page"), io.BufferedReader(io.BytesIO(data)), ".html", url=url, **known)  # type: ignore[arg-type]
    (found,) = read(source)
    assert isinstance(found, Loaded | Refused)
    return found


def article_of(data: bytes, **known: object) -> dict[str, str | None]:
    found = reading(data, **known)
    assert isinstance(found, Loaded)
    article = found.article
    return {
        "title": article.title,
        "url": article.url,
        "source": article.source.name if article.source else None,
        "published_on": str(article.published_on) if article.published_on else None,
        "language": article.language,
        "text": article.text,
    }


def meta(name: str, content: str) -> str:
    return f'<meta property="{name}" content="{content}">'


@pytest.mark.parametrize(
    ("head", "told"),
    [
        (meta("article:published_time", "2023-07-17T23:30:00-05:00"), "2023-07-17"),
        ('<meta name="DC.date.issued" content="2023-07">', "2023-07"),
        ('<meta name="date" content="July 17, 2023">', "2023-07-17"),
        ('<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2023"}</script>', "2023"),
        (meta("article:published_time", "03/04/2023"), None),
        (meta("article:published_time", "Mon, 17 Jul 99999999999 10:00:00 GMT"), None),
        (meta("article:modified_time", "2023-07-17"), None),
        ('<script type="application/ld+json">{"@type": "NewsArticle", "dateModified": "2023"}</script>', None),
        (meta("og:image", "https://a.example/2023/07/17/pier.jpg"), None),
        ("<title>News of 17 July 2023</title>", None),
        ("", None),
    ],
)
def test_a_date_is_what_the_page_says_by_name_and_nothing_else(head: str, told: str | None) -> None:
    body = '<p>Printed on 2021-02-03.</p><time datetime="2022-01-01">a while ago</time>'
    assert article_of(page(head, body))["published_on"] == told


def test_a_time_that_says_what_it_is_counts() -> None:
    time = '<time itemprop="datePublished" datetime="2023-07-17T10:00Z">Monday</time>'
    assert article_of(page(body=time))["published_on"] == "2023-07-17"


@pytest.mark.parametrize("day", ["2999-01-01", "1604-12-31"])
def test_a_date_that_cannot_be_is_refused(day: str) -> None:
    found = reading(page(meta("article:published_time", day)))
    assert isinstance(found, Refused)
    assert found.reason.startswith(f"published_on {day} lies")


@pytest.mark.parametrize(
    ("canonical", "url"),
    [
        ("https://a.example/news/7-the-ferry", "https://a.example/news/7-the-ferry"),
        ("/news/7-the-ferry", "https://a.example/news/7-the-ferry"),
        ("https://www.a.example/news/8", "https://www.a.example/news/8"),
        ("https://another.example/news/7", "https://a.example/news/7"),
        ("https://a.example/", "https://a.example/news/7"),
        ("javascript:alert(1)", "https://a.example/news/7"),
        ("http://[broken", "https://a.example/news/7"),
        ("", "https://a.example/news/7"),
    ],
)
def test_a_canonical_address_counts_if_it_can_be_this_pages(canonical: str, url: str) -> None:
    assert article_of(page(f'<link rel="canonical" href="{canonical}">'))["url"] == url


def test_without_an_address_of_its_own_only_an_absolute_canonical_one_counts() -> None:
    absolute, relative = (f'<link rel="canonical" href="{href}">' for href in ("https://b.example/7", "/7"))
    assert article_of(page(absolute), url=None)["url"] == "https://b.example/7"
    assert article_of(page(relative), url=None)["url"] is None


def test_what_the_page_does_not_say_the_link_to_it_does() -> None:
    told = {"title": "Told", "source": "Told Times", "published_on": "2023-07-17", "language": "fr"}
    assert article_of(page(), told=told).items() >= told.items()
    own = page(
        meta("og:title", "Own title") + meta("og:site_name", "Own Post") + meta("article:published_time", "2023-07-18"),
        tag='<html lang="en-GB">',
    )
    assert (
        article_of(own, told=told).items()
        >= {
            "title": "Own title",
            "source": "Own Post",
            "published_on": "2023-07-18",
            "language": "en",
        }.items()
    )


def test_a_site_without_a_name_is_known_by_its_host() -> None:
    assert article_of(page(), url="https://www.a.example/7")["source"] == "a.example"


def test_paragraphs_are_parted_by_blank_lines_and_the_rest_of_the_page_is_left_out() -> None:
    body = (
        "<ul><li>The first ship is ready.</li><li>The second one is not.</li></ul>"
        "<table><tr><td>Ship</td><td>Seats</td></tr></table><p>They left<br>at noon, all of them, by train.</p>"
        "<script>alert('A text.')</script>"
    )
    assert article_of(page(body=body))["text"] == (
        f"{TEXT}\n\nThe first ship is ready.\n\nThe second one is not.\n\nThey left\nat noon, all of them, by train."
    )


@pytest.mark.parametrize("charset", ["cp1252", "utf-8", "utf-16", "shift_jis", None])
def test_letters_come_through_whatever_http_says(charset: str | None) -> None:
    body = "<p>“Sí,” said José Núñez.</p>"
    assert "“Sí,” said José Núñez." in str(article_of(page(body=body), charset=charset)["text"])


def test_http_tells_an_encoding_that_cannot_be_seen() -> None:
    data = page(body="<p>Министр сказал: «Мы согласны».</p>".replace("«", '"').replace("»", '"'))
    assert "Министр сказал" in str(article_of(data.decode().encode("koi8-r"), charset="koi8-r")["text"])


@pytest.mark.parametrize("data", [b"", b"<html></html>", b"<html><body><nav><a href='/'>Home</a></nav></body></html>"])
def test_a_page_without_an_article_is_refused(data: bytes) -> None:
    assert isinstance(reading(data), Refused)


@pytest.mark.parametrize("declared", ["undefined", "punycode", "unicode_escape", "hex", "utf-16", "utf-32"])
def test_what_declares_no_encoding_of_the_web_is_read_all_the_same(declared: str) -> None:
    words = "The key is C:\\ud800."
    data = page(f'<meta charset="{declared}">', f"<p>{words}</p>")
    assert words in str(article_of(data if len(data) % 2 == 0 else data + b"\n")["text"])
    assert words in str(article_of(page(body=f"<p>{words}</p>"), charset=declared)["text"])


def test_http_may_declare_what_is_no_name() -> None:
    assert TEXT in str(article_of(page(), charset="utf-8\0")["text"])


@pytest.mark.parametrize("kind", ['["WebPage", "NewsArticle"]', '"NewsArticle"'])
def test_linked_data_may_have_several_types(kind: str) -> None:
    told = f'<script type="application/ld+json">{{"@type": {kind}, "datePublished": "2023"}}</script>'
    assert article_of(page(told))["published_on"] == "2023"


@pytest.mark.parametrize(
    ("data", "declared"),
    [
        ('"inLanguage": "fr-FR"', "fr"),
        ('"inLanguage": ["fr", "en"]', "fr"),
        ('"inLanguage": {"@type": "Language", "name": "French", "alternateName": "fr"}', "fr"),
        ('"inLanguage": {"@type": "Language", "name": "French"}', "de"),
        ('"inLanguage": "French"', "de"),
        ('"inLanguage": null', "de"),
    ],
)
def test_the_article_s_own_data_declare_its_language_rather_than_the_template(data: str, declared: str) -> None:
    script = f'<script type="application/ld+json">{{"@type": "NewsArticle", {data}}}</script>'
    assert article_of(page(script, tag='<html lang="de">'))["language"] == declared


def test_linked_data_as_deep_as_can_be_tells_nothing() -> None:
    deep = f'{{"@type": {"[" * 1_000}{"]" * 1_000}, "datePublished": "2023"}}'
    assert article_of(page(f'<script type="application/ld+json">{deep}</script>'))["published_on"] is None


@pytest.mark.parametrize(
    "content",
    [
        "0;url=https://b.example/8",
        "0; URL='/news/8'",
        "5;https://b.example/8",
        "1.5 ; url = /news/8",
        "0;url=//b.example/8",
    ],
)
def test_a_page_that_leads_on_is_refused_by_where_it_leads(content: str) -> None:
    found = reading(page(f'<meta http-equiv="Refresh" content="{content}">'))
    assert isinstance(found, Refused)
    assert found.reason in (
        f"leads on to {there} (by meta refresh): read that instead"
        for there in ("https://b.example/8", "https://a.example/news/8")
    )


@pytest.mark.parametrize(
    "meta",
    [
        '<meta http-equiv="refresh" content="300">',
        '<meta http-equiv="refresh" content="900;url=https://a.example/">',
        '<meta http-equiv="refresh" content="0;url=https://a.example/news/7#top">',
        '<noscript><meta http-equiv="refresh" content="0;url=/news/7?noscript=1"></noscript>',
        '<meta name="refresh" content="0;url=https://b.example/8">',
    ],
)
def test_a_page_that_only_loads_itself_anew_is_read(meta: str) -> None:
    assert article_of(page(meta))["text"] == TEXT


PAID = '<script type="application/ld+json">{"@type": "NewsArticle", "isAccessibleForFree": %s}</script>'


@pytest.mark.parametrize("free", ["false", '"False"', '"http://schema.org/False"', "true", '"True"'])
def test_a_page_behind_a_paywall_is_read_without_what_asks_to_pay(free: str) -> None:
    wall = "<p>This story is for subscribers only. Subscribe now.</p><p>Already a subscriber? Log in.</p>"
    assert article_of(page(PAID % free, wall))["text"] == TEXT


@pytest.mark.parametrize("free", ["false", '"False"'])
@pytest.mark.parametrize("end", ["The ministers said that…", "The ministers said that in August", "And then [...]"])
def test_a_paid_text_that_breaks_off_is_refused(free: str, end: str) -> None:
    found = reading(page(PAID % free, f"<p>{end}</p>"))
    assert isinstance(found, Refused)
    assert found.reason == "is behind a paywall, and breaks off"
    assert article_of(page(PAID % "true", f"<p>{end}</p>"))["text"] == f"{TEXT}\n\n{end}"


def test_a_page_that_only_asks_for_consent_is_refused() -> None:
    ask = "We value your privacy. We and our partners store and/or access information on a device, such as cookies."
    more = "You can change your choices at any time in the privacy settings at the bottom of each page of this site."
    found = reading(f"<html><body><h1>Harbour Post</h1><p>{ask}</p><p>{more}</p></body></html>".encode())
    assert isinstance(found, Refused)
    assert found.reason == "shows a question about cookies instead of an article"


def test_a_page_that_is_laid_out_by_a_table_is_read() -> None:
    cell = f"<font><b>The ferry line</b></font><p>{TEXT}</p><p>{TEXT.replace('Three', 'Four')}</p>"
    table = f"<table width=760><tr><td><a href='/'>Home</a><br><a href='/w'>World</a></td><td>{cell}</td></tr></table>"
    text = article_of(f"<html><head><title>The ferry line</title></head><body>{table}</body></html>".encode())["text"]
    assert text is not None
    assert text.endswith(f"{TEXT}\n\n{TEXT.replace('Three', 'Four')}")
    assert "Home" not in text


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (meta("og:title", "The ferry | Harbour Post") + meta("og:site_name", "Harbour Post"), "The ferry"),
        (meta("og:title", "The ferry - a.example"), "The ferry"),
        ("<title>The ferry: Harbour Post</title>" + meta("og:site_name", "Harbour Post"), "The ferry: Harbour Post"),
        (meta("og:title", "The ferry - a day on board"), "The ferry - a day on board"),
    ],
)
def test_a_title_is_without_the_outlets_name(head: str, title: str) -> None:
    assert article_of(page(head))["title"] == title


def test_what_is_misread_or_escaped_twice_is_read_right_in_text_and_title() -> None:
    body = "<p>â€œNo,â€\u009d said JosÃ© NÃºÃ±ez, &amp;ldquo;never&amp;rdquo; in this min&shy;istry.</p>"
    told = article_of(page(meta("og:title", "NÃºÃ±ez: &amp;lsquo;never&amp;rsquo;"), body))
    assert told["text"] == f"{TEXT}\n\n“No,” said José Núñez, “never” in this ministry."
    assert told["title"] == "Núñez: ‘never’"
