"""Files that are new or have changed, once nobody writes them any more.

By looking, not by the system's notices (inotify and its like): those are not given for network file systems and many
mounts of containers, run out on large trees, and are lost while nobody listens, so that looking is needed all the same.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from indexer.readers.files import File, file, is_folder, is_read, leads_out, walk

PORTION = 200  # files that are read before anything else has its turn


@dataclass(frozen=True, slots=True)
class Mark:
    """What changes when a file is written, or another one takes its place."""

    modified: int
    size: int
    inode: int


@dataclass(slots=True)
class Folders:
    """`queue` holds what is to be read; `seen` what was, or will be, by the mark that it had."""

    paths: Sequence[Path]
    queue: deque[File] = field(default_factory=deque)
    seen: dict[Path, Mark] = field(default_factory=dict)
    moving: dict[Path, Mark] = field(default_factory=dict)
    told: set[Path] = field(default_factory=set)

    def look(self) -> Sequence[Path]:
        """Queue what holds still since the last look; gives the files that are not read, each once."""
        marks = {path: mark for path in self.all() if (mark := mark_of(path))}
        self.seen = {path: mark for path, mark in self.seen.items() if path in marks}
        changed = {path: mark for path, mark in marks.items() if self.seen.get(path) != mark}
        still = {path: mark for path, mark in changed.items() if self.moving.get(path) == mark}
        self.moving = {path: mark for path, mark in changed.items() if path not in still}
        self.seen |= still
        read = [path for path in still if path in self.paths or (is_read(path) and not self.leads_out(path))]
        self.queue.extend(map(file, read))
        other = [path for path in still.keys() - set(read) if path not in self.told]
        self.told.update(other)
        return sorted(other)

    def all(self) -> Iterator[Path]:
        for path in self.paths:
            if is_folder(path):
                yield from walk(path)
            else:
                yield path

    def leads_out(self, path: Path) -> bool:
        """Of the folder that it was found in."""
        return any(leads_out(path, folder) for folder in self.paths if folder in path.parents)

    def portion(self) -> Sequence[File]:
        return [self.queue[number] for number in range(min(PORTION, len(self.queue)))]

    def done(self, files: Sequence[File]) -> None:
        """They are stored; until then they stay the first of the queue."""
        for _ in files:
            self.queue.popleft()


def mark_of(path: Path) -> Mark | None:
    """None if it is gone. What can't be looked at has a mark of its own: it is opened, which will name why."""
    try:
        status = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError:
        return Mark(0, 0, 0)
    return Mark(status.st_mtime_ns, status.st_size, status.st_ino)
