"""What a journalist does, step by step. Nothing here needs script, and the last test does without."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.api.corpus import CORRIDOR, STATEMENTS

FIRST = CORRIDOR.extraction.statements[0]


def results(page: Page) -> list[str]:
    return page.locator(".statements .said").all_inner_texts()


def follow(link: Locator) -> None:
    """Until the page is there that it leads to."""
    with link.page.expect_navigation():
        link.click()


def search(page: Page, words: str) -> None:
    page.get_by_role("searchbox", name="Words to search for").fill(words)
    follow(page.get_by_role("button", name="Search"))


def test_the_first_page_shows_the_newest(page: Page) -> None:
    page.goto("/")
    expect(page).to_have_title("Demarche – what states say")
    expect(page.get_by_role("heading", name=f"{STATEMENTS} statements")).to_be_visible()
    assert len(results(page)) == 20


def test_searching_for_words(page: Page) -> None:
    page.goto("/")
    search(page, "corridor")
    expect(page).to_have_url(re.compile(r"/\?q=corridor$"))
    expect(page).to_have_title("corridor – Demarche")
    expect(page.get_by_role("searchbox")).to_have_value("corridor")
    assert len(results(page)) == 2
    assert page.locator("mark").all_inner_texts() == ["corridor", "corridors"]


def test_a_result_tells_who_said_it_for_whom_when_and_where(page: Page) -> None:
    page.goto("/?q=convoy")
    result = page.locator(".statements li")
    for told in (
        *("Orhan Demirsoy", "foreign minister", "for Türkiye", "the corridor must stay open to every convoy"),
        *("Said on 8 May 2024", "published on 10 May 2024", "Lowland Gazette", "Friday talks", "Reported"),
    ):
        expect(result).to_contain_text(told)


def test_filtering_by_country_source_and_dates(page: Page) -> None:
    page.goto("/")
    page.get_by_label("Country", exact=True).fill("armenia")
    page.get_by_label("From").fill("2024-05")
    page.get_by_label("Source").select_option("Lowland Gazette")
    follow(page.get_by_role("button", name="Search"))
    expect(page).to_have_url(re.compile(r"/\?country=AM&source=lowland-gazette&from=2024-05$"))
    expect(page.get_by_role("heading", name="2 statements")).to_be_visible()
    expect(page.get_by_label("Country", exact=True)).to_have_value("Armenia")
    follow(page.get_by_role("list", name="Filters in force").get_by_role("link", name="Source Lowland Gazette"))
    expect(page).to_have_url(re.compile(r"/\?country=AM&from=2024-05$"))
    follow(page.get_by_role("link", name="Remove all"))
    expect(page).to_have_url(re.compile(r"/$"))


def test_filters_that_are_not_always_shown(page: Page) -> None:
    page.goto("/")
    page.get_by_text("Speaker, kind and more").click()
    page.get_by_label("Speaker", exact=True).fill("petrosjan")
    page.get_by_label("Quoted the speaker's own words").check()
    follow(page.get_by_role("button", name="Search"))
    expect(page).to_have_url(re.compile(r"/\?speaker=petrosjan&kind=direct$"))
    expect(page.get_by_label("Speaker", exact=True)).to_be_visible()
    assert len(results(page)) == 1


def test_facets_narrow_widen_and_count(page: Page) -> None:
    page.goto("/?q=corridor")
    facets = page.get_by_role("complementary", name="Narrow the results")
    follow(facets.get_by_role("link", name="Türkiye 1").first)
    expect(page).to_have_url(re.compile(r"country=TR$"))
    assert len(results(page)) == 1
    follow(facets.get_by_role("link", name="Armenia 2").first)
    expect(page).to_have_url(re.compile(r"country=TR,AM$"))
    assert len(results(page)) == 2
    follow(facets.get_by_role("link", name="Türkiye 1").first)
    expect(page).to_have_url(re.compile(r"country=AM$"))


def test_pages_there_and_back(page: Page) -> None:
    page.goto("/?q=harvest")
    pages = [results(page)]
    for _ in range(2):
        follow(page.get_by_role("link", name="Next"))
        pages.append(results(page))
    expect(page.get_by_role("link", name="Next")).to_have_count(0)
    assert [len(each) for each in pages] == [20, 20, 5]
    assert len({words for each in pages for words in each}) == 45
    for before in (pages[1], pages[0]):
        follow(page.get_by_role("link", name="Previous"))
        assert results(page) == before
    expect(page.get_by_role("link", name="Previous")).to_have_count(0)
    expect(page).to_have_url(re.compile(r"/\?q=harvest$"))


def test_changing_the_order(page: Page) -> None:
    page.goto("/?q=corridor OR ceasefire")
    follow(page.get_by_role("link", name="Newest"))
    newest = results(page)
    follow(page.get_by_role("link", name="Oldest"))
    assert results(page) == [*newest[1:], newest[0]]
    search(page, "corridor")
    expect(page).to_have_url(re.compile(r"sort=oldest$"))


def test_from_a_result_to_its_place_in_the_article(page: Page) -> None:
    page.goto("/?q=convoy")
    follow(page.get_by_role("link", name="Friday talks"))
    expect(page).to_have_url(re.compile(rf"/articles/{CORRIDOR.article.id}#s-01$"))
    expect(page.locator(":target")).to_have_text(FIRST.text, use_inner_text=True)


def test_a_statement_has_an_address_of_its_own(page: Page) -> None:
    page.goto("/?q=convoy")
    follow(page.get_by_role("link", name="Permanent link"))
    expect(page).to_have_url(re.compile(rf"/statements/{FIRST.id}$"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("Orhan Demirsoy")
    expect(page.get_by_role("blockquote")).to_contain_text(FIRST.text)
    follow(page.get_by_role("link", name="Friday talks"))
    expect(page.locator(":target")).to_be_in_viewport()


def test_a_mistake_is_shown_at_its_box_and_place(page: Page) -> None:
    page.goto("/")
    search(page, 'corridor "open')
    box = page.get_by_role("searchbox")
    expect(box).to_have_attribute("aria-invalid", "true")
    expect(box).to_have_accessible_description(
        "This quotation mark has no partner; close it with a second one, or leave it out."
    )
    expect(page.locator(".place mark")).to_have_text('"')
    search(page, 'corridor "open"')
    expect(page.get_by_role("alert")).to_have_count(0)


def test_a_search_in_vain_offers_a_way_out(page: Page) -> None:
    page.goto("/?q=corridor&country=UA")
    follow(page.get_by_role("link", name="2 without country Ukraine"))
    assert len(results(page)) == 2


def test_the_keyboard_alone_suffices(page: Page) -> None:
    page.goto("/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    expect(page.get_by_role("link", name="Skip to the content")).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.type("corridor")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert len(results(page)) == 2


@pytest.mark.parametrize("context", [{"java_script_enabled": False}], indirect=True, ids=["no-script"])
def test_all_of_it_works_without_script(page: Page) -> None:
    page.goto("/")
    search(page, "harvest")
    follow(page.get_by_role("link", name="Next"))
    follow(page.get_by_role("link", name="Previous"))
    page.locator("summary", has_text="Speaker, kind and more").click()
    page.get_by_label("Mentions").fill("Azerbaijan")
    search(page, "corridor")
    follow(page.get_by_role("link", name="Friday talks"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Friday talks")
