"""Routes that are described as they are declared: what a view takes and gives is said once, and done by that."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import wraps
from http import HTTPStatus
from typing import Any, TypeVar

import flask
from marshmallow import Schema

from api.access.authentication import needs_key
from api.queries.parameters import ParameterParser

View = TypeVar("View", bound=Callable[..., Any])

JSON = "application/json"
NO_PARAMETERS = Schema()

ID = {"type": "string", "minLength": 1}
TEXT = {"type": "string"}
VARIABLE = re.compile(r"[<{](\w+)[>}]")

parser = ParameterParser()


@dataclass(frozen=True, slots=True)
class Operation:
    """One method of one address.

    The view's first argument is what `query` makes of the query string; without it there are no parameters. The view
    gives what `answer` writes, or a tuple of that and headers, or of that, a status and headers. `answer` is a media
    type where the view writes the response itself, None where there is nothing to write. `statuses` are those of
    answers that are no errors, the usual one first. `headers` and `body` are as OpenAPI describes them, with
    schemas as they are.
    """

    path: str
    view: Callable[..., Any]
    method: str = "GET"
    query: type[Schema] | None = None
    answer: type[Schema] | str | None = None
    statuses: Sequence[int] = (200,)
    headers: Mapping[str, Any] = field(default_factory=dict)
    body: Any = None

    def serve(self) -> Callable[..., flask.Response]:
        """The view as Flask calls it."""
        query = self.query() if self.query else None
        answer = self.answer() if isinstance(self.answer, type) else None

        @wraps(self.view)
        def respond(**ids: str) -> flask.Response:
            asked = parser.parse(query or NO_PARAMETERS, location="query")
            given = self.view(asked, **ids) if query else self.view(**ids)
            if isinstance(given, flask.Response):
                return given
            content, *rest = given if isinstance(given, tuple) else (given,)
            response = flask.jsonify(answer.dump(content) if answer else content)
            response.status_code = self.statuses[0]
            return flask.make_response(response, *rest)

        return respond

    def describe(self, tag: str) -> dict[str, Any]:
        """As apispec takes it. The view's docstring is the summary and, below an empty line, the description."""
        summary, _, description = (inspect.getdoc(self.view) or "").partition("\n\n")
        ids = [{"in": "path", "name": name, "required": True, "schema": ID} for name in VARIABLE.findall(self.path)]
        return {
            "parameters": [*ids, *([{"in": "query", "schema": self.query}] if self.query else [])],
            "responses": {status: self.response(status) for status in self.statuses},
            "summary": summary,
            **({"description": description} if description else {}),
            "tags": [tag],
            **({"requestBody": {"required": True, "content": {JSON: {"schema": self.body}}}} if self.body else {}),
            **({"security": [{"key": []}]} if needs_key(self.view) else {}),
            "operationId": self.view.__name__,
        }

    def response(self, status: int) -> dict[str, Any]:
        kind, schema = (self.answer, TEXT) if isinstance(self.answer, str) else (JSON, self.answer)
        return {
            "description": HTTPStatus(status).phrase,
            **({"content": {kind: {"schema": schema}}} if schema else {}),
            **({"headers": dict(self.headers)} if self.headers else {}),
        }


class Blueprint(flask.Blueprint):
    """`operations` are those declared in it."""

    def __init__(self, name: str, import_name: str, *, url_prefix: str, description: str) -> None:
        super().__init__(name, import_name, url_prefix=url_prefix)
        self.prefix, self.description = url_prefix, description
        self.operations: list[Operation] = []

    def operation(self, rule: str, **told: Any) -> Callable[[View], View]:
        """Declare what the view takes and gives, as `Operation` has it. The endpoint is named after the view."""

        def register(view: View) -> View:
            path = VARIABLE.sub(r"{\1}", self.prefix + rule)
            operation = Operation(path, view, **told)
            self.operations.append(operation)
            self.add_url_rule(rule, view.__name__, operation.serve(), methods=[operation.method])
            return view

        return register
