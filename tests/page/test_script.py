"""What script makes quicker: results while typing, completion, citations on the spot, keys in an article."""

import re

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.api.corpus import CORRIDOR
from tests.page.test_search import follow, results, search

ARTICLE = f"/articles/{CORRIDOR.article.id}"


def test_results_come_while_words_are_typed_and_back_leads_out(page: Page) -> None:
    page.goto("/?country=AM")
    box = page.get_by_role("searchbox")
    box.press_sequentially("corr", delay=20)
    expect(page.get_by_role("heading", name="No statement matches")).to_be_visible()
    box.press_sequentially("idor", delay=20)
    expect(page.get_by_role("heading", name="2 statements")).to_be_visible()
    expect(page.get_by_role("status")).to_have_text("2 statements")
    expect(page).to_have_url(re.compile(r"/\?q=corridor&country=AM$"))
    expect(page).to_have_title("corridor, Armenia – Demarche")
    expect(page.get_by_label("Command that gets it")).to_contain_text("q=corridor&country=AM")
    expect(box).to_be_focused()
    page.go_back()
    expect(page).to_have_url(re.compile(r"/\?country=AM$"))
    expect(page.get_by_role("heading", name="4 statements")).to_be_visible()
    expect(box).to_have_value("")


def test_what_is_half_typed_is_no_mistake_yet(page: Page) -> None:
    page.goto("/?q=corridor")
    box = page.get_by_role("searchbox")
    with page.expect_response(lambda response: response.status == 400):
        box.press_sequentially(' "open')
    expect(page.get_by_role("heading", name="2 statements")).to_be_visible()
    expect(page).to_have_url(re.compile(r"/\?q=corridor$"))
    doubt = page.locator(".doubt")
    expect(doubt).to_contain_text("still the results of the last search")
    expect(doubt).to_contain_text("This quotation mark has no partner")
    box.press_sequentially(' wide"')
    expect(page.get_by_role("heading", name="No statement matches")).to_be_visible()
    expect(doubt).to_have_count(0)
    box.press_sequentially(' "')
    expect(doubt).to_be_visible()
    with page.expect_navigation():
        box.press("Enter")
    expect(page.get_by_role("alert")).to_be_visible()


def test_countries_speakers_and_dates_are_followed_as_they_are_typed(page: Page) -> None:
    page.goto("/")
    page.get_by_label("Speaks for").press_sequentially("armen", delay=20)
    expect(page.locator(".doubt")).to_contain_text("is not the name")
    page.get_by_label("Speaks for").press_sequentially("ia")
    expect(page.get_by_role("heading", name="2 statements")).to_be_visible()
    page.get_by_label("When", exact=True).fill("may 2024")
    expect(page).to_have_url(re.compile(r"/\?speaker_country=AM&from=2024-05&to=2024-05$"))
    expect(page.get_by_role("heading", name="1 statement", exact=True)).to_be_visible()
    page.get_by_text("More filters").click()
    page.get_by_label("Quoted", exact=False).first.check()
    expect(page.get_by_text("More filters (1 in force)")).to_be_visible()
    expect(page.get_by_label("When", exact=True)).to_have_value("may 2024")


def test_a_link_within_the_page_keeps_what_was_typed(page: Page) -> None:
    page.goto("/")
    page.get_by_role("searchbox").fill("corridor")
    expect(page.get_by_role("heading", name="2 statements")).to_be_visible()
    page.get_by_role("link", name="Skip to the results").press("Enter")
    expect(page.get_by_role("searchbox")).to_have_value("corridor")
    expect(page.locator("#results")).to_be_focused()


def test_countries_and_sources_are_completed_from_what_there_is(page: Page) -> None:
    page.goto("/")
    page.get_by_text("More filters").click()
    for label, name in {"Speaks for": "Türkiye", "Source": "Harbour Post"}.items():
        box = page.get_by_label(label, exact=True)
        box.focus()
        choices = page.locator(f"#{box.get_attribute('list')} option")
        expect(choices.filter(has=page.locator(f"xpath=self::*[@value='{name}']"))).to_have_count(1)
        box.fill(f"{name},")
        expect(choices.filter(has=page.locator(f"xpath=self::*[@value='{name}, {name}']"))).to_have_count(1)


def test_speakers_and_organisations_are_completed_by_what_is_typed(page: Page) -> None:
    page.goto("/")
    page.get_by_text("More filters").click()
    for label, typed, name in (("Speaker", "bulb", "Ørjan Bülbüloğlu"), ("Organisation", "nat", "United Nations")):
        box = page.get_by_label(label, exact=True)
        with page.expect_response(re.compile(rf"/v1/{label.lower()}s\?prefix={typed}&limit=\d+$")):
            box.press_sequentially(typed)
        choices = page.locator(f"#{box.get_attribute('list')} option")
        expect(choices).to_have_count(1)
        expect(choices).to_have_attribute("value", name)
    assert page.locator("#choices-speaker option").text_content() == "Ørjan Bulbuloglu"
    box = page.get_by_label("Speaker", exact=True)
    box.fill("Lina Berg, king")
    choices = page.locator(f"#{box.get_attribute('list')} option")
    expect(choices).to_have_attribute("value", 'Lina Berg, "King, Jr."')


