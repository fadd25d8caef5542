import pytest
from lxml import html

from indexer.readers.pages.layout import unwrap_layout

PROSE = (
    "Three ministers agreed on Monday that the ferry line opens again. They met in the old customs house, and they "
    "promised to send two more boats in August, when the storms are over."
)


def tags_around(table: str) -> str:
    """The names of the elements around the text that is marked with <i>."""
    tree = html.document_fromstring(f"<html><body>{table}</body></html>")
    unwrap_layout(tree)
    return " ".join(reversed([parent.tag for parent in next(tree.iter("i")).iterancestors()]))


@pytest.mark.parametrize(
    "table",
    [
        f"<table width=700><tr><td><a href=/>Home</a></td><td><i>1</i><p>{PROSE}</p></td></tr></table>",
        f"<table><tr><td><i>1</i>{PROSE}<br><br>{PROSE}</td></tr></table>",
        f"<table><tbody><tr><td>Logo</td></tr><tr><td><i>1</i><p>{PROSE}</td></tr></tbody></table>",
        f"<table><tr><td><table><tr><td><i>1</i><p>{PROSE}</td></tr></table></td></tr></table>",
        f"<table role=presentation><tr><th>Mail</th><td><i>1</i>{PROSE}</td></tr></table>",
    ],
)
def test_a_table_that_lays_text_out_becomes_blocks(table: str) -> None:
    assert set(tags_around(table).split()) == {"html", "body", "div"}


@pytest.mark.parametrize(
    "table",
    [
        "<table><tr><td>Ship</td><td><i>Seats</i></td></tr><tr><td>Alma</td><td>120</td></tr></table>",
        f"<table><tr><th>Ship</th></tr><tr><td><i>1</i>{PROSE}</td></tr></table>",
        f"<table><caption>Ships</caption><tr><td><i>1</i>{PROSE}</td></tr></table>",
        f"<table summary='Ships'><tr><td><i>1</i>{PROSE}</td></tr></table>",
        f"<table role=grid><tr><td><i>1</i>{PROSE}</td></tr></table>",
        f"<table><tr><td><i>1</i><a href=/a>{PROSE}</a></td></tr></table>",
        f"<table><tr><td><i>1</i>{'Home World Sport ' * 20}</td></tr></table>",
        "<table role=presentation><tr><td><i>1</i></td></tr></table>",
    ],
)
def test_a_table_of_data_or_links_stays_one(table: str) -> None:
    assert "table" in tags_around(table)


def test_data_within_a_layout_stays_a_table() -> None:
    data = "<table><tr><th>Ship</th></tr><tr><td><i>Alma</i></td></tr></table>"
    assert tags_around(f"<table><tr><td><p>{PROSE}</p>{data}</td></tr></table>").split().count("table") == 1
