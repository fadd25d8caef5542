from playwright.sync_api import Page, expect

from tests.api.corpus import CORRIDOR, HOSTILE

ADDRESS = f"/articles/{CORRIDOR.article.id}"


def test_every_statement_is_marked_where_it_stands(page: Page) -> None:
    page.goto(ADDRESS)
    first, _, third, fourth = CORRIDOR.extraction.statements
    expect(page.locator("#s-01")).to_have_text(first.text)
    marked = page.locator("mark.statement").all_inner_texts()
    assert marked[1:3] == ["We will never close the corridors,", "and our guards know it."]
    expect(page.locator("#s-03 #s-04")).to_contain_text(fourth.text)
    expect(page.locator("#s-03")).to_contain_text(third.text)
    assert len(marked) == 5


def test_who_said_it_stands_beside(page: Page) -> None:
    page.goto(ADDRESS)
    note = page.locator("#note-02")
    expect(note).to_contain_text("Anna Petrosjan, ambassador for Armenia")
    words = page.locator("#s-02").bounding_box()
    beside = note.bounding_box()
    assert words
    assert beside
    assert beside["x"] > words["x"] + words["width"]
    assert abs(beside["y"] - words["y"]) < 40


def test_from_the_words_to_who_said_them_and_back(page: Page) -> None:
    page.goto(ADDRESS)
    page.get_by_role("link", name="Who said statement 3").click()
    expect(page.locator(":target")).to_contain_text("Lina Berg")
    page.get_by_role("link", name="Statement 3 in the text").click()
    expect(page.locator(":target")).to_contain_text("Mr. Kar had told her")


def test_hostile_text_stays_text(page: Page) -> None:
    for address in ("/?speaker=vex", f"/articles/{HOSTILE.article.id}", f"/statements/{HOSTILE.article.id}-01"):
        page.goto(address)
        assert page.title() != "taken"
        expect(page.locator("main")).to_contain_text("<b>Vex</b>")
        expect(page.locator("main")).to_contain_text("<img src=x onerror=alert(1)>")
        for tag in ("script", "img:not(.flag)", "b", "i", "u"):
            expect(page.locator(f"main {tag}:not(.context *)")).to_have_count(0)
