"""An article says who else carries its text."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from search.opening import open_engine
from tests.api.corpus import split
from tests.page.conftest import served
from tests.page.test_everyone import VIOLATIONS, violations
from tests.page.test_search import follow

STORY = " ".join(f"On day {number} the ferry carried {7 * number} sacks across the strait." for number in range(1, 20))
ASKED = split(STORY, title="Of sacks", source="Lowland Gazette", published="2024-05-10")
LATER = split(f"{STORY} Then it sank.", title="Of a wreck", source="Lowland Gazette", published="2024-05-12")
SAME = [
    split(STORY, title=f"<b>Sacks</b> {day}", source="Harbour <i>Post</i>", published=f"2024-05-{day}")
    for day in range(11, 18)
]
ALONE = split("Nobody else wrote of the second ferry, which carried no sacks. " * 3, title="Of nothing")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with open_engine(f"embedded://{tmp_path_factory.mktemp('carried') / 'index'}") as engine:
        engine.replace([ASKED, LATER, *SAME, ALONE])
        with served(engine) as address:
            yield address


def test_the_first_are_links_and_the_rest_are_counted(page: Page) -> None:
    page.goto(f"/articles/{ASKED.article.id}")
    carried = page.get_by_role("region", name="Also carried by")
    lines = carried.get_by_role("listitem").all_inner_texts()
    assert lines[0] == "Harbour <i>Post</i>, 11 May 2024: <b>Sacks</b> 11 (the same text)"
    assert len(lines) == 6
    assert lines[-1] == "and 3 more"
    assert violations(page, VIOLATIONS) == []
    follow(carried.get_by_role("link").first)
    expect(page.get_by_role("heading", level=1)).to_have_text("<b>Sacks</b> 11")


def test_an_earlier_version_is_called_so(page: Page) -> None:
    page.goto(f"/articles/{LATER.article.id}")
    carried = page.get_by_role("region", name="Also carried by")
    first = "Lowland Gazette, 10 May 2024: Of sacks (an earlier version)"
    expect(carried.get_by_role("listitem").first).to_have_text(first)


def test_nothing_is_said_where_nobody_else_carries_it(page: Page) -> None:
    page.goto(f"/articles/{ALONE.article.id}")
    expect(page.get_by_role("heading", level=1)).to_have_text("Of nothing")
    expect(page.get_by_text("Also carried by")).to_have_count(0)
