"""`q` as it was written, with what it means: read once, and carried along by every query that is made from it."""

from __future__ import annotations

from dataclasses import astuple
from typing import Self

from schemas.problem import Fault
from search.errors import QueryError
from search.language.parser import parse
from search.language.tree import Node


class QueryText(str):
    """A `q` that has been parsed. It is equal to the plain text, and stays what it is when a query is copied."""

    __slots__ = ("parsed",)
    parsed: Node | Fault | None  # no error: its traceback would keep alive all that the request held

    def __new__(cls, q: str) -> Self:
        text = super().__new__(cls, q)
        try:
            text.parsed = parse(q)
        except QueryError as error:
            text.parsed = error.fault
        return text

    @classmethod
    def of(cls, q: str) -> Self:
        return q if isinstance(q, cls) else cls(q)

    def meaning(self, tree: Node) -> Self:
        """The same text, with another meaning."""
        text = super().__new__(type(self), self)
        text.parsed = tree
        return text

    @property
    def tree(self) -> Node | None:
        """None where it is blank, which asks for everything. QueryError for what can't be understood."""
        if isinstance(self.parsed, Fault):
            raise QueryError(*astuple(self.parsed))
        return self.parsed
