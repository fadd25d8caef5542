"""What a page leads to is there: pages, their headings, files; and so are the pages that code speaks of."""

import re
from pathlib import Path

import pytest

from tests.docs.pages import PAGES, ROOT, anchors, links, name

AWAY = re.compile(r"[a-z]+:", re.IGNORECASE)
FILE = re.compile(r"\b(?:api|benchmarks|docs|examples|indexer|schemas|search|tests)/[\w./-]*\.\w+\b")
NAMED_PAGE = re.compile(r"\bdocs/[\w/-]+\.md\b")
SUFFIXES = {".py", ".html", ".js", ".csv", ".words"}
CODE = ["api", "benchmarks", "indexer", "schemas", "search", "tests"]


def is_there(link: str, page: Path) -> bool:
    path, _, anchor = link.partition("#")
    target = (page.parent / path).resolve() if path else page
    return target.exists() and (not anchor or anchor in anchors(target))


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_link_leads_somewhere(page: Path) -> None:
    assert [link for link in links(page) if not AWAY.match(link) and not is_there(link, page)] == []


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_no_two_headings_of_a_page_have_one_anchor(page: Path) -> None:
    found = anchors(page)
    assert sorted(set(found)) == sorted(found)


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_file_that_is_named_is_there(page: Path) -> None:
    named = set(FILE.findall(page.read_text("utf-8")))
    assert [path for path in sorted(named) if not (ROOT / path).exists()] == []


def test_every_page_that_code_names_is_there() -> None:
    files = [file for folder in CODE for file in (ROOT / folder).rglob("*") if file.suffix in SUFFIXES]
    files += [ROOT / "docker-compose.yml", ROOT / "Dockerfile", ROOT / "Makefile", ROOT / "pyproject.toml"]
    named = {(path, name(file)) for file in files for path in NAMED_PAGE.findall(file.read_text("utf-8", "replace"))}
    assert len(named) > 5
    assert [(path, by) for path, by in sorted(named) if not (ROOT / path).exists()] == []


@pytest.mark.parametrize("index", ["operations", "decisions"])
def test_an_index_names_each_of_its_pages(index: str) -> None:
    folder = ROOT / "docs" / index
    assert {f"{index}/{page.name}" for page in folder.glob("*.md")} <= set(links(folder.with_suffix(".md")))


def test_a_link_to_nothing_is_seen(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("# One `two`, three\n\n[a](#one-two-three) [b](#four) [c](page.md#one-two-three) [d](other.md)\n")
    assert [link for link in links(page) if is_there(link, page)] == ["#one-two-three", "page.md#one-two-three"]
