import json
from typing import Any

import pytest
from lxml import html

from indexer.readers.pages.linked_data import LinkedData, Page, text

HERE = "https://a.example/news/7"
TITLE = "The ferry line opens again"
PAGE = Page([HERE], [f"{TITLE} | Harbour Post"])


def days(*documents: Any, page: Page = PAGE, kind: str = "application/ld+json") -> list[str]:
    scripts = "".join(f'<script type="{kind}">{json.dumps(document)}</script>' for document in documents)
    tree = html.document_fromstring(f"<html><body>{scripts}<p>Text</p></body></html>")
    return [text(node, "datePublished") for node in LinkedData.of(tree, page).own()]


def article(day: str, **told: Any) -> dict[str, Any]:
    return {"@type": "NewsArticle", "datePublished": day, **told}


OTHER = article("2020", url="https://a.example/news/6", headline="Another")


@pytest.mark.parametrize(
    "told",
    [
        {"url": HERE},
        {"url": "/news/7?utm_source=x#top"},
        {"mainEntityOfPage": "http://a.example/news/7/"},
        {"mainEntityOfPage": {"@type": "WebPage", "@id": HERE}},
        {"@id": f"{HERE}#article"},
        {"headline": TITLE, "url": "https://a.example/"},
        {"headline": "the ferry line opens"},
    ],
)
@pytest.mark.parametrize("first", [True, False])
def test_of_several_articles_the_one_with_the_pages_address_or_headline_is_its_own(
    told: dict[str, Any], first: bool
) -> None:
    both = [article("2024", **told), OTHER]
    assert days({"@graph": both if first else both[::-1]}) == ["2024"]
    assert days(*both) == ["2024"]
    assert days(both) == ["2024"]


def test_an_article_comes_before_the_page_it_is_on() -> None:
    page = {"@type": "WebPage", "@id": HERE, "datePublished": "2018"}
    assert days({"@graph": [page, article("2024")]}) == ["2024"]
    assert days({**page, "mainEntity": article("2024")}) == ["2024"]
    assert days(page) == ["2018"]


def test_the_main_entity_of_a_page_is_its_article() -> None:
    assert days({"@type": "WebPage", "mainEntity": article("2024")}, article("2020")) == ["2024"]


@pytest.mark.parametrize(
    "key", ["itemListElement", "hasPart", "isPartOf", "mentions", "citation", "relatedLink", "about"]
)
def test_what_an_article_only_names_is_not_it(key: str) -> None:
    assert days(article("2024", **{key: [article("2020", headline=TITLE)]})) == ["2024"]
    assert days({"@type": "ItemList", key: [article("2020")]}) == []


def test_an_article_at_another_address_is_not_the_pages() -> None:
    assert days(OTHER) == []
    assert days(OTHER, {"@type": "WebPage", "url": HERE, "datePublished": "2018"}) == ["2018"]
    assert days(OTHER, {"@type": "WebPage", "datePublished": "2018"}) == []


def test_where_nothing_tells_them_apart_all_are_given() -> None:
    assert days(article("2024"), article("2020")) == ["2024", "2020"]


def test_without_an_address_of_the_page_none_is_excluded_by_its_own() -> None:
    assert days(OTHER, page=Page()) == ["2020"]


@pytest.mark.parametrize(
    ("kind", "counts"),
    [
        ("ReportageNewsArticle", True),
        ("schema:BlogPosting", True),
        ("http://schema.org/OpinionNewsArticle", True),
        (["WebPage", "AnalysisNewsArticle"], True),
        ("LiveBlogPosting", True),
        ("Report", True),
        ("JobPosting", False),
        ("CollectionPage", False),
        ("WebSite", False),
        ("VideoObject", False),
        (None, False),
        (7, False),
    ],
)
def test_schema_orgs_articles_are_articles_and_no_others(kind: Any, counts: bool) -> None:
    assert days({"@type": kind, "datePublished": "2024"}) == (["2024"] if counts else [])


@pytest.mark.parametrize("kind", ["application/ld+json; charset=utf-8", "Application/LD+JSON", " application/ld+json "])
def test_the_scripts_type_may_be_written_in_several_ways(kind: str) -> None:
    assert days(article("2024"), kind=kind) == ["2024"]
    assert days(article("2024"), kind="application/json") == []


@pytest.mark.parametrize("day", ["2024", ["2024"], {"@value": "2024"}, [{"@value": "2024"}]])
def test_a_value_may_be_wrapped(day: Any) -> None:
    assert days({"@type": "NewsArticle", "http://schema.org/datePublished": day}) == ["2024"]
