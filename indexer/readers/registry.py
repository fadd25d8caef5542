"""Which readers there are, and which of them claims a file by the end of its name."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import indexer.readers
from indexer.inputs.input import Input, Link
from indexer.inputs.result import Reading


@dataclass(frozen=True, slots=True)
class Reader:
    """A kind of input. A module below indexer/readers/ that holds one as READER is found by itself.

    `suffixes` decide for files; `recognises` is asked about the first bytes of what has no known suffix. What holds
    others gives inputs of its own, each of which is read before the next is asked for. One that is `isolated` holds
    none, and is called in another process (`isolation`), since its time and memory can't be told beforehand.
    """

    name: str
    suffixes: tuple[str, ...]
    recognises: Callable[[bytes], bool]
    read: Callable[[Input], Iterator[Reading | Link | Input]]
    isolated: bool = False


@cache
def readers() -> Sequence[Reader]:
    """Of all modules below indexer/readers/ that hold a READER, by name."""
    found = pkgutil.walk_packages(indexer.readers.__path__, "indexer.readers.")
    modules = [importlib.import_module(module.name) for module in found]
    return sorted((module.READER for module in modules if hasattr(module, "READER")), key=lambda reader: reader.name)


@cache
def readers_by_suffix() -> Mapping[str, Reader]:
    return {suffix: reader for reader in readers() for suffix in reader.suffixes}


def known_suffix(name: str) -> str:
    """The longest end of a file's name that a reader claims (".gqg.json" before ".json"), or ""."""
    lower = name.lower()
    return max((end for end in readers_by_suffix() if lower.endswith(end) and lower != end), key=len, default="")
