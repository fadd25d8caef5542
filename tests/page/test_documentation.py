"""The API's documentation in a browser: for everyone, without script, and on a narrow screen."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.page.test_everyone import both_themes


@both_themes
def test_axe_finds_nothing_folded_or_unfolded(page: Page) -> None:
    page.goto("/docs")
    unfold(page)
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("context", [{"viewport": {"width": 320, "height": 640}}], indirect=True)
def test_nothing_overflows_a_narrow_screen(page: Page) -> None:
    page.goto("/docs")
    unfold(page)
    assert page.evaluate("document.documentElement.scrollWidth") == 320


@pytest.mark.parametrize("context", [{"java_script_enabled": False}], indirect=True)
def test_it_reads_without_script(page: Page) -> None:
    page.goto("/docs#statements")
    page.get_by_text("18 parameters").first.click()
    expect(page.get_by_text("for whom the speaker speaks").first).to_be_visible()


def unfold(page: Page) -> None:
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
