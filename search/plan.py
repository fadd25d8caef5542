"""What a StatementQuery asks for, worked out once for both engines and refused here where it can't be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from schemas.query import Facet, Sort, StatementQuery
from search.analysis import words
from search.errors import QueryError
from search.language import Node, Prefix, parse, positive

# The score of a word or phrase that stands in the article's title alone: it finds what the article is about, below
# whatever says it in its own words.
TITLE_SCORE = 0.01


@dataclass(frozen=True, slots=True)
class Plan:
    """All of it must hold.

    `names` are the filters by words of a name, by indexed field (search/stored.py), as the folded words of each name
    asked for: all words of any one of them must be there.
    `terms` are the exact filters by the names of the indexed fields (search/stored.py): any of their values will do.
    `first_day` and `last_day` are days as `date.toordinal` counts them; the statement's interval must overlap theirs.
    `order` is never relevance where nothing can be ranked: all would be equal, and equal ones stand newest first.
    """

    tree: Node | None
    names: Mapping[str, tuple[tuple[str, ...], ...]]
    terms: Mapping[str, tuple[str, ...]]
    dates: str
    first_day: int | None
    last_day: int | None
    order: Sort

    @classmethod
    def of(cls, query: StatementQuery) -> Plan:
        """QueryError for what can't be understood."""
        tree = parse(query.q)
        if query.date_from and query.date_to and query.date_from.first_day > query.date_to.last_day:
            hint = "write the earlier date first"
            raise QueryError("empty-interval", f"{query.date_from} is after {query.date_to}", "from", hint=hint)
        filters = {
            "country": query.country,
            "speaker_country": query.speaker_country,
            "about": query.about,
            "source": query.source,
            "kind": tuple(kind.value for kind in query.kind),
            "act": tuple(act.value for act in query.act),
        }
        names = {"speaker": query.speaker, "organisation": query.organisation}
        return cls(
            tree=tree,
            names={
                f"{parameter}_words": tuple(name_words(name, parameter) for name in written)
                for parameter, written in names.items()
                if written
            },
            terms={field: values for field, values in filters.items() if values},
            dates=query.dates.value,
            first_day=query.date_from.first_day.toordinal() if query.date_from else None,
            last_day=query.date_to.last_day.toordinal() if query.date_to else None,
            order=query.order if query.order is not Sort.RELEVANCE or ranks(tree) else Sort.NEWEST,
        )


def name_words(name: str, parameter: str) -> tuple[str, ...]:
    found = tuple(words(name))
    if not found:
        raise QueryError("no-words", f"{name!r} is no name: it has no letter or digit", parameter)
    return found


def ranks(tree: Node | None) -> bool:
    """Prefixes and negations find, but nothing matches them better than another."""
    return any(not isinstance(leaf, Prefix) for leaf in positive(tree))


def without(query: StatementQuery, facet: Facet) -> StatementQuery:
    """The query as it would be without that facet's own filter: each facet is named after its parameter."""
    cleared: dict[str, Any] = {facet.value: ()}
    return replace(query, **cleared)
