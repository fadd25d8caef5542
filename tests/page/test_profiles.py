"""Speakers and countries: from a result to their page, and from there into the search."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.page.test_search import follow, results


@pytest.mark.parametrize("context", [{}, {"java_script_enabled": False}], indirect=True, ids=["script", "no-script"])
def test_from_a_name_to_all_they_said_and_into_the_search(page: Page) -> None:
    page.goto("/?q=corridors")
    follow(page.get_by_role("heading", level=3).get_by_role("link", name="Anna Petrosjan"))
    expect(page).to_have_title("Anna Petrosjan – Demarche")
    expect(page.get_by_role("heading", level=1)).to_have_text("Anna Petrosjan")
    assert len(results(page)) == 2
    follow(page.get_by_role("link", name="2 statements in the search"))
    expect(page).to_have_url(re.compile(r"/\?speaker_id=person:[a-z-]+:AM$"))
    assert len(results(page)) == 2


def test_about_whom_a_speaker_speaks(page: Page) -> None:
    page.goto("/speakers/Orhan%20Demirsoy")
    about = page.locator("section", has=page.get_by_role("heading", name="About or to", exact=True)).last
    follow(about.get_by_role("link", name="Armenia 1"))
    expect(page).to_have_url(re.compile(r"/\?about=AM&speaker_id=person:orhan-demirsoy:TR$"))
    assert len(results(page)) == 1


def test_a_speaker_over_time(page: Page) -> None:
    page.goto("/speakers/Anna%20Petrosjan?interval=month")
    over_time = page.get_by_role("region", name="Over time")
    expect(over_time.get_by_text("1 statement is not drawn")).to_be_visible()
    follow(over_time.get_by_role("list", name="Bars by").get_by_role("link", name="Year"))
    expect(page).to_have_url(re.compile(r"/speakers/person:[a-z-]+:AM\?interval=year$"))
    over_time.locator(".plot").hover()
    follow(over_time.locator(".stretches a"))
    expect(page).to_have_url(re.compile(r"/\?speaker_id=person:[a-z-]+:AM&from=2024&to=2024$"))


def test_from_a_flag_to_what_was_said_for_and_about_the_country(page: Page) -> None:
    page.goto("/?q=corridors")
    follow(page.locator(".margin").get_by_role("link", name="Armenia"))
    expect(page).to_have_url(re.compile(r"/countries/AM$"))
    said = page.get_by_role("region", name="What Armenia said", exact=True)
    about = page.get_by_role("region", name="What was said about Armenia", exact=True)
    assert len(said.locator(".said").all()) == 2
    assert len(about.locator(".said").all()) == 2
    page.get_by_role("link", name="2 statements that mention it").click()
    expect(about).to_be_in_viewport()
    follow(about.get_by_role("link", name="Türkiye 1"))
    expect(page).to_have_url(re.compile(r"/\?speaker_country=TR&about=AM$"))


def test_only_the_newest_are_shown_of_many(page: Page) -> None:
    page.goto("/speakers/King,%20Jr.")
    assert len(results(page)) == 10
    follow(page.get_by_role("link", name="All 45 statements"))
    expect(page.get_by_role("heading", name="45 statements")).to_be_visible()


def test_a_mistyped_name_leads_on(page: Page) -> None:
    page.goto("/speakers/Orhan%20Demirsoi")
    expect(page.get_by_role("heading", level=1)).to_have_text("No speaker is called “Orhan Demirsoi”")
    follow(page.get_by_role("main").get_by_role("link", name="Orhan Demirsoy"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Orhan Demirsoy")


def test_a_mistyped_country_leads_on(page: Page) -> None:
    page.goto("/countries/Armenai")
    follow(page.get_by_role("main").get_by_role("link", name="Armenia"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Armenia")


def test_what_a_country_says_can_be_followed(page: Page) -> None:
    page.goto("/countries/AM")
    feed = page.locator('link[rel="alternate"]').get_attribute("href")
    assert feed == "/v1/statements.atom?speaker_country=AM"
    assert page.request.get(feed).ok
