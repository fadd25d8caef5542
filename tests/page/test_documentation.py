"""The API's documentation in a browser: for everyone, without script, and on a narrow screen."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.page.test_everyone import assert_axe_finds_nothing, assert_nothing_overflows


def test_unfolded_it_is_for_everyone(page: Page) -> None:
    page.goto("/docs")
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
    assert_axe_finds_nothing(page)
    assert_nothing_overflows(page, 320, 640)


@pytest.mark.parametrize("context", [{"java_script_enabled": False}], indirect=True)
def test_it_reads_without_script(page: Page) -> None:
    page.goto("/docs#statements")
    page.get_by_text(re.compile(r"^\d+ parameters$")).first.click()
    expect(page.get_by_text("for whom the speaker speaks").first).to_be_visible()
