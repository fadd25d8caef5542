"""What a journalist does, step by step. What script makes quicker is in test_script.py; the last test does without."""

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
        *("Türkiye", "Said 8 May 2024", "Reported", "Orhan Demirsoy, foreign minister said"),
        *("the corridor must stay open to every convoy", "Lowland Gazette, 10 May 2024: Friday talks"),
    ):
        expect(result.get_by_role("article")).to_contain_text(told)
    assert result.locator("img").evaluate("flag => flag.decode().then(() => flag.naturalWidth)")
    expect(result.get_by_role("link", name="Original")).to_have_attribute(
        "href", "https://gazette.example/friday-talks"
    )


def test_words_are_marked_in_names_offices_and_titles_too(page: Page) -> None:
    page.goto("/?q=minister OR talks OR united OR Bülbüloğlu")
    assert set(page.locator("mark").all_inner_texts()) == {"minister", "talks", "United", "Bülbüloğlu"}


def test_the_sentences_around_are_there_on_demand(page: Page) -> None:
    page.goto("/?q=convoy")
    expect(page.get_by_text("The room was full.")).to_have_count(0)
    page.get_by_text("In context").click()
    expect(page.get_by_text("The room was full.")).to_be_visible()
    expect(page.get_by_text("Nobody left.")).to_be_visible()


def test_filtering_by_country_source_and_dates(page: Page) -> None:
    page.goto("/")
    page.get_by_label("Speaks for").fill("armenia")
    page.get_by_label("When", exact=True).fill("since May 2024")
    page.get_by_text("More filters").click()
    page.get_by_label("Source").fill("Lowland Gazette")
    follow(page.get_by_role("button", name="Search"))
    expect(page).to_have_url(re.compile(r"/\?speaker_country=AM&source=lowland-gazette&from=2024-05$"))
    expect(page.get_by_role("heading", name="1 statement", exact=True)).to_be_visible()
    expect(page.get_by_label("Speaks for")).to_have_value("Armenia")
    expect(page.get_by_label("Source")).to_have_value("Lowland Gazette")
    follow(page.get_by_role("list", name="Filters in force").get_by_role("link", name="Source Lowland Gazette"))
    expect(page).to_have_url(re.compile(r"/\?speaker_country=AM&from=2024-05$"))
    follow(page.get_by_role("link", name="Remove all"))
    expect(page).to_have_url(re.compile(r"/$"))


def test_filters_that_are_not_always_shown(page: Page) -> None:
    page.goto("/")
    expect(page.get_by_label("Country", exact=True)).to_be_hidden()
    page.get_by_text("More filters").click()
    page.get_by_label("Country", exact=True).fill("Azerbaijan")
    page.get_by_label("Reported in the words of the outlet").check()
    follow(page.get_by_role("button", name="Search"))
    expect(page).to_have_url(re.compile(r"/\?country=AZ&kind=indirect$"))
    expect(page.get_by_text("More filters (2 in force)")).to_be_visible()
    assert len(results(page)) == 2


def test_a_territory_is_completed_and_narrows(page: Page) -> None:
    page.goto("/")
    page.get_by_text("More filters").click()
    page.get_by_label("Territory", exact=True).fill("artsakh")
    follow(page.get_by_role("button", name="Search"))
    expect(page).to_have_url(re.compile(r"/\?territory=Nagorno-Karabakh$"))
    expect(page.get_by_role("heading", name="1 statement", exact=True)).to_be_visible()
    expect(page.get_by_role("list", name="Filters in force")).to_contain_text("Territory Nagorno-Karabakh")


def test_handy_dates(page: Page) -> None:
    page.goto("/?q=corridor&from=2024-05")
    dates = page.get_by_role("list", name="Handy dates")
    expect(dates.locator("[aria-current]")).to_have_count(0)
    follow(dates.get_by_role("link", name="Past week"))
    expect(page).to_have_url(re.compile(r"/\?q=corridor&from=\d{4}-\d\d-\d\d$"))
    expect(dates.locator("[aria-current]")).to_have_text("Past week")
    expect(page.get_by_role("heading", name="No statement matches")).to_be_visible()
    follow(dates.get_by_role("link", name="Any time"))
    expect(page).to_have_url(re.compile(r"/\?q=corridor$"))


