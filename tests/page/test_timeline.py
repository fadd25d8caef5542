"""The picture over time: it shows what there is, and each of its bars narrows the search to its time."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.page.test_search import follow, results, search

SEARCH = "/?q=corridor OR ceasefire"


def bars(page: Page) -> Locator:
    """The links that they become when the pointer comes near."""
    page.locator(".plot").first.hover()
    expect(page.locator(".stretches").first).to_be_attached()
    return page.get_by_role("region", name="Over time").locator(".stretches a")


def told(page: Page) -> list[str]:
    return bars(page).evaluate_all("bars => bars.map(bar => bar.title)")


def drawn(page: Page, kind: str) -> list[tuple[int, int]]:
    """Where each bar of a kind begins and how high it is, in the units of the drawing."""
    found = page.locator(f".bars .{kind}").get_attribute("d")
    assert found
    return [(int(at), abs(int(high))) for at, high in re.findall(r"M(\d+) \d+v(-?\d+)", found)]


def table(page: Page) -> Locator:
    follow(page.get_by_role("link", name="As a table"))
    return page.get_by_role("table")


def test_each_bar_tells_its_time_and_its_part_of_all(page: Page) -> None:
    page.goto(SEARCH)
    assert told(page) == ["May 2024: 2 of 4", "June 2024: 1 of 1"]
    expect(page.get_by_text("Shares of all are not shown: no month here has 20 statements by anybody.")).to_be_visible()
    assert page.locator(".scale text").all_text_contents() == ["1", "2"]
    assert drawn(page, "part-0") == [(5, 100), (15, 50)]
    lines = [page.locator(part).get_attribute("d") for part in (".grid", ".axis")]
    assert lines == ["M0 50.0h20M0 0.0h20", "M0 100h20"]


def test_a_share_is_drawn_where_enough_was_said(page: Page) -> None:
    page.goto("/?q=harvest OR corridor&interval=year")
    expect(page.locator(".legend")).to_contain_text("share of all then")
    expect(
        page.get_by_text("1 year has no share: fewer than 20 statements by anybody are of that time.")
    ).to_be_visible()
    assert page.locator(".scale text").all_text_contents() == ["25", "50", "100 %"]
    assert drawn(page, "share") == [(5, 29)]
    assert table(page).get_by_role("row").all_inner_texts() == [
        "When\tStatements\tOf all then\tShare of all",
        "2023\t45\t47\t96 %",
        "2024\t2\t5\ttoo few",
    ]


def test_without_filters_there_is_no_share_to_tell(page: Page) -> None:
    page.goto("/")
    expect(page.locator(".legend")).not_to_contain_text("share")
    assert told(page) == ["2023: 47", "2024: 5"]
    expect(page.get_by_text("1 statement is not drawn")).to_be_visible()


@pytest.mark.parametrize("context", [{"java_script_enabled": False}], indirect=True, ids=["no-script"])
def test_without_script_the_table_narrows_the_search(page: Page) -> None:
    page.goto(SEARCH)
    follow(table(page).get_by_role("link", name="June 2024"))
    expect(page).to_have_url(re.compile(r"from=2024-06&to=2024-06$"))


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
    column = bars(page).nth(1).bounding_box()
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
    columns = [bars(page).nth(at).bounding_box() for at in (0, 1)]
    assert drawing
    assert columns[0]
    assert columns[1]
    assert columns[0]["x"] == pytest.approx(drawing["x"], abs=1)
    assert columns[1]["x"] - columns[0]["x"] == pytest.approx(drawing["width"] * 16 / 17, rel=0.01)
    table(page)
    expect(page.get_by_text("Between these, 15 months have none.")).to_be_visible()


def test_too_many_bars_are_refused_in_words(page: Page) -> None:
    page.goto("/?interval=day")
    expect(page.get_by_text("By day there would be too many bars to draw")).to_be_visible()
    assert told(page) == ["2023: 47", "2024: 5"]


def test_the_table_has_the_same_for_those_who_do_not_see_it(page: Page) -> None:
    page.goto(SEARCH)
    page.get_by_role("link", name="As a table").focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Over time: corridor OR ceasefire")
    rows = page.get_by_role("table").get_by_role("row")
    assert rows.all_inner_texts() == ["When\tStatements\tOf all then", "May 2024\t2\t4", "June 2024\t1\t1"]
    rows.get_by_role("link", name="June 2024").focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"from=2024-06&to=2024-06$"))


def test_a_finger_that_touches_at_once_follows_the_bar(page: Page) -> None:
    page.goto(SEARCH)
    plot = page.locator(".plot")
    plot.scroll_into_view_if_needed()
    with page.expect_navigation():
        plot.evaluate("""plot => {
            const box = plot.getBoundingClientRect();
            const touch = { bubbles: true, clientX: box.right - 5, clientY: box.top + 20 };
            plot.dispatchEvent(new MouseEvent("click", touch));
        }""")
    expect(page).to_have_url(re.compile(r"from=2024-06&to=2024-06$"))


def test_bars_without_their_table_are_no_links_and_are_asked_for_again(page: Page) -> None:
    page.goto(SEARCH)
    page.route("**/timeline?**", lambda route: route.fulfill(status=503))
    with page.expect_response("**/timeline?**"):
        page.locator(".plot").hover()
    expect(page.locator(".stretches")).to_have_count(0)
    page.unroute("**/timeline?**")
    page.mouse.move(0, 0)
    assert told(page) == ["May 2024: 2 of 4", "June 2024: 1 of 1"]


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
    parts = page.locator(".bars [class^=part]")
    assert len(set(parts.evaluate_all("parts => parts.map(part => getComputedStyle(part).stroke)"))) == 3
    assert told(page) == ["May 2024: 2", "June 2024: 1"]
    follow(legend.get_by_role("link", name="Reported"))
    expect(page).to_have_url(re.compile(r"kind=indirect$"))
