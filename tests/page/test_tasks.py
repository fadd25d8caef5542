"""What docs/page.md says a journalist comes for, each in three clicks at most; to type into a box is one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from schemas.statement import Act, Cue
from search.opening import open_engine
from tests.api.corpus import CORPUS, said, split
from tests.page.conftest import served
from tests.page.test_search import results

DENIAL = split(
    "Amra Vell of Kosovo said that no bridge was closed.\nTomas Orr said that Pristina had asked for help.",
    said("no bridge was closed", by="Amra Vell", speaks_for=("XK",), on="2024-06-11"),
    said("Pristina had asked for help", by="Tomas Orr", speaks_for=("RS",), about=("XK",), on="2024-06-12"),
    title="A day in June",
    published="2024-06-12",
    url="https://gazette.example/a-day-in-june",
)
DENIED = replace(
    DENIAL,
    extraction=replace(
        DENIAL.extraction,
        statements=(
            replace(
                DENIAL.extraction.statements[0],
                cue=Cue("denied", DENIAL.extraction.statements[0].cue.span, "deny", Act.DENY),  # type: ignore[union-attr]
            ),
            *DENIAL.extraction.statements[1:],
        ),
    ),
)
MOST_CLICKS = 3


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder: Path = tmp_path_factory.mktemp("tasks")
    with open_engine(f"embedded://{folder}/index") as engine:
        engine.replace((*CORPUS, DENIED))
        with served(engine) as address:
            yield address


@dataclass
class Hand:
    """Clicks, and counts them."""

    page: Page
    clicks: list[str] = field(default_factory=list)

    def click(self, target: Locator) -> None:
        self.clicks.append(str(target))
        target.click()

    def type(self, box: str, text: str) -> None:
        target = self.page.get_by_label(box, exact=True)
        self.click(target)
        with self.page.expect_response(lambda response: response.status == 200 and "/v1/" not in response.url):
            target.fill(text)


@pytest.fixture
def hand(page: Page) -> Iterator[Hand]:
    page.goto("/")
    hand = Hand(page)
    yield hand
    assert 0 < len(hand.clicks) <= MOST_CLICKS, hand.clicks


WORDS = "Words to search for"


def test_what_a_country_said_on_a_matter_in_a_season(page: Page, hand: Hand) -> None:
    hand.type(WORDS, "corridor")
    hand.type("Speaks for", "Armenia")
    hand.type("When", "spring 2024")
    expect(page.get_by_role("heading", name="1 statement", exact=True)).to_be_visible()
    assert results(page) == ["“We will never close the corridors,” said Anna Petrosjan, “and our guards know it.”"]


def test_one_person_newest_first(page: Page, hand: Hand) -> None:
    hand.type(WORDS, "petrosjan")
    hand.click(page.get_by_role("link", name="speaker Anna Petrosjan?"))
    expect(page).to_have_url(re.compile(r"/\?speaker_id=person:[a-z-]+:AM$"))
    expect(page.locator(".sorts [aria-current]").last).to_have_text("Newest")
    assert len(results(page)) == 2


def test_who_speaks_of_kosovo(page: Page, hand: Hand) -> None:
    hand.type("About or to", "Kosovo")
    expect(page.get_by_role("heading", name="1 statement", exact=True)).to_be_visible()
    speakers = page.locator(".facets section", has=page.get_by_role("heading", name="Speaker", exact=True))
    expect(speakers).to_contain_text("Tomas Orr")


def test_a_phrase(page: Page, hand: Hand) -> None:
    hand.type(WORDS, '"must stay open"')
    expect(page.get_by_role("heading", name="1 statement", exact=True)).to_be_visible()
    expect(page.locator(".said mark")).to_have_text("must stay open")


def test_check_cite_and_send(page: Page, context: BrowserContext, hand: Hand) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto("/?q=convoy")
    hand.click(page.get_by_role("link", name="Friday talks"))
    expect(page.locator(":target")).to_be_in_viewport()
    page.go_back()
    hand.click(page.get_by_role("link", name="Cite"))
    expect(page.get_by_role("dialog").get_by_role("region", name="Cite this statement")).to_contain_text("Friday talks")
    page.keyboard.press("Escape")
    hand.click(page.get_by_role("button", name="Copy link"))
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    assert "/statements/" in page.evaluate("navigator.clipboard.readText()")


def test_a_spreadsheet(page: Page, hand: Hand) -> None:
    page.goto("/?q=corridor")
    hand.click(page.get_by_role("link", name="Export, follow"))
    with page.expect_download() as begun:
        hand.click(page.get_by_role("link", name="CSV"))
    first, *rows = begun.value.path().read_text("utf-8-sig").splitlines()
    assert "speaker_country_names" in first
    assert len(rows) == 2


def test_a_feed(page: Page, hand: Hand) -> None:
    page.goto("/?q=corridor")
    hand.click(page.get_by_role("link", name="Export, follow"))
    feed = page.get_by_role("link", name="Atom")
    expect(feed).to_be_in_viewport()
    hand.clicks.append("the feed, which a reader of feeds opens")
    assert "<entry>" in page.request.get(feed.get_attribute("href") or "").text()


def test_two_countries_side_by_side(page: Page, hand: Hand) -> None:
    hand.type(WORDS, "corridor")
    hand.click(page.get_by_role("link", name="Compare"))
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_contain_text("Armenia")
    expect(heading).to_contain_text("Türkiye")
    assert len(results(page)) == 2


def test_a_line_over_time_by_act(page: Page, hand: Hand) -> None:
    hand.click(page.get_by_role("list", name="Told apart by").get_by_role("link", name="act"))
    expect(page).to_have_url(re.compile(r"by=act$"))
    expect(page.get_by_role("list", name="Act")).to_contain_text("Denies 1")


def test_who_denied(page: Page, hand: Hand) -> None:
    hand.type(WORDS, "bridge")
    acts = page.locator(".facets section", has=page.get_by_role("heading", name="Act", exact=True))
    hand.click(acts.get_by_role("link", name="Denies"))
    expect(page).to_have_url(re.compile(r"act=deny"))
    expect(page.get_by_role("article")).to_contain_text("Amra Vell denied")
