"""An operator's table of people and offices, from a CSV file in UTF-8."""

from __future__ import annotations

import csv
import hashlib
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from io import StringIO
from pathlib import Path

from schemas.dates.partial_dates import PartialDate
from schemas.geography.countries import country_names
from schemas.identity.name_words import words_of_name
from schemas.identity.parts import LONGEST
from schemas.identity.people import Holder, People

COLUMNS = ("id", "names", "office", "organisation", "country", "from", "to")
NEEDED = ("id", "names")
ID = re.compile(rf"[A-Za-z0-9][A-Za-z0-9:-]{{0,{LONGEST - 1}}}")
DIGITS = 6


class PeopleFault(ValueError):
    """What is wrong with the table, with its line and column."""


def read_people(path: Path) -> People:
    """PeopleFault for a table that can't be used; OSError where the file can't be read."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise PeopleFault(f"{path}: it is not UTF-8 at byte {error.start}") from None
    lines = csv.reader(StringIO(text, newline=""), strict=True)
    try:
        header = next(lines, [])
        _check_header(path, header)
        return People(tuple(_holders(path, header, lines, lambda: lines.line_num)))
    except csv.Error as error:
        raise PeopleFault(f"{path}, line {lines.line_num}: {error}") from None


def digest_of(path: str | None) -> str:
    """Changes with the table; "" where there is none."""
    try:
        return hashlib.sha256(Path(path).read_bytes()).hexdigest()[:DIGITS] if path else ""
    except OSError:
        return ""


def _check_header(path: Path, header: list[str]) -> None:
    for name in header:
        if name not in COLUMNS:
            raise PeopleFault(f"{path}, line 1, column {name}: there is no such column, write {', '.join(COLUMNS)}")
        if header.count(name) > 1:
            raise PeopleFault(f"{path}, line 1, column {name}: it is there twice")
    for name in NEEDED:
        if name not in header:
            raise PeopleFault(f"{path}, line 1: the column {name} is missing")


def _holders(
    path: Path, header: list[str], lines: Iterator[list[str]], line_number: Callable[[], int]
) -> Iterator[Holder]:
    for cells in lines:
        number = line_number()
        if len(cells) != len(header) and cells:
            raise PeopleFault(f"{path}, line {number}: it has {len(cells)} cells, and the header has {len(header)}")
        if cells:
            row = dict.fromkeys(COLUMNS, "") | {name: cell.strip() for name, cell in zip(header, cells, strict=True)}
            yield _holder(row, f"{path}, line {number}", number)


def _holder(row: Mapping[str, str], place: str, line: int) -> Holder:
    names = tuple(name.strip() for name in row["names"].split(";") if name.strip())
    if not ID.fullmatch(row["id"]):
        raise PeopleFault(f"{place}, column id: {row['id']!r} is no id, write up to {LONGEST} letters, digits, - and :")
    if not names or not all(map(words_of_name, names)):
        raise PeopleFault(f"{place}, column names: write at least one name, several with ; between")
    if row["country"] and row["country"] not in country_names():
        raise PeopleFault(f"{place}, column country: {row['country']!r} is no code of ISO 3166-1, such as AZ")
    begin, end = _day(row, "from", place), _day(row, "to", place)
    first_day, last_day = begin.first_day if begin else date.min, end.last_day if end else date.max
    if last_day < first_day:
        raise PeopleFault(f"{place}, column to: it lies before from")
    return Holder(row["id"], names, row["office"], row["organisation"], row["country"], first_day, last_day, line)


def _day(row: Mapping[str, str], column: str, place: str) -> PartialDate | None:
    try:
        return PartialDate.parse(row[column]) if row[column] else None
    except ValueError as error:
        raise PeopleFault(f"{place}, column {column}: {error}") from None