def test_all_that_stands_around_the_results_follows_what_is_typed(page: Page) -> None:
    page.goto("/")
    page.get_by_role("searchbox").fill("corridor")
    expect(page.get_by_role("heading", name="2 statements")).to_be_visible()
    past_week = page.get_by_role("link", name="Past week")
    expect(past_week).to_have_attribute("href", re.compile(r"^/\?q=corridor&from="))
    expect(page.get_by_role("link", name="CSV")).to_have_attribute("href", "/v1/statements.csv?q=corridor")
    expect(page.locator('link[rel="alternate"]')).to_have_attribute("href", "/v1/statements.atom?q=corridor")


def test_the_mistaken_place_is_selected_in_its_box(page: Page) -> None:
    page.goto("/")
    search(page, 'die 🕊 "open')
    box = page.get_by_role("searchbox")
    expect(box).to_be_focused()
    selected = box.evaluate("box => box.value.slice(box.selectionStart, box.selectionEnd)")
    assert selected == '"'


def test_a_citation_is_copied_without_leaving_the_results(context: BrowserContext, page: Page) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto("/?q=convoy")
    page.get_by_role("link", name="Cite").press("Enter")
    dialog = page.get_by_role("dialog", name="Cite this statement")
    expect(dialog).to_be_visible()
    expect(page).to_have_url(re.compile(r"/\?q=convoy$"))
    dialog.get_by_role("button", name="Copy", exact=True).nth(1).click()
    expect(dialog.get_by_role("button", name="Copied")).to_be_visible()
    quote = "> Orhan Demirsoy said that the corridor must stay open"
    assert page.evaluate("navigator.clipboard.readText()").startswith(quote)
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.get_by_role("link", name="Cite")).to_be_focused()


def test_a_quote_and_its_address_are_copied(context: BrowserContext, page: Page) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto("/?q=convoy")
    page.get_by_role("button", name="Copy quote").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    quote = "Orhan Demirsoy, foreign minister (Türkiye), on 8 May 2024: Orhan Demirsoy said that"
    assert page.evaluate("navigator.clipboard.readText()").startswith(quote)
    page.get_by_role("button", name="Copy link").click()
    expect(page.get_by_role("button", name="Copied")).to_have_count(2)
    address = page.evaluate("navigator.clipboard.readText()")
    assert page.goto(address).ok  # type: ignore[union-attr]
    expect(page.get_by_role("heading", name="Orhan Demirsoy")).to_be_visible()


def test_the_line_for_programs_is_copied(context: BrowserContext, page: Page) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto("/")
    page.get_by_role("searchbox").fill("corridor")
    expect(page.get_by_role("heading", name="2 statements")).to_be_visible()
    page.get_by_role("button", name="Copy", exact=True).click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()").endswith("/v1/statements?q=corridor'")


@pytest.mark.parametrize(("onward", "back"), ["jk", "np"])
def test_keys_lead_from_statement_to_statement(page: Page, onward: str, back: str) -> None:
    page.goto("/?q=convoy")
    page.goto(ARTICLE)
    expect(page.get_by_text("next statement")).to_be_visible()
    places = []
    for key in (onward, onward, onward, back):
        page.keyboard.press(key)
        places.append(page.locator(":target").get_attribute("id"))
        expect(page.locator(":target")).to_be_in_viewport()
    assert places == ["s-01", "s-02", "s-03", "s-02"]
    page.go_back()
    expect(page).to_have_url(re.compile(r"/\?q=convoy$"))


def test_keys_end_where_the_statements_end(page: Page) -> None:
    page.goto(f"{ARTICLE}#s-04")
    page.keyboard.press("j")
    expect(page.locator(":target")).to_have_id("s-04")


def test_keys_with_control_are_the_browsers(page: Page) -> None:
    page.goto(ARTICLE)
    page.keyboard.press("Alt+j")
    expect(page.locator(":target")).to_have_count(0)


def test_keys_can_be_turned_off_for_good(page: Page) -> None:
    page.goto(ARTICLE)
    page.get_by_role("button", name="Turn keys off").click()
    page.keyboard.press("j")
    expect(page.locator(":target")).to_have_count(0)
    page.reload()
    expect(page.get_by_text("Keys are off")).to_be_visible()
    page.get_by_role("button", name="Turn keys on").click()
    page.keyboard.press("j")
    expect(page.locator(":target")).to_have_id("s-01")


def test_leaving_and_coming_back(page: Page) -> None:
    page.goto("/")
    page.get_by_role("searchbox").fill("corridor")
    expect(page.get_by_role("heading", name="2 statements")).to_be_visible()
    follow(page.get_by_role("link", name="Friday talks").first)
    page.go_back()
    expect(page.get_by_role("searchbox")).to_have_value("corridor")
    expect(page.get_by_role("heading", name="2 statements")).to_be_visible()
    assert len(results(page)) == 2
