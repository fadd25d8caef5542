"""The API's documentation in a browser: for everyone, without script, and on a narrow screen."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.page.test_everyone import (
    COLOURS,
    VIOLATIONS,
    assert_dark_colours_are_clear,
    assert_nothing_overflows,
    unfold,
    violations,
)

BUT_COLOURS = {**VIOLATIONS, "rules": {"color-contrast": {"enabled": False}}}
FOLD_LIKE_ONES = "document.querySelectorAll('article ~ article details').forEach(each => { each.open = false })"


def test_unfolded_it_is_for_everyone(page: Page) -> None:
    """Colours take most of the time; the tables of one operation have those of all others in their section."""
    page.goto("/docs")
    unfold(page)
    assert violations(page, BUT_COLOURS) == []
    assert_nothing_overflows(page, 320, 640)
    page.set_viewport_size({"width": 1280, "height": 900})
    page.evaluate(FOLD_LIKE_ONES)
    assert violations(page, COLOURS) == []
    assert_dark_colours_are_clear(page)


@pytest.mark.parametrize("context", [{"java_script_enabled": False}], indirect=True)
def test_it_reads_without_script(page: Page) -> None:
    page.goto("/docs#statements")
    page.get_by_text(re.compile(r"^\d+ parameters$")).first.click()
    expect(page.get_by_text("for whom the speaker speaks").first).to_be_visible()
