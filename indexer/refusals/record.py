"""A refusal as it is kept: where it came from, why and when it was refused, what the user called its columns."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import UTC, datetime
from pathlib import Path

from indexer.inputs.hosts import names_address
from indexer.inputs.input import STANDARD_INPUT_NAME, Origin
from indexer.inputs.result import Refused
from schemas.redaction import shown_text


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
        origin = refused.origin
        is_path = origin.name != STANDARD_INPUT_NAME and not names_address(origin.name)
        return cls(
            file=str(Path(origin.name).absolute()) if is_path else origin.name,
            reason=shown_text(refused.reason),
            at=datetime.now(UTC).isoformat(timespec="milliseconds"),
            member=None if origin.member is None else shown_text(origin.member),
            line=origin.line,
            columns=dict(columns),
            content=refused.content if origin.name == STANDARD_INPUT_NAME else None,
        )

    @property
    def origin(self) -> Origin:
        return Origin(self.file, self.line, self.member)

    def as_json(self) -> bytes:
        """A line. What of a file's name is no UTF-8 is escaped, as JSON lets it be, and comes back when it is read."""
        told = {each.name: getattr(self, each.name) for each in fields(self)}
        return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode(errors="backslashreplace") + b"\n"
