"""Pages in a total order, which tantivy itself gives only by one number.

By date, the number is a sort key (search/documents/index_fields.py) and a page begins after the last result's key and
id. By relevance, equal scores stand newest first; a page is a stretch of the ranking, widened until no group of equal
scores crosses its edges, then put in order.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Generic, TypeVar

from tantivy import DocAddress, FieldType, Order, Query, Schema, Searcher, SearchResult

from schemas.query import ArticleQuery, StatementQuery
from search import budget
from search.documents.serialization import StoredArticle, StoredStatement, decoded
from search.embedded.searching.compiler import both
from search.queries import cursor

WIDER = 8  # times: a group of equals that is wider than a page is mostly much wider, and each look costs a search
EDGE = 32  # hits looked at on either side of a page by relevance, in which most groups of equal scores end

Key = tuple[int, str]
Stored = TypeVar("Stored", StoredStatement, StoredArticle)


@dataclass(frozen=True, slots=True)
class Hit(Generic[Stored]):
    """`after` is where what follows begins: the key and id by date, the next rank by relevance."""

    key: int
    stored: Stored
    rank: int | None = None

    @property
    def id(self) -> str:
        return self.stored.id

    @property
    def fingerprint(self) -> str:
        return self.stored.fingerprint

    @property
    def statement(self) -> StoredStatement:
        assert isinstance(self.stored, StoredStatement)
        return self.stored

    @property
    def after(self) -> Key | int:
        return (self.key, self.id) if self.rank is None else self.rank + 1

    @property
    def place(self) -> tuple[int, str]:
        return -self.key, self.id


def start_of(query: StatementQuery | ArticleQuery) -> Key | None:
    """Behind which key and id a page by date begins, as its cursor says; None is the beginning."""
    match cursor.decode(query, (int, str)):
        case [int(key), str(id_)]:
            return key, id_
    return None


def stored(searcher: Searcher, address: DocAddress, kind: type[Stored]) -> Stored:
    """What a result is made of. ValueError where it is something else."""
    return decoded(kind, searcher.doc(address).get_first("stored") or b"{}")


def by_key(
    searcher: Searcher,
    query: Query,
    layout: Schema,
    field: str,
    after: Key | None,
    limit: int,
    kind: type[Stored],
) -> tuple[list[Hit[Stored]], int | None]:
    """The `limit` hits after that key and id, by key downwards, then by id; from the beginning also how many match."""
    count = after is None
    if after:
        query = both(query, Query.range_query(layout, field, FieldType.Unsigned, None, after[0]))
    fetch = limit + 2  # the one before the page, and one more to see that the last key has no equals
    while True:
        budget.check()
        found = searcher.search(query, fetch, count=count, order_by_field=field, order=Order.Desc)
        hits = [Hit(key, stored(searcher, address, kind)) for key, address in found.hits]
        whole = hits if len(hits) < fetch else [hit for hit in hits if hit.key != hits[-1].key]
        page = sorted(
            (hit for hit in whole if not after or hit.place > (-after[0], after[1])), key=lambda hit: hit.place
        )
        if len(page) >= limit or len(hits) < fetch:
            return page[:limit], counted(found) if count else None
        fetch *= WIDER


def by_score(
    searcher: Searcher, query: Query, field: str, offset: int, limit: int, kind: type[Stored]
) -> tuple[list[Hit[Stored]], int | None]:
    """The hits `[offset, offset + limit)` by score downwards, then by that sort key downwards, then by id; from the
    beginning also how many match.
    """
    count = offset == 0
    begin, end = max(0, offset - EDGE), offset + limit + EDGE
    matches = None
    while True:
        budget.check()
        result = searcher.search(query, end - begin, count=count and matches is None, offset=begin)
        matches = counted(result) if count and matches is None else matches
        found = result.hits
        scores = [score for score, _ in found]
        first, last = offset - begin, min(offset + limit - begin, len(found)) - 1
        if first > last:
            return [], matches
        opens = begin == 0 or scores[0] > scores[first]
        closes = len(found) < end - begin or scores[-1] < scores[last]
        if opens and closes:
            break
        step = (WIDER - 1) * (end - begin)
        begin, end = begin if opens else max(0, begin - step), end if closes else end + step
    low = scores.index(scores[first])
    high = len(scores) - scores[::-1].index(scores[last])
    hits = in_order(searcher, found[low:high], field, first - low, last + 1 - low, kind)
    return [Hit(hit.key, hit.stored, rank) for rank, hit in enumerate(hits, offset)], matches


def counted(result: SearchResult) -> int:
    return int(result.count)  # type: ignore[attr-defined]  # the stub forgets it


def in_order(
    searcher: Searcher, found: Sequence[tuple[float, DocAddress]], field: str, first: int, end: int, kind: type[Stored]
) -> list[Hit[Stored]]:
    """The hits `[first, end)` of these when ordered; only what decides that is read."""
    keys = searcher.fast_field_values(field, [address for _, address in found])
    ranked = sorted(zip(found, keys, strict=True), key=lambda entry: (-entry[0][0], -(entry[1] or 0)))
    hits: list[Hit[Stored]] = []
    at = 0
    for _, group in groupby(ranked, key=lambda entry: (entry[0][0], entry[1])):
        equals = list(group)
        if at < end and at + len(equals) > first:
            read = [Hit(int(key or 0), stored(searcher, address, kind)) for (_, address), key in equals]
            read.sort(key=lambda hit: hit.id)
            hits += read[max(0, first - at) : end - at]
        at += len(equals)
    return hits
