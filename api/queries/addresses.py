"""From a query to its address: the shortest that means the same, so that equal searches have equal addresses."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import starmap
from typing import Any, TypeVar
from urllib.parse import quote, urljoin

import flask

from schemas.fields import FILTERS
from schemas.query import ArticleQuery, StatementQuery
from schemas.wire.parameters import join
from schemas.wire.query import ArticleQuerySchema, StatementQuerySchema

Query = TypeVar("Query", StatementQuery, ArticleQuery)

AddressBy = Callable[[str], Callable[[Collection[str]], str]]  # of a filter, then of its values

NOTHING = StatementQuery()
PARAMETERS = {
    kind: [(name, field.data_key or name, field.load_default) for name, field in schema.fields.items()]
    for kind, schema in ((StatementQuery, StatementQuerySchema()), (ArticleQuery, ArticleQuerySchema()))
}  # for each attribute, or filter, the parameter and its default


def parameters(query: StatementQuery | ArticleQuery, **more: Collection[str]) -> dict[str, str]:
    """What a query string holds to mean this query: only what differs from the defaults. `more` are further lists."""
    written = {
        name: as_text(value)
        for attribute, name, default in PARAMETERS[type(query)]
        if (value := value_of(query, attribute)) != default
    }
    return written | lists(more)


def lists(more: Mapping[str, Collection[str]]) -> dict[str, str]:
    return {name: join(values) for name, values in more.items() if values}


def value_of(query: StatementQuery | ArticleQuery, attribute: str) -> Any:
    return query.filters[attribute] if attribute in FILTERS else getattr(query, attribute)


def as_text(value: Any) -> str:
    match value:
        case bool():
            return str(value).lower()
        case tuple() | list():
            return join(value)
    return str(value)


def address(endpoint: str, query: StatementQuery | ArticleQuery, **more: Collection[str]) -> str:
    """Path and query string, right below whatever prefix the application is mounted under."""
    return addresses(endpoint, **more)(query)


@dataclass(frozen=True, slots=True)
class Addresses:
    """`address` for many queries in one request, which have the path in common, and `more` parameters."""

    path: str
    more: dict[str, str]

    def __call__(self, query: StatementQuery | ArticleQuery) -> str:
        return self.of(starmap(pair, self.written(query).items()))

    def written(self, query: StatementQuery | ArticleQuery) -> Mapping[str, str]:
        return parameters(query) | self.more

    def of(self, pairs: Iterable[str]) -> str:
        written = "&".join(pairs)
        return f"{self.path}?{written}" if written else self.path

    def varying(self, query: StatementQuery) -> AddressBy:
        """By filter, of the first page of queries that differ in its values: all else is written once."""
        names = [name for _, name, _ in PARAMETERS[StatementQuery]]
        pairs = {name: pair(name, value) for name, value in self.written(replace(query, cursor=None)).items()}

        def by(varied: str) -> Callable[[Collection[str]], str]:
            earlier = names[: names.index(varied)]
            before = "".join(f"{text}&" for name, text in pairs.items() if name in earlier)
            after = "".join(f"&{text}" for name, text in pairs.items() if name not in (varied, *earlier))
            without = self.of(text for name, text in pairs.items() if name != varied)

            def of(values: Collection[str]) -> str:
                return f"{self.path}?{before}{list_pair(varied, tuple(values))}{after}" if values else without

            return of

        return by


def pair(name: str, value: str) -> str:
    return f"{name}={quote(value, safe=',:')}"


@lru_cache(maxsize=1 << 10)  # an answer has the address of each value that it counts, mostly the same ones
def list_pair(name: str, values: tuple[str, ...]) -> str:
    return pair(name, join(values))


def addresses(endpoint: str, **more: Collection[str]) -> Addresses:
    return Addresses(flask.url_for(endpoint), lists(more))


def links(query: Query, cursor: str | None, here: Callable[[Query], str]) -> dict[str, str]:
    """The Link header (RFC 8288) of a page: the first page and the next one, where they are not this one.

    The addresses have no host, so that they are right whatever a proxy calls this one.
    """
    led = []
    if query.cursor:
        led.append(f'<{here(replace(query, cursor=None))}>; rel="first"')
    if cursor:
        led.append(f'<{here(replace(query, cursor=cursor))}>; rel="next"')
    return {"Link": ", ".join(led)} if led else {}


def absolute(path: str) -> str:
    """For what leaves the site: with the host that this request was sent to, as a trusted proxy tells it."""
    return urljoin(flask.request.host_url, path)


def statement_address() -> Callable[[str], str]:
    """From a statement's id to the absolute address of its page; for many of them in one request."""
    beginning = absolute(flask.url_for("pages.statement", statement_id="-")).removesuffix("-")
    return lambda statement_id: beginning + quote(statement_id)
