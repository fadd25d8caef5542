"""Members of an article that a client sends: those that Demarche knows, and what was meant by others."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import islice
from typing import Any

from indexer.pipeline.remarks import make_printable
from indexer.readers.datasets.columns import FIELDS, MADE, nearest_field
from schemas.ingestion import Flaw
from schemas.spelling import nearest
from schemas.wire.article import SourceSchema
from schemas.wire.statement import ContextSchema, CueSchema, SpeakerSchema, StatementSchema

MOST = 10  # that are named
WITHIN = {"speaker": SpeakerSchema().fields, "cue": CueSchema().fields, "context": ContextSchema().fields}
STATEMENT, SOURCE = StatementSchema().fields, SourceSchema().fields


def unknown_members(document: dict[str, Any]) -> list[Flaw]:
    """The first of those that would be passed over, each with the name that was probably meant."""
    return list(islice(unknown(document), MOST))


def unknown(document: dict[str, Any]) -> Iterator[Flaw]:
    yield from strangers(document, (*FIELDS, *MADE), "an article")
    yield from strangers(document.get("source"), SOURCE, "a source", "source.")
    statements = document.get("statements")
    for number, statement in enumerate(statements if isinstance(statements, list) else ()):
        place = f"statements.{number}."
        yield from strangers(statement, STATEMENT, "a statement", place)
        for name, known in WITHIN.items():
            inner = statement.get(name) if isinstance(statement, dict) else None
            yield from strangers(inner, known, f"a {name}", f"{place}{name}.")


def strangers(told: Any, known: Collection[str], whose: str, place: str = "") -> Iterator[Flaw]:
    for name in told if isinstance(told, dict) else ():
        if name not in known:
            near = nearest(name, known) if place else nearest_field(name)
            hint = f"did you mean {near}?" if near else None
            yield Flaw(f"{place}{make_printable(name)}", f"{make_printable(name)!r} is no member of {whose}", hint)
