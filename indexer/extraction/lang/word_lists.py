"""Word lists of a language, from the `.words` files in its folder.

A file has a header of remarks that say what belongs in it. `[name]` begins a list; its words stand between blanks, and
`#` begins a remark.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable


def word_list(name: str, language: str = "en") -> frozenset[str]:
    """The words of the list of that name; KeyError where no file of the language has one."""
    return frozenset(word_lists(language)[name])


def words_in_order(name: str, language: str = "en") -> tuple[str, ...]:
    """As `word_list`, in the order of the file."""
    return word_lists(language)[name]


@cache
def word_lists(language: str) -> dict[str, tuple[str, ...]]:
    """All lists of a language by name, their words in the order of the file. A name given twice is a ValueError."""
    lists: dict[str, tuple[str, ...]] = {}
    for file in word_files(language):
        for name, words in _lists_in(file.read_text("utf-8")):
            if name in lists:
                raise ValueError(f"{file.name}: the list {name!r} is there already")
            lists[name] = words
    return lists


def word_files(language: str) -> list[Traversable]:
    folder = files(__package__).joinpath(language)
    return sorted((file for file in folder.iterdir() if file.name.endswith(".words")), key=lambda file: file.name)


def _lists_in(text: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    name = ""
    words: list[str] = []
    for line in text.splitlines():
        line = line.partition("#")[0].strip()
        if line.startswith("["):
            if name:
                yield name, tuple(words)
            name, words = line.strip("[]"), []
        else:
            words += line.split()
    if name:
        yield name, tuple(words)
