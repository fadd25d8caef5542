"""The pages of documentation, and what stands in them: links, anchors, code."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("examples/**/*.md")])
MARKDOWN = MarkdownIt("commonmark").enable("table")


def name(page: Path) -> str:
    return str(page.relative_to(ROOT))


@cache
def tokens(page: Path) -> tuple[Token, ...]:
    """Blocks, each followed by what stands in it."""
    return tuple(each for block in MARKDOWN.parse(page.read_text("utf-8")) for each in (block, *(block.children or ())))


def links(page: Path) -> list[str]:
    """Where links and pictures lead, as written."""
    found = [token.attrGet("href") or token.attrGet("src") for token in tokens(page)]
    return [str(target) for target in found if target]


def anchors(page: Path) -> list[str]:
    """Of its headings, as GitHub makes them."""
    blocks = tokens(page)
    titles = [after.content for token, after in pairwise(blocks) if token.type == "heading_open"]
    return [re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles]


def inline_code(page: Path) -> list[str]:
    return [token.content for token in tokens(page) if token.type == "code_inline"]


def code_lines(page: Path) -> Iterator[str]:
    """Of blocks, without the continuation of lines, and code within sentences."""
    for token in tokens(page):
        if token.type in ("fence", "code_block"):
            yield from token.content.replace("\\\n", " ").splitlines()
    yield from inline_code(page)
