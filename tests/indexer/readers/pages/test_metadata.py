"""What a page says of itself."""

import pytest

from indexer.readers.pages.markup import tree_of
from indexer.readers.pages.metadata import headings, publishers, title_and_site


def test_headings_in_the_order_of_their_worth() -> None:
    page = (
        "<title>A gate - Herald</title><meta property='og:title' content='The gate'>"
        "<body><h1>A  gate</h1><h1>Another</h1>"
    )
    assert headings(tree_of(page)) == ["A gate", "The gate", "A gate - Herald"]


@pytest.mark.parametrize(
    ("head", "title", "site"),
    [
        (
            "<title>A gate shut - Herald</title><meta property='og:site_name' content='Herald'>",
            "A gate shut",
            "Herald",
        ),
        ("<title>A gate is shut</title>", "A gate is shut", None),
        ("<title>Café</title><meta property='og:site_name' content='|'>", "Café", None),
    ],
)
def test_the_outlets_name_is_none_of_the_title(head: str, title: str, site: str | None) -> None:
    assert title_and_site(tree_of(f"<head>{head}</head><body><p>A text."), [], "herald.example") == (title, site)


def test_publishers_are_those_with_a_name() -> None:
    nodes = [{"publisher": {"name": "Herald"}}, {"publisher": [{"name": "Courier"}]}, {"publisher": "x"}, {}]
    assert publishers(nodes) == ["Herald", "Courier"]
