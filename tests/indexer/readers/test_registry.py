"""Which reader there is for which file, by its name or by its content."""

import subprocess
import sys
from pathlib import Path

import pytest

from indexer.inputs.result import Loaded
from indexer.readers.dispatcher import read
from indexer.readers.files import STANDARD_INPUT, find
from indexer.readers.registry import known_suffix, readers, readers_by_suffix

GOLDEN = Path(__file__).parent / "golden"


def test_all_readers_are_found_by_themselves_whatever_folder_they_are_in() -> None:
    assert [reader.name for reader in readers()] == sorted(path.name for path in GOLDEN.glob("[!.]*"))


def test_no_two_readers_claim_one_suffix() -> None:
    assert len(readers_by_suffix()) == sum(len(reader.suffixes) for reader in readers())


@pytest.mark.parametrize(
    ("name", "suffix"),
    [("a.txt", ".txt"), ("A.TXT", ".txt"), ("a.gqg.json", ".gqg.json"), ("a.json", ""), (".txt", ""), ("txt", "")],
)
def test_the_longest_end_of_a_name_counts(name: str, suffix: str) -> None:
    assert known_suffix(name) == suffix


@pytest.mark.parametrize(
    ("name", "articles"),
    [
        ("html/article.html", 1),
        ("html/linked-data.xhtml", 1),
        ("feed/several.rss", 2),
        ("feed/full.atom", 2),
        ("table/several.csv", 3),
        ("table/tabs.tsv", 1),
        ("gdelt/minute.gqg.json", 2),
        ("warc/news.warc", 2),
        ("warc/news.warc.gz", 1),
        ("packed/another.txt.xz", 1),
        ("packed/table.csv.gz", 1),
        ("tar/news.tar", 3),
        ("zip/news.zip", 4),
    ],
)
def test_every_kind_is_known_on_standard_input(name: str, articles: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Through a pipe, in which nothing can be sought."""
    with subprocess.Popen(["cat", GOLDEN / name], stdout=subprocess.PIPE, text=True) as piped:
        monkeypatch.setattr(sys, "stdin", piped.stdout)
        found = list(read(find([STANDARD_INPUT]).files))
    assert sum(isinstance(one, Loaded) for one in found) == articles
