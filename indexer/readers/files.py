"""From what the user named to the files to read, and which reader reads each."""

from __future__ import annotations

import os
import stat
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from indexer.inputs.input import Link
from indexer.readers.registry import Reader, known_suffix, readers_by_suffix

STANDARD_INPUT = Path("-")
UNKNOWN, OUTSIDE = "no reader knows its kind", "it lies outside the folder"  # why a file of a folder is passed over
NAMED = 3  # of those that are named, the rest being counted


@dataclass(frozen=True, slots=True)
class File:
    """A file to read; `reader` is None where its first characters have to tell. `size` is in bytes, 0 if unknown."""

    path: Path
    reader: Reader | None
    size: int


@dataclass(slots=True)
class Found:
    """Files and addresses in the order named, a folder's by name. `other` are a folder's that no reader is for,
    `outside` those that only seem to be in it.
    """

    files: list[File | Link] = field(default_factory=list)
    other: list[Path] = field(default_factory=list)
    outside: list[Path] = field(default_factory=list)

    @property
    def size(self) -> int:
        return sum(file.size for file in self.files)

    @property
    def names(self) -> Collection[str]:
        """Absolute paths, and addresses."""
        return {file.url if isinstance(file, Link) else str(file.path.absolute()) for file in self.files}


def find(paths: Iterable[Path | Link]) -> Found:
    """Look through folders, leaving out what is hidden. A file that is named itself is read whatever it is called."""
    found = Found()
    for path in paths:
        if isinstance(path, Link):
            found.files.append(path)
            continue
        if path == STANDARD_INPUT or not is_folder(path):
            found.files.append(file(path))
            continue
        for inner in walk(path):
            if leads_out(inner, path):
                found.outside.append(inner)
            elif is_read(inner):
                found.files.append(file(inner))
            else:
                found.other.append(inner)
    return found


def file(path: Path) -> File:
    reader = readers_by_suffix().get(known_suffix(path.name))
    try:
        return File(path, reader, path.stat().st_size)
    except OSError:  # standard input, or a link to nothing, which opening it will name
        return File(path, reader, 0)


def is_read(path: Path) -> bool:
    """Whether what was found in a folder is opened: what a reader is for, and a folder that is closed."""
    return (bool(known_suffix(path.name)) and not is_special(path)) or is_folder(path)


def is_special(path: Path) -> bool:
    """A pipe, a socket or a device: opening one may take for ever, so only who names it gets it read."""
    try:
        mode = path.stat().st_mode
    except OSError:
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


def is_folder(path: Path) -> bool:
    """Or what can't be looked at, as on a share that is away: `walk` gives it as is, and opening it names why."""
    try:
        return path.is_dir()
    except OSError:
        return True


def leads_out(path: Path, folder: Path) -> bool:
    """Whether what was found in the folder is a link to what is not: whoever may write into the folder, and read
    nothing else, would have it read for them. Links to folders are not followed at all.
    """
    try:
        linked = path.is_symlink()
    except OSError:  # which opening it will name
        return False
    return linked and not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder))


def walk(folder: Path) -> Iterator[Path]:
    """All files, and the folders that can't be looked through: opening one of those will name why."""
    closed: list[OSError] = []
    for parent, folders, names in os.walk(folder, onerror=closed.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(parent, name) for name in sorted(names) if not name.startswith("."))
    yield from (Path(fault.filename) for fault in closed)
