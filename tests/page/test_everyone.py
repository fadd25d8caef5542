"""For everyone: axe-core finds nothing, nothing overflows a narrow screen, and paper gets the words."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.api.corpus import CORRIDOR, HARVEST, HOSTILE

PAGES = {
    "first": "/",
    "search": "/?q=corridor&country=AM,TR&kind=direct,indirect",
    "mistake": "/?q=%22open&country=QQ&from=x&kind=y&foo=1",
    "in-vain": "/?q=corridor&country=UA",
    "second-page": "/?q=harvest&limit=10",
    "statement": f"/statements/{CORRIDOR.article.id}-01",
    "article": f"/articles/{CORRIDOR.article.id}",
    "long-article": f"/articles/{HARVEST.article.id}",
    "hostile-article": f"/articles/{HOSTILE.article.id}",
    "long-word": "/?source=pixel-u-times-u",
    "missing": "/articles/nothing",
}
every_page = pytest.mark.parametrize("address", PAGES.values(), ids=PAGES)


@every_page
@pytest.mark.parametrize("context", [{"color_scheme": "light"}, {"color_scheme": "dark"}], indirect=True, ids=str)
def test_axe_finds_nothing(page: Page, address: str) -> None:
    page.goto(address)
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


@every_page
@pytest.mark.parametrize("context", [{"viewport": {"width": 320, "height": 640}}], indirect=True, ids=["320px"])
def test_nothing_overflows_a_narrow_screen(page: Page, address: str) -> None:
    page.goto(address)
    assert page.evaluate("document.documentElement.scrollWidth") == 320


@every_page
def test_every_page_has_a_language_a_title_and_one_main_heading(page: Page, address: str) -> None:
    page.goto(address)
    assert page.get_attribute("html", "lang") == "en"
    assert "Demarche" in page.title()
    expect(page.locator("h1")).to_have_count(1)


def test_paper_gets_the_words_and_no_controls(page: Page) -> None:
    page.goto("/?q=corridor")
    page.emulate_media(media="print")
    expect(page.get_by_role("search")).to_be_hidden()
    expect(page.locator(".facets")).to_be_hidden()
    expect(page.locator(".said").first).to_be_visible()
