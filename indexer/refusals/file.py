"""The file that keeps what was refused, until it is read without fault: `demarche retry` takes it again.

NDJSON, one refusal a line: where it came from, why and when it was refused, and what the user called its columns.
What can't be read again from where it came, since that was standard input, is kept itself. An address is kept whole,
for it is asked for again; what is only told is kept as it may be shown.
"""

from __future__ import annotations

import fcntl
import json
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from io import SEEK_END, FileIO
from pathlib import Path

from indexer.inputs.result import Refused
from indexer.refusals.record import Record
from schemas.article_ids import short_hash
from schemas.files import whole_file
from schemas.settings import state_folder

BEGINNING = b'{"file":'  # of every line


class CannotKeep(Exception):
    """What was refused can't be written down, or read again: no room, no rights."""


def length_of_lines(content: bytes) -> int:
    """Of those that are whole."""
    return content.rfind(b"\n") + 1


def whole_lines(file: FileIO) -> int:
    """How many bytes they take; only a file that ends in half a line is read for it."""
    size = file.seek(0, SEEK_END)
    file.seek(max(0, size - 1))
    if file.read(1) in (b"", b"\n"):
        return size
    file.seek(0)
    return length_of_lines(file.readall())


@dataclass(frozen=True, slots=True)
class Refusals:
    """Of one index. Several processes may add to the file at a time."""

    path: Path

    @classmethod
    def of(cls, location: str) -> Refusals:
        """Those of the index at `location`, which need not be on this machine, among the user's own state."""
        return cls(state_folder() / "refused" / f"{short_hash(location)}.ndjson")

    def read(self) -> list[Record]:
        """ValueError where it is no such file. Half a line at its end is that of somebody who was cut off."""
        try:
            content = self.path.read_bytes()
        except FileNotFoundError:
            return []
        except OSError as error:
            raise CannotKeep(f"what was refused can't be read in {self.path}: {error.strerror}") from None
        end = length_of_lines(content)
        if BEGINNING.startswith(content[end:][: len(BEGINNING)]):
            with suppress(ValueError, TypeError):
                return [Record(**json.loads(line)) for line in content[:end].splitlines()]
        raise ValueError(f"{self.path} is no file of refused articles")

    def add(self, refused: Refused, columns: Mapping[str, str]) -> None:
        """On the disk when this returns. CannotKeep where it can't be, and then nothing of it is."""
        left = Record.of(refused, columns).as_json()
        with self.lock(), self.path.open("a+b", buffering=0) as file:
            before = whole_lines(file)
            file.truncate(before)
            try:
                while left:  # a disk takes what it has room for, and refuses the rest
                    left = left[file.write(left) :]
            except OSError:
                file.truncate(before)
                raise

    def settle(self, files: Collection[str], before: Collection[Record]) -> None:
        """Forget what of `files` was refused before they were read again."""
        if not self.path.exists():
            return
        with self.lock():
            known = {record.as_json() for record in before}
            left = [record for record in self.read() if record.file not in files or record.as_json() not in known]
            if not left:
                self.path.unlink()
                return
            with whole_file(self.path) as file:
                file.writelines(record.as_json() for record in left)

    @contextmanager
    def lock(self) -> Iterator[None]:
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with self.path.with_suffix(".lock").open("w") as lock:
                fcntl.flock(lock, fcntl.LOCK_EX)
                yield
        except OSError as error:
            raise CannotKeep(f"what was refused can't be kept in {self.path}: {error.strerror}") from None
