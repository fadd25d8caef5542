import pytest
from lxml import html

from indexer.readers.pages.linked_data import LinkedData
from indexer.readers.pages.publication import publication_day


def day(head: str = "", body: str = "") -> str | None:
    tree = html.document_fromstring(f"<html><head>{head}</head><body>{body}<p>Text</p></body></html>")
    return publication_day(tree, LinkedData.of(tree, page=LinkedData().page).own())


def linked(told: str) -> str:
    return f'<script type="application/ld+json">{told}</script>'


@pytest.mark.parametrize(
    "meta",
    """
    name=citation_publication_date content=2024/05/14 | name=citation_date content=2024/5/14
    name=DC.date.issued content=2024-05-14 | name=DC.Date content=2024-05-14 | name=dcterms.issued content=2024-05-14
    name=parsely-pub-date content=2024-05-14T07:00:00Z | name=sailthru.date content='2024-05-14 07:00'
    property=article:published_time content=2024-05-14T23:30:00-05:00 | name=prism.publicationDate content=2024-05-14
    name=pubdate content=20240514 | name=publish-date content='May 14, 2024' | name=publication_date content=14.05.2024
    name=article.published content=2024-05-14T07:00Z | itemprop=datePublished content=2024-05-14
    name=date content='14 May 2024' | property=og:article:published_time content='Tue, 14 May 2024 07:12:00 GMT'
    """.replace("\n", "|")
    .strip(" |")
    .split("|"),
)
def test_meta_elements_of_many_names_tell_it(meta: str) -> None:
    assert day(f"<meta {meta.strip()}>") == "2024-05-14"


@pytest.mark.parametrize(
    "name", ["article:modified_time", "last-modified", "og:updated_time", "revised", "DC.date.modified"]
)
def test_a_change_is_no_publication(name: str) -> None:
    assert day(f'<meta name="{name}" content="2024-05-14">') is None


def test_a_name_that_may_mean_the_making_of_the_page_comes_last() -> None:
    looser = '<meta name="dc.date" content="2020-01-01"><meta name="date" content="2021-01-01">'
    assert day(looser) == "2020-01-01"
    assert day(looser + linked('{"@type": "NewsArticle", "datePublished": "2024-05-14"}')) == "2024-05-14"
    assert day(looser, '<time itemprop="datePublished" datetime="2024-05-14">Tuesday</time>') == "2024-05-14"


def test_what_is_not_certain_gives_way_to_what_is() -> None:
    assert day('<meta name="pubdate" content="03/04/2023"><meta name="date" content="2023-04-03">') == "2023-04-03"


@pytest.mark.parametrize(
    "element",
    [
        '<time itemprop="datePublished" datetime="2024-05-14T10:00Z">Tuesday</time>',
        '<span itemprop="datePublished" content="2024-05-14">Tuesday</span>',
        '<span itemprop="datePublished dateCreated">14 May 2024</span>',
        '<abbr class="published" itemprop="datePublished" title="2024-05-14T03:55:00-07:00">3:55 AM</abbr>',
        '<span property="schema:datePublished" content="2024-05-14">Tuesday</span>',
        '<time class="entry-date published" datetime="2024-05-14">Tuesday</time>',
        '<time class="dt-published">14 May 2024</time>',
        '<time pubdate datetime="2024-05-14">Tuesday</time>',
    ],
)
def test_an_element_that_is_marked_as_it_tells_it(element: str) -> None:
    assert day(body=element) == "2024-05-14"


@pytest.mark.parametrize(
    "element",
    [
        '<time datetime="2024-05-14">Tuesday</time>',
        '<span class="unpublished" title="2024-05-14">Tuesday</span>',
        '<time itemprop="dateModified" datetime="2024-05-14">Tuesday</time>',
        "<p>Published on 14 May 2024</p>",
    ],
)
def test_any_other_date_in_a_page_tells_nothing(element: str) -> None:
    assert day(body=element) is None


MARKED = '<time itemprop="datePublished" datetime="{}">a day</time>'
OTHERS = f"<article><h3>Another</h3>{MARKED.format('2020-01-01')}</article>"


def test_of_several_that_are_marked_those_under_the_heading_count() -> None:
    own = f"<article><h1>The ferry</h1>{MARKED.format('2024-05-14')}</article>"
    assert day(body=OTHERS + own) == day(body=own + OTHERS) == "2024-05-14"
    assert day(body=OTHERS + MARKED.format("2024-05-14")) is None


def test_of_several_nodes_that_may_be_the_pages_only_a_date_that_all_tell_counts() -> None:
    told = '{"@type": "NewsArticle", "datePublished": "%s"}'
    assert day(linked(told % "2024-05-14") + linked(told % "14 May 2024")) == "2024-05-14"
    assert day(linked(told % "2024-05-14") + linked(told % "2024-05-15")) is None


LIVE = '{"@type": "LiveBlogPosting", "datePublished": "2024-05-13T07:00Z"%s}'
UPDATE = ', "liveBlogUpdate": [{"@type": "BlogPosting", "datePublished": "%s"}]'


@pytest.mark.parametrize(
    ("more", "body", "told"),
    [
        ("", "", None),
        (
            "",
            '<time datetime="2024-05-14T10:00Z">10:00</time><time datetime="2024-05-15T10:00Z">10:00</time>',
            "2024-05",
        ),
        (UPDATE % "2024-05-13T21:00Z", "", "2024-05-13"),
        (UPDATE % "2024-05-14T21:00Z", "", "2024-05"),
        (UPDATE % "2024-06-01T21:00Z", "", "2024"),
        (UPDATE % "2025-01-01T21:00Z", "", None),
        (', "coverageEndTime": "2024-05-13T22:00Z"', "", "2024-05-13"),
        (', "dateModified": "2024-05-20T22:00Z"', "", "2024-05"),
    ],
)
def test_a_live_blog_has_no_day_but_one_that_all_of_it_lies_in(more: str, body: str, told: str | None) -> None:
    assert day(linked(LIVE % more), body) == told


def test_a_live_blog_may_say_so_by_microdata() -> None:
    meta = '<meta property="article:published_time" content="2024-05-13">'
    assert day(meta, '<div itemscope itemtype="https://schema.org/LiveBlogPosting"></div>') is None
    assert day(meta, '<div itemscope itemtype="https://schema.org/BlogPosting"></div>') == "2024-05-13"
