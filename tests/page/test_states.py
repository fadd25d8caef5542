"""When there is nothing to search, and when nothing can be searched."""

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from search.opening import open_engine
from tests.page.conftest import served
from tests.page.test_everyone import assert_axe_finds_nothing


@pytest.fixture(scope="module", params=["empty", "away"])
def state(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    return name


@pytest.fixture(scope="module")
def server(state: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Over an index that holds nothing, or an Elasticsearch that is not there."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    folder: Path = tmp_path_factory.mktemp("empty")
    address = f"embedded://{folder}/index" if state == "empty" else f"http://127.0.0.1:{port}"
    with open_engine(address) as engine, served(engine) as url:
        yield url


TOLD = {"empty": "There is nothing to search yet", "away": "The search is not available"}
NEXT = {"empty": "demarche index", "away": "Try again"}


def test_the_page_says_so_and_what_to_do(page: Page, state: str) -> None:
    page.goto("/?q=corridor&country=AM")
    expect(page.get_by_role("heading", name=TOLD[state])).to_be_visible()
    expect(page.get_by_role("main")).to_contain_text(NEXT[state])
    assert "Demarche" in page.title()
    assert_axe_finds_nothing(page)


@pytest.mark.parametrize("state", ["away"], indirect=True, scope="module")
def test_trying_again_asks_the_same(page: Page) -> None:
    page.goto("/?q=corridor")
    with page.expect_navigation():
        page.get_by_role("link", name="Try again").click()
    assert page.url.endswith("/?q=corridor")
