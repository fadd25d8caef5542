"""Tables that only lay a page out, as sites of the nineties and mails do: what stands in their cells is text, not data.

Told apart as browsers' reading views do (Mozilla's Readability), and more strictly: a cell must hold prose.
"""

from __future__ import annotations

from lxml import etree
from lxml.html import HtmlElement

DATA = ("caption", "col", "colgroup", "tfoot", "thead", "th")
LAYOUT_ROLES = ("presentation", "none")
PROSE = 120  # characters of a cell's own text, in which a sentence ends and of which links are the smaller part
ENDS = (". ", ".” ", '." ', "? ", "! ", "… ")


def unwrap_layout(tree: HtmlElement) -> None:
    """Make plain blocks of the tables that lay out; changes the tree. Looks at each element a few times at most."""
    tables = list(tree.iter("table"))
    if not tables:
        return
    data = {table_of(part) for part in tree.iter(*DATA)} | {table for table in tables if says_data(table)}
    prose = {table_of(cell) for cell in tree.iter("td") if is_prose(cell)}
    laid_out = set()
    for table in reversed(tables):  # those within come first
        if table in prose and (table not in data or table.get("role") in LAYOUT_ROLES):
            laid_out.add(table)
            prose.add(table_of(table))  # what lays out a layout is one
    parts = [part for part in tree.iter("tbody", "tr", "td") if table_of(part) in laid_out]
    for part in (*parts, *laid_out):
        part.tag = "div"
        part.attrib.clear()


def table_of(part: HtmlElement) -> HtmlElement | None:
    return next(part.iterancestors("table"), None)


def says_data(table: HtmlElement) -> bool:
    return bool(table.get("summary") or table.get("role"))


def is_prose(cell: HtmlElement) -> bool:
    """By its text outside of tables within it."""
    words, linked = [], 0
    depth = 0
    walk = etree.iterwalk(cell, events=("start", "end"))
    for event, node in walk:
        if event == "start" and node.tag in ("table", "script", "style"):
            walk.skip_subtree()
        elif event == "start":
            depth += node.tag == "a"
            words.append(node.text or "")
            linked += len(node.text or "") if depth else 0
        if event == "end":
            depth -= node.tag == "a"
            words.append(node.tail or "" if node is not cell else "")
    text = " ".join("".join(words).split()) + " "
    return len(text) > PROSE and any(end in text for end in ENDS) and linked < len(text) / 2
