"""For everyone: axe-core finds nothing, nothing overflows a narrow screen, and paper gets the words."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.api.corpus import CORRIDOR, HARVEST, HOSTILE

PAGES = {
    "first": "/?limit=6",
    "search": "/?q=corridor&country=AM,TR&kind=direct,indirect",
    "mistake": "/?q=%22open&country=QQ&from=x&kind=y&foo=1",
    "in-vain": "/?q=corridor&country=UA",
    "in-vain-by-each": "/?q=harvest&country=AM&source=pixel-u-times-u",
    "second-page": "/?q=harvest&limit=3",
    "statement": f"/statements/{CORRIDOR.article.id}-01",
    "inferred-speaker": f"/statements/{CORRIDOR.article.id}-02",
    "report": f"/statements/{CORRIDOR.article.id}-01/report",
    "report-of-nothing": "/statements/nothing/report",
    "article": f"/articles/{CORRIDOR.article.id}",
    "long-article": f"/articles/{HARVEST.article.id}",
    "hostile-article": f"/articles/{HOSTILE.article.id}",
    "long-word": "/?source=pixel-u-times-u",
    "missing": "/articles/nothing",
    "over-time": "/?q=corridor OR ceasefire&interval=day&limit=5",
    "folded": "/?q=harvest&collapse=true&limit=5",
    "speaker": "/speakers/Anna Petrosjan",
    "hostile-speaker": "/speakers/%3Cb%3EVex%3C/b%3E",
    "over-time-table": "/timeline?q=corridor OR ceasefire&interval=day&by=act",
    "country": "/countries/AM",
    "country-over-time": "/countries/AM?interval=month",
    "comparison": "/compare?a=AM&b=UA",
    "comparison-choice": "/compare?a=Demirsoi&b=AM",
    "unknown-speaker": "/speakers/Petrosian",
    "unknown-country": "/countries/Armenai",
}
every_page = pytest.mark.parametrize("address", PAGES.values(), ids=PAGES)


AXE = Axe().axe_script
VIOLATIONS = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
TARGETS = {"resultTypes": ["violations"], "runOnly": {"type": "rule", "values": ["target-size"]}}
COLOURS = {
    "resultTypes": ["violations"],
    "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]},
}


def violations(page: Page, options: dict[str, object]) -> list[object]:
    """What axe finds, with where and why."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    found: list[object] = page.evaluate("options => axe.run(options).then(found => found.violations)", options)
    return found


def assert_axe_finds_nothing(page: Page) -> None:
    """In either theme. The dark one is the same document in other colours, so it is asked about those alone."""
    assert violations(page, VIOLATIONS) == []
    assert_dark_colours_are_clear(page)


def assert_dark_colours_are_clear(page: Page) -> None:
    page.emulate_media(color_scheme="dark")
    assert violations(page, COLOURS) == []
    page.emulate_media(color_scheme="light")


def assert_nothing_overflows(page: Page, width: int, height: int) -> None:
    page.set_viewport_size({"width": width, "height": height})
    assert page.evaluate("document.documentElement.scrollWidth") == width


def unfold(page: Page) -> None:
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")


@every_page
def test_every_page_is_for_everyone(page: Page, address: str) -> None:
    """Read aloud, in either theme, on a narrow screen, and at twice the size: zooming to 200 % halves the window."""
    page.goto(address)
    assert page.get_attribute("html", "lang") == "en"
    assert "Demarche" in page.title()
    expect(page.locator("h1")).to_have_count(1)
    assert_axe_finds_nothing(page)
    assert_nothing_overflows(page, 640, 450)
    assert_nothing_overflows(page, 320, 640)
    assert violations(page, TARGETS) == []


def test_the_answers_to_a_report_are_for_everyone(page: Page) -> None:
    page.goto(f"/statements/{CORRIDOR.article.id}-01/report")
    page.evaluate("document.querySelector('form.report').noValidate = true")
    for wrong, told in ((None, "Choose what is wrong."), ("speaker", "Thank you: it is noted")):
        if wrong:
            page.locator(f"[value={wrong}]").check()
        page.get_by_role("button", name="Report").click()
        expect(page.get_by_text(told)).to_be_visible()
        assert_axe_finds_nothing(page)
        assert_nothing_overflows(page, 320, 640)
        assert violations(page, TARGETS) == []


