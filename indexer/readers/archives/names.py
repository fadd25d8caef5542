"""What archives hold: names, which are never paths to write to, and which of them are read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from indexer.inputs.input import Input
from indexer.inputs.result import Refused
from indexer.readers.registry import known_suffix


def parts_of(name: str) -> tuple[str, ...]:
    """Windows' archivers part names by a backslash, against the standard."""
    return PurePosixPath(name.replace("\\", "/")).parts


def climbs(name: str) -> bool:
    """Whether it would lie elsewhere than below the folder that it is unpacked to."""
    parts = parts_of(name)
    return ".." in parts or bool(parts and (parts[0].startswith("/") or parts[0].endswith(":")))


def hidden(name: str) -> bool:
    return any(part.startswith(".") and part != ".." for part in parts_of(name))


def suffix_of(name: str) -> str:
    """By which a reader knows it, or "" where none does, or it is hidden."""
    parts = parts_of(name)
    return known_suffix(parts[-1]) if parts and not hidden(name) else ""


def name_faults(source: Input, members: Iterable[Refused | Input]) -> Iterator[Refused | Input]:
    """The members of an archive, and what is wrong with the archive: that it breaks off, or holds nothing to read."""
    held = False
    try:
        for member in members:
            held = True
            yield member
    except OSError as error:
        yield Refused(source.origin, f"from here on, it {error}" if held else str(error))
        return
    if not held:
        yield Refused(source.origin, NOTHING)


CLIMBS = "climbs out of the archive: it is not read"
NO_FILE = "is a link, a device or a sparse file: it is not read"
NOTHING = "holds nothing that a reader knows"
