"""Searches of one index: as it is at each request, or as it was at a point in time."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import structlog
from elasticsearch import ApiError, Elasticsearch

from search.elastic.client.connection import point_in_time
from search.elastic.client.patience import NOT_NOW, NotNow, patiently
from search.elastic.index.aliases import Names
from search.elastic.searching.compiler import Clause
from search.errors import EngineUnavailable
from search.queries.ranked_pages import KEPT_SECONDS

SHARED_SECONDS = 30  # for which a point in time that views share is kept after its last use: a rebuild waits for it

GONE = 404  # whether the time is over, the node left or the index was deleted

log = structlog.get_logger(__name__)

Answer = Mapping[str, Any]


class StateGone(EngineUnavailable):
    """As where a node was lost or started anew, or a rebuild deleted the index: views go on with a new state."""

    def __init__(self) -> None:
        super().__init__("Elasticsearch has lost the state of the index that this answer was read from")


@dataclass
class Reader:
    """`pit` is the id of a point in time, which the server may change at each use. One that is `shared` is read by many
    views at once.
    """

    client: Elasticsearch
    index: str
    pit: str | None = None
    shared: bool = False
    lost: bool = field(default=False, init=False)

    def where(self) -> dict[str, Any]:
        if self.pit is None:
            return {"index": self.index}
        return {"pit": {"id": self.pit, "keep_alive": f"{SHARED_SECONDS if self.shared else KEPT_SECONDS}s"}}

    def search(self, **asked: Any) -> Answer:
        try:
            answer: Answer = self.client.search(**asked, **self.where(), allow_partial_search_results=False).body
        except ApiError as error:
            self.note(error.status_code)
            raise
        if self.pit is not None:
            self.pit = answer["pit_id"]
        return answer

    def batches(
        self, query: Clause, sort: Sequence[Clause], size: int, fields: Sequence[str]
    ) -> Iterator[Sequence[Any]]:
        """All hits with these fields of what is stored, `size` at a time; the last batch has fewer. `sort` tells all
        hits apart.
        """
        after = None
        while True:
            hits = self.search(
                query=query,
                sort=list(sort),
                search_after=after,
                size=size,
                source_includes=list(fields),
                track_total_hits=False,
            )["hits"]["hits"]
            yield hits
            if len(hits) < size:
                return
            after = hits[-1]["sort"]

    def searches(self, bodies: Sequence[Clause]) -> Sequence[Answer]:
        """Several in one request."""
        where = self.where()
        pit = {"pit": where.pop("pit")} if "pit" in where else {}
        lines = [line for body in bodies for line in (where | {"allow_partial_search_results": False}, body | pit)]
        return patiently(self.client, lambda: self.answered(lines))

    def answered(self, lines: Sequence[Clause]) -> Sequence[Answer]:
        answers: Sequence[Answer] = self.client.msearch(searches=lines)["responses"]
        for answer in answers:
            if "error" in answer:  # else raised by the client, but not by this one of its calls
                log.warning("engine_error", status=answer["status"], reason=str(answer["error"]))
                self.note(answer["status"])
                raise NotNow if answer["status"] in NOT_NOW else EngineUnavailable("Elasticsearch can't do this now")
        return answers

    def note(self, status: int) -> None:
        """StateGone where this says that the point in time that views share is gone."""
        if self.shared and status == GONE:
            self.lost = True
            raise StateGone from None

    def total(self, query: Clause) -> int:
        """As a search, since a count answers with less where a shard is away."""
        return int(self.search(query=query, size=0, track_total_hits=True)["hits"]["total"]["value"])


@dataclass
class State:
    """A reader of each index, and when they were last asked for."""

    statements: Reader
    articles: Reader
    generation: str
    used: float

    @property
    def lost(self) -> bool:
        return self.statements.lost or self.articles.lost

    @property
    def holds(self) -> bool:
        """For longer than a request takes."""
        return not self.lost and time.monotonic() < self.used + SHARED_SECONDS / 2


class PointsInTime:
    """Those of the newest state, which all views of that state share.

    So an answer that asks several questions costs no request more than its questions. Nobody closes them: views that
    still read the ones before would lose them, and the server lets go of them SHARED_SECONDS later.
    """

    def __init__(self, client: Elasticsearch) -> None:
        self.client = client
        self.lock = threading.Lock()
        self.newest: State | None = None

    def of(self, names: Names, generation: str) -> State:
        """`generation` is what the indices were at, no later than now."""
        with self.lock:  # so that of many threads one opens them
            state = self.newest
            if state is None or state.generation != generation or not state.holds:
                statements, articles = (self.opened(index) for index in (names.statements, names.articles))
                state = self.newest = State(statements, articles, generation, 0.0)
            state.used = time.monotonic()
            return state

    def opened(self, index: str) -> Reader:
        return Reader(self.client, index, point_in_time(self.client, index, SHARED_SECONDS), shared=True)