def test_axe_finds_nothing_in_what_is_folded(page: Page) -> None:
    page.goto("/?q=harvest OR corridor&limit=5")
    unfold(page)
    assert_axe_finds_nothing(page)
    page.get_by_role("link", name="Cite").first.click()
    expect(page.get_by_role("dialog")).to_be_visible()
    assert_axe_finds_nothing(page)


@pytest.mark.parametrize("address", ["/countries/AM", "/speakers/King, Jr."])
def test_axe_finds_nothing_in_what_is_folded_of_a_speaker_or_country(page: Page, address: str) -> None:
    page.goto(address)
    unfold(page)
    assert_axe_finds_nothing(page)


def test_axe_finds_nothing_at_a_statement_that_was_jumped_to(page: Page) -> None:
    page.goto(f"/articles/{CORRIDOR.article.id}#s-02")
    assert_axe_finds_nothing(page)


def test_nothing_folded_overflows_a_narrow_screen(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto("/?q=harvest OR corridor&from=2020")
    expect(page.get_by_label("Speaks for")).to_be_hidden()
    tops = [page.locator(part).first.bounding_box() for part in (".statements", ".facets", ".timeline")]
    assert all(tops)
    assert sorted(tops, key=lambda box: box["y"]) == tops  # type: ignore[index]
    page.get_by_text("Filters (1 in force)").click()
    expect(page.get_by_label("When", exact=True)).to_have_value("since 2020")
    unfold(page)
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    page.get_by_role("link", name="Cite").first.click()
    box = page.get_by_role("dialog").bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 320


def test_paper_gets_the_words_and_no_controls(page: Page) -> None:
    page.goto("/?q=corridor")
    page.emulate_media(media="print")
    expect(page.get_by_role("search")).to_be_hidden()
    expect(page.locator(".facets")).to_be_hidden()
    expect(page.locator(".said").first).to_be_visible()
    heading = page.get_by_role("heading", level=1).bounding_box()
    assert heading
    assert heading["height"] > 20  # what was searched for, which the screen shows in the form


def test_statements_are_told_apart_without_colour(page: Page) -> None:
    page.goto(f"/articles/{CORRIDOR.article.id}")
    lines = {
        page.locator(f"#s-0{number}").evaluate("mark => getComputedStyle(mark).textDecorationStyle")
        for number in range(1, 5)
    }
    assert len(lines) == 4


@pytest.mark.parametrize("context", [{"forced_colors": "active"}], indirect=True, ids=["forced-colours"])
def test_forced_colours_leave_the_button_an_edge_and_the_legend_its_colours(page: Page) -> None:
    page.goto("/?q=harvest OR corridor&interval=year")
    button = page.get_by_role("button", name="Search")
    clear = "rgba(0, 0, 0, 0)"
    assert button.evaluate("button => getComputedStyle(button).borderTopColor") != clear
    stroke = "path => getComputedStyle(path).stroke"
    keys = [path.evaluate(stroke) for path in page.locator(".legend path").all()]
    assert len(set(keys)) == 2
    assert keys == [page.locator(f".bars .{part}").first.evaluate(stroke) for part in ("part-0", "share")]


@pytest.mark.parametrize("context", [{"forced_colors": "active"}], indirect=True, ids=["forced-colours"])
def test_forced_colours_leave_each_part_its_own(page: Page) -> None:
    page.goto("/?by=act")
    strokes = page.locator(".bars [class^=part]").evaluate_all("all => all.map(part => getComputedStyle(part).stroke)")
    assert len(set(strokes)) == len(strokes)


def test_paper_gets_no_buttons_for_copying(page: Page) -> None:
    page.goto(f"/statements/{CORRIDOR.article.id}-01")
    expect(page.get_by_role("button", name="Copy")).not_to_have_count(0)
    page.emulate_media(media="print")
    expect(page.get_by_role("button", name="Copy")).to_have_count(0)
    expect(page.locator(".ask")).to_be_hidden()
