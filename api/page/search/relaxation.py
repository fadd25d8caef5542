"""What to ask instead of a query that finds nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from api.page.search.filters import Filter, Labels, words_and_filters
from api.page.search.other_spellings import Spelling, other_spellings
from schemas.query import StatementQuery, Within
from search.engine import View
from search.errors import QueryError
from search.language.pieces import instead, pieces

OF_PARTY = ("speaker_country", "speaker", "speaker_id", "organisation")  # filters that say who speaks
MOST_WORDS = 8  # of a query, each of which is left out once


@dataclass(frozen=True, slots=True)
class Relaxation:
    """What the query would find without one of its filters, or with one alone: each filter with a count, most first.

    `spellings` are other spellings of its words, and `in_articles` is the query for all statements of articles that
    hold the words, with its count: None where it finds nothing. `of_party` says whether it asks for who speaks.
    """

    spellings: Sequence[Spelling]
    without: Sequence[tuple[Filter, int]]
    alone: Sequence[tuple[Filter, int]]
    in_articles: tuple[StatementQuery, int] | None
    of_party: bool

    @property
    def helps(self) -> bool:
        return bool(self.spellings or self.without or self.alone or self.in_articles)


def relax(view: View, query: StatementQuery, labels: Labels) -> Relaxation:
    """With one filter alone only where taking away any one would not help. For a word alone there is nothing."""
    asked = list(words_and_filters(query, labels))
    apart = [] if len(asked) == 1 and query.q.strip() else [(each, each.without) for each in asked]
    without = count(view, [*each_word(query), *apart])
    return Relaxation(
        spellings=other_spellings(view, query),
        without=without,
        alone=[] if without else count(view, [(each, each.alone) for each in asked] if len(asked) > 1 else []),
        in_articles=in_articles(view, query),
        of_party=any(query.filters[name] for name in OF_PARTY),
    )


def each_word(query: StatementQuery) -> Iterator[tuple[Filter, StatementQuery]]:
    """The query without one of its words or phrases, where it is nothing but these."""
    found = pieces(query.q)
    for piece in found[:MOST_WORDS] if len(found) > 1 else ():
        text = query.q[piece.start : piece.end]
        left = replace(query, q=instead(query.q, piece.start, piece.end), cursor=None)
        yield Filter("the phrase" if piece.phrase else "the word", text, left, left), left


def in_articles(view: View, query: StatementQuery) -> tuple[StatementQuery, int] | None:
    if not query.q.strip() or query.within is Within.ARTICLE:
        return None
    wider = replace(query, within=Within.ARTICLE, cursor=None)
    try:
        found = view.count(wider).value
    except QueryError:  # of too many articles
        return None
    return (wider, found) if found else None


def count(view: View, queries: Sequence[tuple[Filter, StatementQuery]]) -> list[tuple[Filter, int]]:
    """Those that find something."""
    found = [(each, view.count(query).value) for each, query in queries]
    return sorted(((each, count) for each, count in found if count), key=lambda pair: -pair[1])
