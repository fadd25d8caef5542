"""The file that keeps what was refused, until it is read without fault: `demarche retry` takes it again.

NDJSON, one refusal a line: where it came from, why and when it was refused, and what the user called its columns. What
can't be read again from where it came, since that was standard input, is kept itself.
"""

from __future__ import annotations

import fcntl
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import orjson

from indexer.readers.opening import STANDARD_INPUT_NAME
from indexer.readers.reading import Origin, Refused
from schemas.article import short_hash
from schemas.settings import state_folder


class CannotKeep(Exception):
    """What was refused can't be written down: no room, no rights."""


@dataclass(frozen=True, slots=True)
class Record:
    """A refusal as the file keeps it. `at` is ISO 8601, `file` an absolute path, an address, or standard input."""

    file: str
    reason: str
    at: str
    member: str | None = None
    line: int | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    content: str | None = None

    @classmethod
    def of(cls, refused: Refused, columns: Mapping[str, str]) -> Record:
        origin, path = refused.origin, Path(refused.origin.name)
        return cls(
            file=str(path.absolute()) if path.exists() else origin.name,
            reason=refused.reason,
            at=datetime.now(UTC).isoformat(timespec="milliseconds"),
            member=origin.member,
            line=origin.line,
            columns=dict(columns),
            content=refused.content if origin.name == STANDARD_INPUT_NAME else None,
        )

    @property
    def origin(self) -> Origin:
        return Origin(self.file, self.line, self.member)


@dataclass(frozen=True, slots=True)
class Refusals:
    """Of one index. Several processes may add to the file at a time."""

    path: Path

    @classmethod
    def of(cls, location: str) -> Refusals:
        """Those of the index at `location`, which need not be on this machine, among the user's own state."""
        return cls(state_folder() / "refused" / f"{short_hash(location)}.ndjson")

    def read(self) -> list[Record]:
        """ValueError where it is no such file."""
        try:
            lines = self.path.read_bytes().splitlines()
        except FileNotFoundError:
            return []
        try:
            return [Record(**orjson.loads(line)) for line in lines]
        except (orjson.JSONDecodeError, TypeError):
            raise ValueError(f"{self.path} is no file of refused articles") from None

    def add(self, refused: Refused, columns: Mapping[str, str]) -> None:
        """On the disk when this returns. CannotKeep where it can't be, and then nothing of it is."""
        left = orjson.dumps(Record.of(refused, columns)) + b"\n"
        with self.locked(), self.path.open("ab", buffering=0) as file:
            before = file.tell()
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
        with self.locked():
            left = [record for record in self.read() if record.file not in files or record not in before]
            fresh = self.path.with_suffix(".fresh")
            fresh.write_bytes(b"".join(orjson.dumps(record) + b"\n" for record in left))
            fresh.replace(self.path)
            if not left:
                self.path.unlink()

    @contextmanager
    def locked(self) -> Iterator[None]:
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with self.path.with_suffix(".lock").open("w") as lock:
                fcntl.flock(lock, fcntl.LOCK_EX)
                yield
        except OSError as error:
            raise CannotKeep(f"what was refused can't be kept in {self.path}: {error.strerror}") from None
