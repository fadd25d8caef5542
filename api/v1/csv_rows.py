"""Statements as rows of CSV (RFC 4180) that are safe to open in a spreadsheet."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from api.presentation.english import KINDS, country
from schemas.fields import organisation_id
from schemas.statement import FoundStatement

# Excel takes a file without it for one in the code page of its own country, and mangles every accent.
BYTE_ORDER_MARK = "\ufeff"

# A cell that begins so is run as a formula: https://owasp.org/www-community/attacks/CSV_Injection
FORMULAS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")

COLUMNS: Mapping[str, Callable[[FoundStatement], Any]] = {
    "id": lambda found: found.statement.id,
    "text": lambda found: found.statement.text,
    "sentence": lambda found: found.statement.sentence and found.statement.sentence.text,
    "kind": lambda found: found.statement.kind,
    "wording": lambda found: KINDS[found.statement.kind],
    "speaker": lambda found: found.statement.speaker and found.statement.speaker.name,
    "speaker_id": lambda found: found.statement.speaker and found.statement.speaker.id,
    "role": lambda found: found.statement.speaker and found.statement.speaker.role,
    "organisation": lambda found: found.statement.speaker and found.statement.speaker.organisation,
    "organisation_id": lambda found: first(organisation_id(found)),
    "speaker_countries": lambda found: found.statement.speaker and join(found.statement.speaker.countries),
    "speaker_country_names": lambda found: found.statement.speaker and named(found.statement.speaker.countries),
    "basis": lambda found: found.statement.speaker and found.statement.speaker.basis,
    "target": lambda found: found.statement.target and found.statement.target.name,
    "target_id": lambda found: found.statement.target and found.statement.target.id,
    "target_countries": lambda found: found.statement.target and join(found.statement.target.countries),
    "target_country_names": lambda found: found.statement.target and named(found.statement.target.countries),
    "act": lambda found: found.statement.cue and found.statement.cue.act,
    "cue": lambda found: found.statement.cue and found.statement.cue.text,
    "countries": lambda found: join(found.statement.countries),
    "country_names": lambda found: named(found.statement.countries),
    "territories": lambda found: join(found.statement.territories),
    "said_on": lambda found: found.statement.said_on,
    "published_on": lambda found: found.article.published_on,
    "source": lambda found: found.article.source and found.article.source.name,
    "title": lambda found: found.article.title,
    "url": lambda found: found.article.url,
    "article_id": lambda found: found.article.id,
    "fingerprint": lambda found: found.statement.fingerprint,
    "carried_statements": lambda found: found.carried and found.carried.statements,
    "carried_outlets": lambda found: found.carried and found.carried.outlets,
}
ADDRESS = "address"  # the last column: where the statement stands on this server


class Line:
    """What csv writes to: it hands back what it was given."""

    def write(self, text: str) -> str:
        return text


WRITER = csv.writer(Line())


def header() -> str:
    return BYTE_ORDER_MARK + line([*COLUMNS, ADDRESS])


def row(found: FoundStatement, address: str) -> str:
    return line([*(column(found) for column in COLUMNS.values()), address])


def note(text: str) -> str:
    """A line of as many cells as all others, with something to say in the first."""
    return line([text, *[""] * len(COLUMNS)])


def line(cells: Iterable[Any]) -> str:
    written: str = WRITER.writerow(
        [harmless("" if cell is None else str(cell)) for cell in cells]
    )  # as Line.write returns
    return written


def harmless(cell: str) -> str:
    """An apostrophe makes a spreadsheet show the cell as it is."""
    return f"'{cell}" if cell.startswith(FORMULAS) else cell


def named(codes: Iterable[str]) -> str:
    """Countries by their names."""
    return join(map(country, codes))


def first(values: Sequence[str]) -> str | None:
    return values[0] if values else None


def join(values: Iterable[str]) -> str:
    return "; ".join(values)
