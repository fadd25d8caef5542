"""A client of Demarche's API in the standard library alone: copy it and models.py beside your program."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from http.client import HTTPException, HTTPResponse
from typing import Any, TypeAlias, cast
from urllib.error import HTTPError
from urllib.parse import quote, urlencode
from urllib.request import Request, urlopen

from models import (
    Copies,
    Counts,
    FoundArticle,
    FoundStatement,
    OneStatement,
    Problem,
    Statements,
    StoredArticle,
    Timeline,
)

Value: TypeAlias = str | int | bool | Sequence[str]


class Refused(Exception):
    """The server's problem: `problem` has its code, the parameter, the position in it and a hint.

    `retry_after` are the seconds after which the same may be asked again, None where that would not help.
    """

    def __init__(self, problem: Problem, retry_after: int | None = None) -> None:
        super().__init__(": ".join(filter(None, (problem["code"], problem["detail"], problem["hint"]))))
        self.problem = problem
        self.code, self.parameter, self.position = problem["code"], problem["parameter"], problem["position"]
        self.retry_after = retry_after


class Incomplete(Exception):
    """An export ended before all of it came."""


class Demarche:
    """Filters are the API's parameters; a list gives several values, and `from` is written `from_`."""

    def __init__(self, address: str = "http://127.0.0.1:8000", timeout: float = 60, key: str | None = None) -> None:
        self.address, self.timeout, self.key = address.rstrip("/"), timeout, key

    def statements(self, **filters: Value) -> Iterator[FoundStatement]:
        """All of a search, page after page."""
        return self.walk("statements", filters)

    def page(self, **filters: Value) -> Statements:
        return cast("Statements", self.get("statements", **filters))

    def export(self, **filters: Value) -> Iterator[FoundStatement]:
        """All of a search in one answer, each statement as it comes; Incomplete where that was not all."""
        with self.open("statements.ndjson", **filters) as lines:
            try:
                for line in lines:
                    found = json.loads(line)
                    if "end" not in found:
                        yield cast("FoundStatement", found)
                    elif found["end"]["complete"]:
                        return
                    else:
                        raise Incomplete(f"{found['end']['statements']} of {found['end']['total']} statements")
            except (OSError, HTTPException, ValueError) as error:  # ValueError: half a line
                raise Incomplete("the connection broke") from error
        raise Incomplete("the connection broke")

    def statement(self, statement_id: str) -> OneStatement:
        return cast("OneStatement", self.get(f"statements/{quote(statement_id)}"))

    def similar(self, statement_id: str, limit: int = 10) -> list[FoundStatement]:
        found = self.get(f"statements/{quote(statement_id)}/similar", limit=limit)
        return cast("list[FoundStatement]", found["data"])

    def articles(self, **filters: Value) -> Iterator[FoundArticle]:
        return self.walk("articles", filters)

    def article(self, article_id: str) -> StoredArticle:
        return cast("StoredArticle", self.get(f"articles/{quote(article_id)}")["data"])

    def copies(self, article_id: str, limit: int = 20) -> Copies:
        return cast("Copies", self.get(f"articles/{quote(article_id)}/copies", limit=limit))

    def counts(self, of: str, **filters: Value) -> Counts:
        """`of` is countries, speakers, organisations or sources."""
        return cast("Counts", self.get(of, **filters))

    def timeline(self, **filters: Value) -> Timeline:
        return cast("Timeline", self.get("timeline", **filters))

    def walk(self, path: str, filters: dict[str, Value]) -> Iterator[Any]:
        while True:
            page = self.get(path, **filters)
            yield from page["data"]
            if page["next"] is None:
                return
            filters["cursor"] = page["next"]

    def get(self, path: str, **filters: Value) -> Any:
        with self.open(path, **filters) as answer:
            return json.load(answer)

    def open(self, path: str, **filters: Value) -> HTTPResponse:
        query = urlencode({name.rstrip("_"): written(value) for name, value in filters.items()}, doseq=True)
        request = Request(f"{self.address}/v1/{path}" + (f"?{query}" if query else ""))  # noqa: S310 - as set
        if self.key:
            request.add_unredirected_header("Authorization", f"Bearer {self.key}")  # for this server alone
        try:
            return cast("HTTPResponse", urlopen(request, timeout=self.timeout))  # noqa: S310
        except HTTPError as error:
            if error.headers.get_content_type() != "application/problem+json":
                raise  # not the API's answer, but one of a proxy before it
            with error:
                wait = error.headers.get("Retry-After")
                raise Refused(json.load(error), int(wait) if wait else None) from None


def written(value: Value) -> str | int | list[str]:
    """Values of a list stand in quotation marks: a comma in one of them would make two of it."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str | int):
        return value
    return ['"' + each.replace('"', '""') + '"' for each in value]
