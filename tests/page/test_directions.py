"""Names, titles and words that run from right to left, in pages that run from left to right."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page

from schemas.statement import Kind
from search.opening import open_engine
from tests.api.corpus import said, split
from tests.page.conftest import served

ARTICLE = split(
    "לוי אמר ביום שני: “לא נסגור את השער!”\n\nHe also said that “השער פתוח.” That was all.",
    said("לא נסגור את השער!", by="לוי", role="minister", speaks_for=("IL",), kind=Kind.DIRECT, on="2024-05-08"),
    said("השער פתוח.", by="לוי", kind=Kind.DIRECT),
    title="השער (7)",
    source="עיתון השער",
    url="https://gate.example/7",
)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with open_engine(f"embedded://{tmp_path_factory.mktemp('directions') / 'index'}") as engine:
        engine.replace([ARTICLE])
        with served(engine) as address:
            yield address


def direction(element: Locator) -> str:
    found: str = element.evaluate("element => getComputedStyle(element).direction")
    return found


def pieces(element: Locator) -> int:
    """In how many it is drawn: a date in two, where a name beside it took the day with it."""
    found: int = element.evaluate("element => element.getClientRects().length")
    return found


def test_a_line_of_facts_has_a_space_on_both_sides_of_each_dot(page: Page) -> None:
    page.goto(f"/articles/{ARTICLE.article.id}")
    assert ", 10 May 2024 · Original · 2 statements · " in page.locator(".head .where").inner_text()


@pytest.mark.parametrize("address", ["/", f"/articles/{ARTICLE.article.id}"])
def test_a_date_beside_an_outlet_stays_in_one_piece_behind_it(page: Page, address: str) -> None:
    page.goto(address)
    where = page.locator(".where", has=page.locator("time")).first
    assert pieces(where.locator("time")) == 1
    outlet, date = where.locator("bdi").first.bounding_box(), where.locator("time").bounding_box()
    assert outlet
    assert date
    assert outlet["x"] + outlet["width"] < date["x"]


def test_words_run_in_their_own_direction(page: Page) -> None:
    page.goto("/")
    assert direction(page.locator(".said p").first) == "rtl"
    assert direction(page.locator(".who").first) == "ltr"
    page.goto(f"/articles/{ARTICLE.article.id}")
    assert [direction(each) for each in page.locator(".paragraph > p").all()] == ["rtl", "ltr"]
    assert direction(page.locator(".notes").first) == "ltr"


def test_a_quotation_keeps_its_number_behind_it(page: Page) -> None:
    page.goto(f"/articles/{ARTICLE.article.id}")
    quotation, number = page.locator("#s-02").bounding_box(), page.locator("#s-02 + sup").bounding_box()
    assert quotation
    assert number
    assert quotation["x"] + quotation["width"] <= number["x"] + 1


def test_boxes_follow_what_is_typed(page: Page) -> None:
    page.goto("/")
    page.get_by_text("More filters").click()
    for name in ("Words to search for", "Speaker", "Source"):
        box = page.get_by_label(name, exact=True)
        assert direction(box) == "ltr"
        box.fill("שער")
        assert direction(box) == "rtl"
