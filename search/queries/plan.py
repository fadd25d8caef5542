"""What a StatementQuery asks for, worked out once for both engines and refused here where it can't be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from schemas.dates.partial_dates import PartialDate
from schemas.fields import FIELDS, FILTERS, Field
from schemas.query import ArticleQuery, Dates, Sort, StatementQuery
from schemas.value_faults import empty_interval
from search.errors import QueryError
from search.language import (
    NAMED,
    All,
    Dated,
    Either,
    Filter,
    Fuzzy,
    Named,
    Node,
    Not,
    Prefix,
    QueryText,
    Term,
    any_of,
    named,
    positive,
)

# The score of a word or phrase that stands in the article's title alone: it finds what the article is about, below
# whatever says it in its own words.
TITLE_SCORE = 0.01

# By which the score of a fragment is multiplied: of two alike, what can be read alone stands first.
FRAGMENT_SCORE = 0.5

OF_ARTICLES = tuple(field.name for field in FIELDS if field.in_articles)


@dataclass(frozen=True, slots=True)
class Plan:
    """All of it must hold.

    `tree` is what `q` means, `filters` what the other parameters do: the same nodes as field:value within `q`.
    `dates` is the date to sort and count by. `order` is never relevance where nothing can be ranked: all would be
    equal, and equal ones stand newest first.
    """

    tree: Node | None
    filters: tuple[Filter, ...]
    dates: str
    order: Sort

    @classmethod
    def of(cls, query: StatementQuery) -> Plan:
        """QueryError for what can't be understood."""
        tree = QueryText.of(query.q).tree
        return cls(
            tree=tree,
            filters=tuple(filters(query)),
            dates=query.dates.value,
            order=query.order if query.order is not Sort.RELEVANCE or ranks(tree) else Sort.NEWEST,
        )

    @classmethod
    def of_articles(cls, query: ArticleQuery) -> Plan:
        """The same for articles; QueryError also for filters that only statements have, within `q` or beside it."""
        plan = cls.of(
            StatementQuery(
                q=query.q,
                filters=query.filters,
                date_from=query.date_from,
                date_to=query.date_to,
                sort=query.sort,
            )
        )
        for node in (plan.tree, *plan.filters):
            refuse_filters_of_statements(node)
        return plan


def refuse_filters_of_statements(node: Node | None) -> None:
    match node:
        case Term(field) | Named(field) | Dated(field) if field not in OF_ARTICLES:
            hint = f"articles have {', '.join(OF_ARTICLES)}"
            raise QueryError("unknown-field", f"articles can't be found by {field}:", "q", hint=hint)
        case Not(inner):
            refuse_filters_of_statements(inner)
        case All(nodes) | Either(nodes):
            for each in nodes:
                refuse_filters_of_statements(each)


def filters(query: StatementQuery) -> Iterator[Filter]:
    yield from (filter_by(name, values) for name, values in query.filters.items())
    yield from dated(query.dates, query.date_from, query.date_to)


def dated(dates: Dates, first: PartialDate | None, last: PartialDate | None) -> tuple[Dated, ...]:
    """One filter, or none where both ends are open."""
    if wrong := empty_interval(first, last):
        raise QueryError(wrong.code, wrong.detail, "from", hint=wrong.hint)
    return (Dated.between(dates.value, first, last),) if first or last else ()


def filter_by(name: str, values: tuple[str, ...]) -> Filter:
    """Any of these values of that filter."""
    field = FILTERS[name]
    if field.value in NAMED:
        return any_of(field, [name_of(field, value) for value in values])
    return Term(name, values)


def name_of(field: Field, text: str) -> Named:
    found = named(field, text)
    if found is None:
        raise QueryError("no-words", f"{text!r} is no name: it has no letter or digit", field.name)
    return found


def ranks(tree: Node | None) -> bool:
    """Prefixes, other spellings, fields and negations find, but nothing matches them better than another."""
    return any(not isinstance(leaf, Prefix | Fuzzy) for leaf in positive(tree))


def without(query: StatementQuery, facet: str) -> StatementQuery:
    """The query as it would be without that facet's own filter."""
    return replace(query, filters=query.filters.replace(**{facet: ()}))
