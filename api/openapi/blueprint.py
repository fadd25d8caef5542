"""Routes that are described as they are declared."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast

from flask_smorest import Blueprint as SmorestBlueprint
from marshmallow import Schema

from api.queries.parameters import ParameterParser

View = TypeVar("View", bound=Callable[..., Any])


def reads_parameters(view: View) -> bool:
    arguments = getattr(view, "_apidoc", {}).get("arguments", {})  # where flask-smorest's decorators write it down
    return any(parameter["in"] == "query" for parameter in arguments.get("parameters", ()))


def taking_none(view: View) -> View:
    @wraps(view)
    def bare(*args: Any, **kwargs: Any) -> Any:
        Blueprint.ARGUMENTS_PARSER.parse(Schema(), location="query")
        return view(*args, **kwargs)

    return cast("View", bare)


class Blueprint(SmorestBlueprint):  # type: ignore[misc]  # flask-smorest has no types
    """flask-smorest's, reading parameters with our parser, and typed."""

    ARGUMENTS_PARSER = ParameterParser()

    def route(self, rule: str, **options: Any) -> Callable[[View], View]:
        """What reads no parameters is sent none."""
        register = cast("Callable[[View], View]", super().route(rule, **options))
        return lambda view: register(view if reads_parameters(view) else taking_none(view))

    def query(self, schema: type[Schema]) -> Callable[[View], View]:
        """Give the view what the schema makes of the query string, as its first argument."""
        return cast("Callable[[View], View]", super().arguments(schema(), location="query"))

    def response(
        self, status_code: int, schema: type[Schema] | dict[str, Any] | None = None, **options: Any
    ) -> Callable[[View], View]:
        return cast("Callable[[View], View]", super().response(status_code, schema, **options))

    def alternative(self, status_code: int, schema: type[Schema], **options: Any) -> Callable[[View], View]:
        """Describe another status that the view may answer with."""
        return cast("Callable[[View], View]", super().alt_response(status_code, schema=schema, **options))

    def described(self, **description: Any) -> Callable[[View], View]:
        """Add to the operation's description."""
        return cast("Callable[[View], View]", self.doc(**description))
