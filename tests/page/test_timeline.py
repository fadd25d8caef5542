"""The picture over time: it shows what there is, and each of its bars narrows the search to its time."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.page.test_search import follow, results, search

SEARCH = "/?q=corridor OR ceasefire"


def bars(page: Page) -> Locator:
    return page.get_by_role("region", name="Over time").locator("svg a")


def told(page: Page) -> list[str]:
    return bars(page).locator("title").all_text_contents()


def test_each_bar_tells_its_time_and_its_part_of_all(page: Page) -> None:
    page.goto(SEARCH)
    assert told(page) == ["May 2024: 2 of 4", "June 2024: 1 of 1"]
    expect(page.get_by_text("Shares of all are not shown: no month here has 20 statements by anybody.")).to_be_visible()
    assert page.locator(".scale text").all_text_contents() == ["1", "2"]
    high, low = (bars(page).nth(at).locator("path").nth(1).bounding_box() for at in (0, 1))
    assert high
    assert low
    assert high["height"] == pytest.approx(2 * low["height"], rel=0.1)
    assert high["x"] < low["x"]
    line, zero = (page.locator(part).bounding_box() for part in (".grid", ".axis"))
    assert line
    assert zero
    assert line["y"] == pytest.approx(high["y"], abs=3)
    assert zero["y"] == pytest.approx(high["y"] + high["height"], abs=3)


def test_a_share_is_drawn_where_enough_was_said(page: Page) -> None:
    page.goto("/?q=harvest OR corridor&interval=year")
    expect(page.locator(".legend")).to_contain_text("share of all then")
    expect(
        page.get_by_text("1 year has no share: fewer than 20 statements by anybody are of that time.")
    ).to_be_visible()
    assert page.locator(".scale text").all_text_contents() == ["25", "50", "100 %"]
    assert bars(page).locator("path.share").count() == 1
    page.get_by_text("As a table").click()
    assert page.get_by_role("table").get_by_role("row").all_inner_texts()[1:] == ["2023\t45\t96 %", "2024\t2\ttoo few"]


def test_without_filters_there_is_no_share_to_tell(page: Page) -> None:
    page.goto("/")
    expect(page.locator(".legend")).not_to_contain_text("share")
    assert told(page) == ["2023: 47", "2024: 5"]
    expect(page.get_by_text("1 statement is not drawn")).to_be_visible()


@pytest.mark.parametrize("context", [{}, {"java_script_enabled": False}], indirect=True, ids=["script", "no-script"])
def test_a_bar_narrows_the_search_and_a_chip_takes_it_back(page: Page) -> None:
    page.goto(SEARCH)
    follow(bars(page).nth(1))
    expect(page).to_have_url(re.compile(r"from=2024-06&to=2024-06$"))
    assert results(page) == ["Ørjan Bülbüloğlu said on Monday that no ceasefire can hold while the border is closed."]
    expect(page.get_by_label("When", exact=True)).to_have_value("June 2024")
    follow(page.get_by_role("list", name="Filters in force").get_by_role("link", name="Published June 2024"))
    assert len(results(page)) == 3


def test_the_whole_column_of_a_low_bar_can_be_clicked(page: Page) -> None:
    page.goto(SEARCH)
    column = bars(page).nth(1).locator("path").first.bounding_box()
    assert column
    with page.expect_navigation():
        page.mouse.click(column["x"] + column["width"] / 2, column["y"] + 3)
    expect(page).to_have_url(re.compile(r"from=2024-06&to=2024-06$"))


def test_the_interval_is_a_choice_that_other_searches_keep(page: Page) -> None:
    page.goto(SEARCH)
    intervals = page.get_by_role("list", name="Bars by")
    expect(intervals.locator("[aria-current]")).to_have_text("Month")
    follow(intervals.get_by_role("link", name="Year"))
    expect(page).to_have_url(re.compile(r"interval=year$"))
    assert told(page) == ["2024: 3 of 5"]
    search(page, "corridor")
    expect(page).to_have_url(re.compile(r"/\?q=corridor&interval=year$"))
    facets = page.get_by_role("complementary", name="Narrow the results")
    follow(facets.get_by_role("link", name="Lowland Gazette 2"))
    expect(page).to_have_url(re.compile(r"source=lowland-gazette&interval=year$"))
    follow(intervals.get_by_role("link", name="Day"))
    assert told(page) == ["10 May 2024: 2 of 4"]


def test_the_date_it_was_said_counts_where_it_is_asked_for(page: Page) -> None:
    page.goto("/?q=corridor&dates=said&interval=day")
    assert told(page) == ["8 May 2024: 1"]
    expect(page.get_by_text("1 statement is not drawn")).to_be_visible()
    follow(bars(page))
    expect(page.get_by_role("list", name="Filters in force")).to_contain_text("Said 8 May 2024")


def test_stretches_without_statements_are_seen(page: Page) -> None:
    page.goto("/?q=vex OR ceasefire&interval=month")
    drawing = page.locator("svg.bars").first.bounding_box()
    columns = [bars(page).nth(at).locator("path").first.bounding_box() for at in (0, 1)]
    assert drawing
    assert columns[0]
    assert columns[1]
    assert columns[0]["x"] == pytest.approx(drawing["x"], abs=1)
    assert columns[1]["x"] - columns[0]["x"] == pytest.approx(drawing["width"] * 16 / 17, rel=0.01)
    page.get_by_text("As a table").click()
    expect(page.get_by_text("Between these, 15 months have none.")).to_be_visible()


def test_too_many_bars_are_refused_in_words(page: Page) -> None:
    page.goto("/?interval=day")
    expect(page.get_by_text("By day there would be too many bars to draw")).to_be_visible()
    assert told(page) == ["2023: 47", "2024: 5"]


def test_the_table_has_the_same_for_those_who_do_not_see_it(page: Page) -> None:
    page.goto(SEARCH)
    summary = page.get_by_text("As a table")
    summary.focus()
    page.keyboard.press("Enter")
    table = page.get_by_role("table")
    assert table.get_by_role("row").all_inner_texts() == [
        "When\tStatements",
        "May 2024\t2",
        "June 2024\t1",
    ]
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(table.get_by_role("link", name="June 2024")).to_be_focused()
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"from=2024-06&to=2024-06$"))


def test_the_picture_follows_what_is_typed(page: Page) -> None:
    page.goto("/")
    page.get_by_role("searchbox").fill("corridor OR ceasefire")
    expect(page.get_by_role("heading", name="3 statements")).to_be_visible()
    expect(page.get_by_role("status")).to_have_text("3 statements")
    assert told(page) == ["May 2024: 2 of 4", "June 2024: 1 of 1"]


def test_bars_are_told_apart_by_what_one_chooses(page: Page) -> None:
    page.goto(SEARCH)
    follow(page.get_by_role("list", name="Told apart by").get_by_role("link", name="wording"))
    expect(page).to_have_url(re.compile(r"by=kind$"))
    legend = page.get_by_role("list", name="Wording", exact=True).first
    assert legend.get_by_role("listitem").all_text_contents() == [" Quoted 1", " Reported 1", " Partly quoted 1"]
    patterns = bars(page).first.locator("path").evaluate_all("parts => parts.map(part => getComputedStyle(part).fill)")
    assert len(set(patterns)) == 3  # what takes the click, and two parts
    follow(legend.get_by_role("link", name="Reported"))
    expect(page).to_have_url(re.compile(r"kind=indirect$"))
