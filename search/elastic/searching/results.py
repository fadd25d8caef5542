"""What one query finds in one view of the index, in order: in batches from any place, folded or not."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar

from elasticsearch import BadRequestError

from schemas.statement import ArticleHead
from search.documents.serialization import Json, StoredStatement, taken
from search.elastic.client.faults import error_type
from search.elastic.searching.compiler import Clause, matching, order
from search.elastic.searching.reader import Reader
from search.queries.collapse import EXACT_BELOW, Member
from search.queries.plan import Plan
from search.queries.ranked_pages import expired
from search.results import OrderedResults

COPIES_AT_ONCE = 1_000
# What a point in time sorts by last, where a cursor comes from outside of it: behind the id's only hit.
LAST = 2**63 - 1

NO_PIT = "illegal_argument_exception"  # of a cursor that was made up, or by another version of the server

Sorted = list[Any]  # the values that a hit is sorted by, as the server gives and takes them


@dataclass(frozen=True, slots=True)
class Hit:
    id: str
    stored: Json
    after: Sorted

    @property
    def fingerprint(self) -> str:
        statement = self.stored.get("statement")
        return str(statement["fingerprint"] if statement else self.stored["text_fingerprint"])

    @property
    def statement(self) -> StoredStatement:
        return taken(StoredStatement, self.stored)

    @property
    def head(self) -> ArticleHead:
        """Of its article, or of the article that this is."""
        return taken(ArticleHead, self.stored.get("article", self.stored))


@dataclass
class Results(OrderedResults[Hit, Sorted]):
    """`fingerprint` is the field that copies share, `of_copies` what is read of one, `unread` what of none."""

    fingerprint: ClassVar[str] = "fingerprint"
    of_copies: ClassVar[Sequence[str]] = ("stored.statement.fingerprint", "stored.article")
    unread: ClassVar[Sequence[str]] = ()

    reader: Reader
    plan: Plan
    collapse: bool
    highlighted: bool = True
    known: int = field(default=-1, init=False)

    def __post_init__(self) -> None:
        self.query = matching(self.plan)

    @property
    def matches(self) -> int:
        """Known once something was walked."""
        return self.known

    def groups(self) -> int:
        asked = {"terms": {"field": self.fingerprint, "size": EXACT_BELOW, "shard_size": EXACT_BELOW}}
        return len(self.search(size=0, aggs={"groups": asked})["aggregations"]["groups"]["buckets"])

    def about_groups(self) -> int:
        asked = {"cardinality": {"field": self.fingerprint, "precision_threshold": 40_000}}
        return int(self.search(size=0, aggs={"groups": asked})["aggregations"]["groups"]["value"])

    def batch(self, start: Sorted | None, size: int) -> Sequence[Hit]:
        answer = self.search(size=size, search_after=start, source_includes=["stored"])
        if self.known < 0:
            self.known = answer["hits"]["total"]["value"]
        return found(answer)

    def members(self, fingerprints: Sequence[str]) -> Iterator[Member]:
        """All copies that match, with their places."""
        of_these: Clause = {
            "bool": {"must": [self.query], "filter": [{"terms": {self.fingerprint: list(fingerprints)}}]}
        }
        after = None
        while True:
            answer = self.search(of_these, size=COPIES_AT_ONCE, search_after=after, source_includes=self.of_copies)
            hits = found(answer)
            for hit in hits:
                yield Member(hit.fingerprint, place(hit.after), hit.id, hit.head)
            if len(hits) < COPIES_AT_ONCE:
                return
            after = hits[-1].after

    def search(self, query: Clause | None = None, **asked: Any) -> Mapping[str, Any]:
        sort, after = order(self.plan), asked.pop("search_after", None)
        if self.reader.pit is None:
            # The same copy of each shard for the same query, since copies may rank in slightly different ways.
            asked["preference"] = hashlib.sha256(repr(self.query).encode()).hexdigest()
        elif after and len(after) == len(sort):
            after = [*after, LAST]
        try:
            return self.reader.search(
                query=query or self.query,
                sort=sort,
                search_after=after,
                track_total_hits=True,
                source_excludes=self.unread,
                **asked,
            )
        except BadRequestError as error:
            if self.reader.pit is not None and error_type(error) == NO_PIT:
                raise expired() from error
            raise

    def lasting(self, after: Sorted) -> Sorted:
        """What holds outside of this state too: not the value by which a point in time tells hits apart."""
        return after[: len(order(self.plan))]


def found(answer: Mapping[str, Any]) -> Sequence[Hit]:
    return [Hit(hit["_id"], hit["_source"]["stored"], hit["sort"]) for hit in answer["hits"]["hits"]]


def place(sorted_by: Sorted) -> tuple[float | int | str, ...]:
    """All but the id are sorted downwards."""
    return tuple(value if isinstance(value, str) else -value for value in sorted_by)
