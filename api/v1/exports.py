"""All that a search finds, as CSV for spreadsheets or as a line of JSON each, streamed.

The status is sent with the first statement, so what goes wrong later, and whether all of it came, stands in the last
line.
"""

from __future__ import annotations

import re
import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime

import flask
import orjson
import structlog

from api.context import current_engine, current_settings
from api.errors.failures import failure_of
from api.middleware.time_limit import hung_up
from api.openapi.blueprint import Blueprint
from api.queries.addresses import parameters, statement_address
from api.v1 import csv_rows
from api.v1.slots import EXPORTS, Slot, release_at_end
from schemas.problem import Fault
from schemas.query import StatementQuery
from schemas.statement import FoundStatement
from schemas.wire.query import OrderedSchema
from schemas.wire.statement import FoundStatementSchema
from search import budget
from search.engine import Stream
from search.errors import SearchError

BATCH = 100  # statements sent at once: fewer cost time, more are memory
LONGEST_NAME = 80

blueprint = Blueprint("exports", __name__, url_prefix="/v1", description="All of a search at once")
log = structlog.get_logger("api")


@dataclass(frozen=True, slots=True)
class End:
    """`statements` were sent, of `total`; `fault` is what cut them off, where it was not the cap."""

    statements: int
    total: int
    fault: Fault | None = None

    @property
    def complete(self) -> bool:
        return self.fault is None and self.statements == self.total


class Format(ABC):
    """How an export is written, as pieces of text."""

    mimetype: str
    suffix: str
    highlighted: bool  # whether it shows what matched

    @abstractmethod
    def begin(self) -> str: ...

    @abstractmethod
    def row(self, found: FoundStatement) -> str: ...

    @abstractmethod
    def end(self, end: End) -> str: ...


class Lines(Format):
    mimetype = "application/x-ndjson"
    suffix = "ndjson"
    highlighted = True

    def __init__(self) -> None:
        self.schema = FoundStatementSchema()

    def begin(self) -> str:
        return ""

    def row(self, found: FoundStatement) -> str:
        return orjson.dumps(self.schema.dump(found), option=orjson.OPT_APPEND_NEWLINE).decode()

    def end(self, end: End) -> str:
        told = {"statements": end.statements, "total": end.total, "complete": end.complete}
        error = {"error": {"code": end.fault.code, "detail": end.fault.detail}} if end.fault else {}
        return orjson.dumps({"end": told | error}, option=orjson.OPT_APPEND_NEWLINE).decode()


class Spreadsheet(Format):
    mimetype = "text/csv"
    suffix = "csv"
    highlighted = False

    def __init__(self) -> None:
        self.address = statement_address()

    def begin(self) -> str:
        return csv_rows.header()

    def row(self, found: FoundStatement) -> str:
        return csv_rows.row(found, self.address(found.statement.id))

    def end(self, end: End) -> str:
        if end.complete:
            return ""
        why = end.fault.detail if end.fault else "narrow the search to have them all"
        return csv_rows.note(f"INCOMPLETE: {end.statements} of {end.total} statements; {why}")


@blueprint.operation("/statements.csv", query=OrderedSchema, answer="text/csv")
def as_csv(query: StatementQuery) -> flask.Response:
    """All statements of a search as CSV

    UTF-8 with a byte order mark. If it is not all of them, the last line says so.
    """
    return export(query, Spreadsheet())


@blueprint.operation("/statements.ndjson", query=OrderedSchema, answer="application/x-ndjson")
def as_lines(query: StatementQuery) -> flask.Response:
    """All statements of a search, each as a line of JSON

    The last line is `{"end": {"statements", "total", "complete"}}`.
    """
    return export(query, Lines())


def export(query: StatementQuery, form: Format) -> flask.Response:
    """What can't be searched is told by a status: the stream counts, and finds the first, before one is sent."""
    slot = Slot(EXPORTS)
    engine, settings = current_engine(), current_settings()
    stream = engine.stream(query, highlighted=form.highlighted)
    # What is sent is made when the request is over.
    own_log = log.bind(request_id=flask.g.request_id)
    found = in_time(stream, settings.answer_seconds, hung_up())
    pieces = batches(found, stream.total.value, settings.export_limit, form, own_log)
    response = flask.Response(release_at_end(slot, pieces), mimetype=form.mimetype)
    response.headers.set("Content-Disposition", "attachment", filename=f"{file_name(query)}.{form.suffix}")
    return response


def in_time(stream: Stream, seconds: float, gone: Callable[[], bool]) -> Iterator[FoundStatement]:
    """Each piece may take as long as an answer. Whoever stops before the end lets go of the stream."""
    with closing(stream):
        while True:
            end = time.monotonic() + seconds
            for _ in range(BATCH):
                with budget.within(end - time.monotonic(), gone):
                    found = next(stream, None)
                if found is None:
                    return
                yield found


def batches(
    found: Iterable[FoundStatement], total: int, limit: int, form: Format, log: structlog.typing.FilteringBoundLogger
) -> Iterator[str]:
    """The text of an export; the first piece holds one statement, so that it comes at once."""
    sent, pieces, fault, more = 0, [form.begin()], None, False
    try:
        for each in found:
            if sent == limit:
                more = True
                break
            pieces.append(form.row(each))
            sent += 1
            if sent % BATCH == 1:
                yield "".join(pieces)
                pieces.clear()
    except SearchError as error:
        log.exception("export cut off", reason=str(error), statements=sent)
        fault = failure_of(error).faults[0]
    end = End(sent, max(total, sent + more) if more or fault else sent, fault)
    yield "".join(pieces) + form.end(end)


def file_name(query: StatementQuery) -> str:
    """demarche-corridor-am-2026-03-01: what was asked for, and when."""
    asked = re.findall(r"[a-z0-9]+", " ".join(parameters(query).values()).lower())
    day = datetime.now(UTC).date().isoformat()
    return "-".join(["demarche", *asked])[:LONGEST_NAME].rstrip("-") + f"-{day}"
