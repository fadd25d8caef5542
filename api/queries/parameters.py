"""One way from a query string to a query, for the API and the page: nothing is guessed and nothing passed over."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import Any, NoReturn

import flask
from marshmallow import RAISE, Schema, ValidationError
from webargs.flaskparser import FlaskParser

from api.errors.failures import BadParameters
from schemas.problem import Fault
from schemas.spelling import nearest
from schemas.wire.parameters import ManyField
from search.language import QueryText


class ParameterParser(FlaskParser):
    """webargs' parser, without what it forgives: unknown names, and all but the first of repeated values.

    A parameter without a value counts as not given, since that is how a form sends what was left empty.
    """

    DEFAULT_UNKNOWN_BY_LOCATION = FlaskParser.DEFAULT_UNKNOWN_BY_LOCATION | {"query": RAISE}
    DEFAULT_VALIDATION_STATUS = 400

    def __init__(self, ignored: Collection[str] = ()) -> None:
        """Parameters named in `ignored` may be there and mean nothing."""
        super().__init__()
        self.ignored = frozenset(ignored)

    def load_querystring(self, req: flask.Request, schema: Schema) -> dict[str, Any]:
        """Every value of a list; of anything else the value, or the list of them, which no such field accepts."""
        _, lists = names_of(schema)
        given = {name: values for name in req.args if name not in self.ignored and (values := values_of(req, name))}
        loaded = {name: values if name in lists or len(values) > 1 else values[0] for name, values in given.items()}
        if isinstance(q := loaded.get("q"), str):
            loaded["q"] = QueryText(q)
        return loaded

    def handle_error(self, error: ValidationError, req: flask.Request, schema: Schema, **kwargs: Any) -> NoReturn:
        (messages,) = error.messages_dict.values()  # webargs puts them under the name of the location
        raise BadParameters((*faults_of_words(error.data), *faults(messages, schema, req))) from error


def names_of(schema: Schema) -> tuple[set[str], set[str]]:
    """Of all parameters, and of those that take several values."""
    fields = {field.data_key or name: field for name, field in schema.fields.items()}
    return set(fields), {name for name, field in fields.items() if isinstance(field, ManyField)}


def values_of(request: flask.Request, name: str) -> list[str]:
    return [value for value in request.args.getlist(name) if value.strip()]


def faults_of_words(loaded: Any) -> Iterator[Fault]:
    """Those of `q`, which schemas do not look into, so that they are told together with all others."""
    words = loaded.get("q")
    if isinstance(words, QueryText) and isinstance(words.parsed, Fault):
        yield words.parsed


def faults(messages: dict[str, Any], schema: Schema, request: flask.Request) -> Iterator[Fault]:
    known, lists = names_of(schema)
    for name, found in messages.items():
        if name not in known:
            meant = nearest(name, sorted(known))
            others = f"there are {', '.join(sorted(known))}" if known else "there are none"
            hint = f"did you mean {meant}?" if meant else others
            yield Fault("unknown-parameter", f"there is no parameter {name!r} here", name, hint=hint)
        elif name not in lists and len(values_of(request, name)) > 1:
            yield Fault("repeated-parameter", f"{name} takes one value and was given several", name)
        else:
            yield from (replace(fault, parameter=name) for fault in found if isinstance(fault, Fault))
