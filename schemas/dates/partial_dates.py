"""Dates as news gives them: a day, a month, or only a year.

A partial date is an interval of days. Nothing here ever makes up a day: "2023-07" stays a month, and a search for
2023-07-15 finds it because the interval holds that day.
"""

from __future__ import annotations

import calendar
import re
from datetime import date
from typing import Final

ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


class PartialDate:
    """A day ("2023-07-15"), a month ("2023-07") or a year ("2023") of the Gregorian calendar.

    No dataclass: what reads and writes JSON would take it for an object with three members instead of a text.
    """

    __slots__ = ("day", "month", "year")

    def __init__(self, year: int, month: int | None = None, day: int | None = None):
        self.year: Final = year
        self.month: Final = month
        self.day: Final = day

    def __eq__(self, other: object) -> bool:
        return isinstance(other, PartialDate) and self.parts == other.parts

    def __hash__(self) -> int:
        return hash(self.parts)

    def __repr__(self) -> str:
        return f"PartialDate(year={self.year}, month={self.month}, day={self.day})"

    @property
    def parts(self) -> tuple[int, int | None, int | None]:
        return self.year, self.month, self.day

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read ISO 8601 "YYYY", "YYYY-MM" or "YYYY-MM-DD"; ValueError says what else was found."""
        match = ISO.fullmatch(text.strip())
        if match is None:
            raise ValueError(f"{text!r} is not a date: write 2023-07-15, 2023-07 or 2023")
        year, month, day = (int(part) if part else None for part in match.groups())
        assert year is not None
        try:
            date(year, 1 if month is None else month, 1 if day is None else day)
        except ValueError as error:
            raise ValueError(f"{text!r} is not a date: {error}") from None
        return cls(year, month, day)

    @classmethod
    def of(cls, day: date) -> PartialDate:
        return cls(day.year, day.month, day.day)

    @property
    def first_day(self) -> date:
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> date:
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def __str__(self) -> str:
        parts = [f"{self.year:04}"] + [f"{part:02}" for part in (self.month, self.day) if part]
        return "-".join(parts)
