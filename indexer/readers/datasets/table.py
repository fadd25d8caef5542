"""CSV and TSV: a header row that names the columns, then one article a row, which may go over several lines.

    title,source,url,published_on,text
    "Ferry, delayed",Black Sea Herald,https://…,2023-07-17,"The first paragraph.

    The second."

Columns are found by the names that articles have, in any case and order, or by those that the user gives; others are
left alone. A row is known by the line on which it begins. One that can't be read is refused, and the next goes on.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from indexer.inputs.input import MAX_INPUT, Input, Origin
from indexer.inputs.result import Loaded, Reading, Refusal, Refused
from indexer.readers.articles.builder import article_of
from indexer.readers.datasets.columns import FIELDS, MEANT, names, tell_missing
from indexer.readers.registry import Reader
from indexer.readers.text.encoding import first_characters
from indexer.readers.text.lines import decode_line, lines_of

DELIMITERS = ",;\t|"
NAME = re.compile(r"[^\n\r.!?]{1,40}")
USUAL = frozenset((*FIELDS, *MEANT))


def read(source: Input) -> Iterator[Reading]:
    columns: Mapping[str, int] | None = None
    header: list[str] = []
    others: tuple[str, ...] = ()
    for found in rows(source):
        if isinstance(found, Refused):
            yield found
            continue
        origin, row, size = found
        try:
            if columns is None:
                columns, header = columns_of(row, source.columns), row
                others = tuple(name for at, name in enumerate(row) if at not in columns.values() and name.strip())
            elif len(row) != len(header):
                yield Refused(origin, f"has {len(row)} columns, but the header has {len(header)}", size)
            else:
                one = load({field: row[at] for field, at in columns.items()}, origin, size)
                yield replace(one, unused=others)
        except Refusal as refusal:
            yield Refused(origin, str(refusal), size)
            if columns is None:
                return


def columns_of(header: list[str], told: Mapping[str, str]) -> Mapping[str, int]:
    """Where each field stands; Refusal if one that the user named, or the text, is not there."""
    there = [name.strip() for name in header]
    alike = [plain(name) for name in there]
    columns = {}
    for field, name in names(told).items():
        if plain(name) in alike:
            columns[field] = alike.index(plain(name))
        elif field in told:
            raise Refusal(tell_missing(name, field, there))
    if "text" not in columns:
        raise Refusal(f"{tell_missing('text', 'text', there)}. If one has another name, say --column text=NAME")
    return columns


def plain(name: str) -> str:
    return "_".join(name.casefold().split())


def load(document: dict[str, str], origin: Origin, size: int) -> Loaded:
    return Loaded(article_of(document), origin, size, document.get("id") or None)


def rows(source: Input) -> Iterator[tuple[Origin, list[str], int] | Refused]:
    """Each with where it begins, and its characters. After one that can't be read, the next line begins a new one."""
    lines = lines_of(source)
    delimiter = "\t" if source.suffix == ".tsv" else ""
    for first in lines:
        if isinstance(first, Refused):
            yield first
            continue
        origin, line = first
        if not line.strip():
            continue
        delimiter = delimiter or delimiter_of(line)
        record = Record(line, lines)
        try:
            row = next(csv.reader(record, delimiter=delimiter, strict=True))
            raw = "".join(record.read)
            if (text := decode_line(raw)) is not raw:
                row = next(csv.reader(io.StringIO(text, newline="\n"), delimiter=delimiter, strict=True), [])
        except csv.Error as error:
            ended = "unexpected end" in str(error)
            reason = "a quotation mark that opens here is never closed" if ended else str(error)
            yield Refused(origin, f"is no row: {reason}", record.size)
        except Refusal as refusal:
            yield Refused(origin, str(refusal), record.size)
        else:
            yield origin, row, record.size


class Record:
    """The lines of one row, as the csv module asks for them: as long as a quotation mark is open."""

    def __init__(self, first: str, lines: Iterator[tuple[Origin, str] | Refused]):
        self.first: str | None = first
        self.lines = lines
        self.read: list[str] = []
        self.size = 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line, self.first = self.first, None
        if line is None:
            found = next(self.lines)
            if isinstance(found, Refused):
                raise Refusal(f"goes on over line {found.origin.line}, which {found.reason}")
            line = found[1]
        self.read.append(line)
        self.size += len(line)
        if self.size > MAX_INPUT:
            raise Refusal(
                f"is longer than {MAX_INPUT:,} characters: a quotation mark is not closed, or it is no article"
            )
        return line


def delimiter_of(header: str) -> str:
    return max(DELIMITERS, key=header.count)


def recognises(head: bytes) -> bool:
    """A first line of names, two of which articles have."""
    first = first_characters(head).partition("\n")[0].strip()
    fields = [field.strip().strip('"') for field in first.split(delimiter_of(first))]
    return all(map(NAME.fullmatch, fields)) and len(USUAL.intersection(map(plain, fields))) > 1


csv.field_size_limit(MAX_INPUT)  # its own, 131,072 characters, is less than a long article; Record bounds it all
READER = Reader("table", (".csv", ".tsv"), recognises, read)
