"""The file of reports: a line of JSON each, added by any worker, read whole by the command.

A line is written under a lock, so that lines of several workers never mix, and is on the disk before anybody is
thanked. The file never grows beyond `MOST_BYTES`: whoever may write to it is anybody who may read the page.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

import orjson
from marshmallow import Schema, ValidationError, fields, post_load
from marshmallow.validate import Length

MOST_BYTES = 5_000_000  # some ten thousand reports
MOST_WORDS = 500  # characters that one may write
PRIVATE = 0o600
END = b"\n"


class Wrong(StrEnum):
    """What is wrong with a statement."""

    SPEAKER = "speaker"
    COUNTRY = "country"
    WORDS = "words"
    TARGET = "target"
    DATE = "date"
    OTHER = "other"


class ReportsFull(Exception):
    """The file has no room for another report."""


@dataclass(frozen=True, slots=True)
class Report:
    """`shown` is how the statement read when it was reported: another may have its id once articles are split anew.
    `words` are the reader's, at most `MOST_WORDS` characters, "" for none.
    """

    statement_id: str
    wrong: Wrong
    words: str
    shown: str
    reported_at: datetime


@dataclass(frozen=True, slots=True)
class Damage:
    """A line of the file that is no report."""

    line: int
    reason: str


class ReportSchema(Schema):
    statement_id = fields.String(required=True)
    wrong = fields.Enum(Wrong, by_value=True, required=True)
    words = fields.String(required=True, validate=Length(max=MOST_WORDS))
    shown = fields.String(required=True)
    reported_at = fields.AwareDateTime(required=True)

    @post_load
    def build(self, data: dict[str, Any], **_: object) -> Report:
        return Report(**data)


def add(path: Path, report: Report) -> None:
    """ReportsFull, or OSError where it can't be written."""
    line = orjson.dumps(report) + END
    with locked(path) as file:
        size = os.fstat(file).st_size
        torn = size > 0 and os.pread(file, 1, size - 1) != END  # by a machine that stopped in the middle of a line
        whole = END + line if torn else line
        if size + len(whole) > MOST_BYTES:
            raise ReportsFull(f"the file of reports {path} is full: it would have more than {MOST_BYTES:,} bytes")
        while whole:
            whole = whole[os.write(file, whole) :]
        os.fsync(file)


@contextmanager
def locked(path: Path) -> Iterator[int]:
    """Its descriptor, to append to. Nobody else appends meanwhile."""
    path.parent.mkdir(parents=True, exist_ok=True)
    file = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, PRIVATE)
    try:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield file
    finally:
        os.close(file)


def read(path: Path) -> Iterator[Report | Damage]:
    """Each line in the order in which they came; none where there is no file. OSError where it can't be read."""
    if not path.exists():
        return
    with path.open("rb") as file:
        for number, line in enumerate(file, 1):
            if line.strip():
                yield report_of(number, line)


def report_of(number: int, line: bytes) -> Report | Damage:
    try:
        report: Report = ReportSchema().load(orjson.loads(line))
    except orjson.JSONDecodeError:
        return Damage(number, "it is no JSON")
    except ValidationError as error:
        names = ", ".join(map(str, error.messages_dict))
        return Damage(number, f"it lacks what a report has, or has it in another form: {names}")
    return report
