"""What holds for every data file of a language."""

import re
from collections import Counter
from importlib.resources import files
from itertools import combinations
from pathlib import Path

import pytest

import indexer.extraction
from indexer.extraction.lang.tables import table
from indexer.extraction.lang.word_lists import word_files, word_lists

LISTS = word_lists("en")
FOLDER = files("indexer.extraction.lang").joinpath("en")
DATA = sorted(file.name for file in FOLDER.iterdir() if file.name.endswith((".words", ".csv")))
KEYS = {
    "capitals": ("country", "capital"),
    "cues": ("lemma", "takes"),
    "home_offices": ("country",),
    "metonymy": ("word",),
    "outlets": ("name",),
    "place_clues": ("place",),
    "places": ("place", "names"),
    "pronouns": ("word", "possessive"),
    "regions": ("country",),
    "role_nouns": ("word",),
    "states_without": ("office",),
    "targets": ("lemma", "forms"),
    "towns": ("town",),
}


@pytest.mark.parametrize("name", DATA)
def test_a_file_begins_with_what_belongs_in_it(name: str) -> None:
    header = [line for line in FOLDER.joinpath(name).read_text("utf-8").splitlines() if line.startswith("# ")]
    assert FOLDER.joinpath(name).read_text("utf-8").startswith("# ")
    assert len(header) > 2


@pytest.mark.parametrize("name", LISTS)
def test_no_list_is_empty_or_has_a_word_twice(name: str) -> None:
    assert LISTS[name]
    assert not [word for word, times in Counter(LISTS[name]).items() if times > 1]


@pytest.mark.parametrize("name", LISTS)
def test_no_word_is_broken_over_two_lines(name: str) -> None:
    assert not [word for word in LISTS[name] if word.endswith("-")]


def test_no_two_lists_are_the_same() -> None:
    assert not [(one, other) for one, other in combinations(LISTS, 2) if set(LISTS[one]) == set(LISTS[other])]


def test_every_list_is_read() -> None:
    source = "".join(path.read_text("utf-8") for path in Path(indexer.extraction.__file__).parent.rglob("*.py"))
    read = set(re.findall(r"""(?:word_list|words_in_order)\(["']([\w-]+)["']""", source))
    assert set(LISTS) <= read


def test_every_file_of_word_lists_has_one() -> None:
    assert all("\n[" in file.read_text("utf-8") for file in word_files("en"))


@pytest.mark.parametrize("name", KEYS)
def test_no_row_of_a_table_stands_twice_or_is_broken(name: str) -> None:
    rows = table(name)
    assert not [key for key, times in Counter(tuple(row[k] for k in KEYS[name]) for row in rows).items() if times > 1]
    assert not [row for row in rows if row[KEYS[name][0]].endswith("-") and row[KEYS[name][0]] != "-"]


def test_every_table_is_looked_at_here() -> None:
    assert {f"{name}.csv" for name in KEYS} == {name for name in DATA if name.endswith(".csv")}
