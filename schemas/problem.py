"""What went wrong, told to whoever asked: RFC 9457, with members of our own."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """One mistake. `code` names it for programs, `detail` for people, `hint` says what to write instead.

    `parameter` is where it was made, `position` the code point in the parameter's value, where there is one.
    """

    code: str
    detail: str
    parameter: str | None = None
    position: int | None = None
    hint: str | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """An answer that is none. `faults` holds at least one; the first is the one that the top of the answer tells."""

    status: int
    faults: tuple[Fault, ...]
    request_id: str
