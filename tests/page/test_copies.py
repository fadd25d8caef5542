"""The same words in several outlets are one result where that is asked for; what says much the same stands nearby."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from playwright.sync_api import Page, expect

from schemas.statement import SplitArticle
from search.opening import open_engine
from tests.api.corpus import said, split
from tests.page.conftest import served
from tests.page.test_search import follow, results

WORDS = "the ferry across the strait will carry grain again from Monday"
OUTLETS = ("Harbour Post", "Lowland Gazette", "Upland Gazette")


def report(outlet: str, day: int, *words: str) -> SplitArticle:
    """The first words have one fingerprint wherever they stand."""
    text = " ".join(f"Ines Falk said that {each}." for each in words)
    article = split(
        text,
        *(said(each, by="Ines Falk", speaks_for=("DK",)) for each in words),
        title=f"Ferry news of {outlet}",
        source=outlet,
        published=f"2024-03-{day:02}",
    )
    first, *others = article.extraction.statements
    copies = (replace(first, fingerprint="ferry") if words[0] == WORDS else first, *others)
    return replace(article, extraction=replace(article.extraction, statements=copies))


ARTICLES = [
    *(report(outlet, day, WORDS, f"nobody at {outlet} was told") for day, outlet in enumerate(OUTLETS, 1)),
    report("Strait Times", 9, "a ferry will again carry grain across the strait"),
]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with open_engine(f"embedded://{tmp_path_factory.mktemp('copies') / 'index'}") as engine:
        engine.replace(ARTICLES)
        with served(engine) as address:
            yield address


@pytest.mark.parametrize("context", [{}, {"java_script_enabled": False}], indirect=True, ids=["script", "no-script"])
def test_copies_are_folded_and_unfolded_by_a_tick(page: Page) -> None:
    page.goto("/?q=monday")
    assert len(results(page)) == 3
    tick = page.get_by_label("Fold copies")
    tick.check()
    page.get_by_role("button", name="Search").click()
    expect(page).to_have_url(re.compile(r"/\?q=monday&collapse=true$"))
    expect(page.get_by_role("heading", name="1 statement, copies folded")).to_be_visible()
    expect(tick).to_be_checked()
    page.get_by_text("3 outlets carried this").click()
    copies = page.locator(".carried li").all_inner_texts()
    assert copies == ["Harbour Post, 1 March 2024", "Lowland Gazette, 2 March 2024"] or len(copies) == 2
    follow(page.locator(".carried").get_by_role("link").first)
    expect(page.get_by_role("blockquote").first).to_contain_text(WORDS)


def test_with_script_the_tick_itself_is_enough(page: Page) -> None:
    page.goto("/?q=monday")
    page.get_by_label("Fold copies").check()
    expect(page.get_by_role("heading", name="1 statement, copies folded")).to_be_visible()
    page.go_back()
    expect(page.get_by_role("heading", name="3 statements")).to_be_visible()


def test_folding_holds_over_filters_and_in_exports(page: Page) -> None:
    page.goto("/?q=across&collapse=true")
    assert len(results(page)) == 2
    facets = page.get_by_role("complementary", name="Narrow the results")
    follow(facets.get_by_role("link", name=re.compile("Denmark")))
    expect(page).to_have_url(re.compile(r"speaker_country=DK&collapse=true$"))
    lines = page.request.get(page.get_by_role("link", name="NDJSON").get_attribute("href") or "").text().splitlines()
    assert len(lines) == 3  # two statements, and what the last line tells


def test_a_statement_leads_to_what_says_much_the_same_and_to_no_copy_of_itself(page: Page) -> None:
    page.goto("/?q=monday&collapse=true")
    follow(page.get_by_role("link", name="Details"))
    similar = page.get_by_role("region", name="Similar statements")
    sentence = "Ines Falk said that a ferry will again carry grain across the strait."
    assert similar.locator(".said").all_inner_texts() == [sentence]


def test_a_statement_leads_to_its_neighbours_in_the_article(page: Page) -> None:
    page.goto("/?q=monday&collapse=true")
    follow(page.get_by_role("link", name="Details"))
    around = page.get_by_role("navigation", name="In the same article")
    expect(around.get_by_role("listitem")).to_have_count(1)
    follow(around.get_by_role("link", name="After: Ines Falk"))
    expect(page.get_by_role("blockquote").first).to_contain_text("was told")
    follow(around.get_by_role("link", name="Before: Ines Falk"))
    expect(page.get_by_role("blockquote").first).to_contain_text(WORDS)
