"""All of a journalist's way by keyboard alone: from the words to a citation, a narrower search, and the article."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.api.corpus import CORRIDOR


def tab_to(page: Page, target: Locator, most: int = 60) -> None:
    element = target.element_handle()  # found once: to look for a role and a name takes longer than the tab
    for _ in range(most):
        if element.evaluate("element => element === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{most} tabs do not lead to {target}")


def press_enter(page: Page) -> None:
    with page.expect_navigation():
        page.keyboard.press("Enter")


def test_speakers_time_and_folding_by_keyboard(page: Page) -> None:
    page.goto("/?q=corridor OR ceasefire")
    tab_to(page, page.get_by_label("Fold copies"))
    page.keyboard.press("Space")
    expect(page.get_by_role("heading", name="3 statements, copies folded")).to_be_visible()
    tab_to(page, page.get_by_role("list", name="Bars by").get_by_role("link", name="Week"))
    press_enter(page)
    expect(page).to_have_url(re.compile("interval=week$"))
    tab_to(page, page.get_by_role("link", name="As a table"))
    press_enter(page)
    tab_to(page, page.get_by_role("table").get_by_role("link").first)
    press_enter(page)
    expect(page).to_have_url(re.compile("from=2024-05-06&to=2024-05-12"))
    tab_to(page, page.get_by_role("heading", level=3).get_by_role("link", name="Anna Petrosjan"))
    press_enter(page)
    tab_to(page, page.get_by_role("link", name="2 statements in the search"))
    press_enter(page)
    expect(page).to_have_url(re.compile("speaker_id=person:ana-petrosjan:AM$"))


def test_the_keyboard_alone_suffices(page: Page) -> None:
    page.goto("/")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to the results")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_role("article").first.get_by_role("link").first).to_be_focused()
    page.goto("/")
    tab_to(page, page.get_by_role("searchbox"), 4)
    page.keyboard.type("corridor")
    press_enter(page)
    expect(page.get_by_role("heading", name="2 statements")).to_be_visible()

    tab_to(page, page.get_by_text("In context").first)
    page.keyboard.press("Enter")
    expect(page.get_by_text("The room was full.").first).to_be_visible()

    tab_to(page, page.get_by_role("complementary").get_by_role("link", name="Türkiye 1").first)
    press_enter(page)
    expect(page).to_have_url(re.compile("speaker_country=TR$"))

    tab_to(page, page.get_by_role("list", name="Filters in force").get_by_role("link"))
    press_enter(page)
    expect(page).to_have_url(re.compile(r"/\?q=corridor$"))

    tab_to(page, page.get_by_role("link", name="Cite").first)
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog", name="Cite this statement")).to_be_visible()
    page.keyboard.press("Escape")

    tab_to(page, page.get_by_role("link", name="Friday talks").nth(1))
    press_enter(page)
    expect(page).to_have_url(re.compile(rf"/articles/{CORRIDOR.article.id}#s-0[12]$"))
    page.keyboard.press("j")
    expect(page.locator(":target")).to_be_in_viewport()
