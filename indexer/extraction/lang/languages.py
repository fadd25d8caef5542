"""Which languages are split into statements: those that have a folder here."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

UNKNOWN_IS_READ_AS = "en"


@cache
def split_languages() -> frozenset[str]:
    """Their ISO 639-1 codes, which are the names of their folders."""
    folders = (folder.name for folder in files(__package__).iterdir() if folder.is_dir())
    return frozenset(name for name in folders if len(name) == 2)


def is_split(language: str | None) -> bool:
    """Whether statements are looked for in what is written in it; None is a language that is not known."""
    return (language or UNKNOWN_IS_READ_AS) in split_languages()