def test_facets_narrow_widen_and_count(page: Page) -> None:
    page.goto("/?q=corridor")
    facets = page.get_by_role("complementary", name="Narrow the results")
    speaks_for = facets.locator("section", has=page.get_by_role("heading", name="Speaks for"))
    follow(speaks_for.get_by_role("link", name="Türkiye 1"))
    expect(page).to_have_url(re.compile(r"speaker_country=TR$"))
    assert len(results(page)) == 1
    follow(speaks_for.get_by_role("link", name="Armenia 1"))
    expect(page).to_have_url(re.compile(r"speaker_country=TR,AM$"))
    assert len(results(page)) == 2
    follow(speaks_for.get_by_role("link", name="Türkiye 1"))
    expect(page).to_have_url(re.compile(r"speaker_country=AM$"))


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
    follow(page.get_by_role("link", name="Details"))
    expect(page).to_have_url(re.compile(rf"/statements/{FIRST.id}$"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("Orhan Demirsoy")
    expect(page.get_by_role("blockquote")).to_contain_text(FIRST.text)
    follow(page.get_by_role("link", name="Friday talks"))
    expect(page.locator(":target")).to_be_in_viewport()


def test_citing_a_statement(page: Page) -> None:
    page.goto(f"/statements/{FIRST.id}#cite")
    citations = page.get_by_role("region", name="Cite this statement")
    expect(citations).to_be_in_viewport()
    for form, told in {"Plain text": "“Friday talks”", "Markdown": "[Friday talks](", "BibTeX": "@misc{"}.items():
        citation = citations.locator("pre", has_text=told)
        expect(citation).to_have_accessible_name(form)
        expect(citation).to_contain_text(page.url.removesuffix("#cite"))


def test_the_same_search_for_programs(page: Page) -> None:
    page.goto("/?q=corridor&country=AM")
    command = page.get_by_label("Command that gets it").inner_text()
    assert command == f"curl '{page.url.replace('/?', '/v1/statements?')}'"
    page.get_by_role("link", name="JSON", exact=True).click()
    expect(page.locator("body")).to_contain_text('"total":{"value":2,')


def test_the_search_to_take_away_and_to_follow(page: Page) -> None:
    page.goto("/?q=corridor&country=AM&limit=1")
    page.get_by_role("link", name="Export, follow").click()
    expect(page.get_by_role("heading", name="Take it with you")).to_be_in_viewport()
    with page.expect_download() as begun:
        page.get_by_role("link", name="CSV").click()
    assert begun.value.suggested_filename.endswith(".csv")
    assert len(begun.value.path().read_text("utf-8-sig").splitlines()) == 3
    lines = page.request.get(page.get_by_role("link", name="NDJSON").get_attribute("href") or "").text().splitlines()
    assert lines[-1] == '{"end":{"statements":2,"total":2,"complete":true}}'
    feed = page.get_by_role("link", name="Atom").get_attribute("href")
    assert (
        feed
        == page.locator('link[rel="alternate"]').get_attribute("href")
        == "/v1/statements.atom?q=corridor&country=AM"
    )
    assert page.request.get(feed).headers["content-type"].startswith("application/atom+xml")


def test_order_and_every_filter_can_be_chosen_in_the_form(page: Page) -> None:
    page.goto("/")
    page.get_by_text("More filters").click()
    page.get_by_role("combobox", name="Order").select_option("Oldest")
    page.get_by_label("When means").select_option("said")
    page.get_by_label("Organisation", exact=True).fill("United Nations")
    page.get_by_label("Speaks for").fill("Armenia")
    page.get_by_label("Asserts").check()
    follow(page.get_by_role("button", name="Search"))
    expect(page).to_have_url(
        re.compile(r"/\?speaker_country=AM&organisation=body:united-nations&act=assert&dates=said&sort=oldest$")
    )
    chips = page.get_by_role("list", name="Filters in force")
    for told in ("Speaks for Armenia", "Organisation United Nations", "Act Asserts"):
        expect(chips.get_by_role("link", name=told)).to_be_visible()
    page.get_by_text("More filters").click()
    expect(page.get_by_role("combobox", name="Order")).to_have_value("oldest")


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


@pytest.mark.parametrize("context", [{"java_script_enabled": False}], indirect=True, ids=["no-script"])
def test_all_of_it_works_without_script(page: Page) -> None:
    page.goto("/")
    search(page, "harvest")
    follow(page.get_by_role("link", name="Next"))
    follow(page.get_by_role("link", name="Previous"))
    page.get_by_label("About or to").fill("Azerbaijan")
    search(page, "corridor")
    follow(page.get_by_role("link", name="Details").first)
    expect(page.get_by_text("Nobody left.")).to_be_visible()
    page.go_back()
    follow(page.get_by_role("link", name="Cite"))
    expect(page.get_by_role("region", name="Cite this statement")).to_be_in_viewport()
    follow(page.get_by_role("link", name="Friday talks"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Friday talks")
    page.get_by_role("link", name="Statement after this").first.click()
    expect(page.locator("#s-02")).to_be_in_viewport()
    expect(page.get_by_text("next statement")).to_have_count(0)
    page.get_by_role("link", name="Lina Berg").first.click()
    expect(page.locator(":target")).to_have_id("s-03")
