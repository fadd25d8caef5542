"""A text that changes with everything written, from one cheap request."""

from __future__ import annotations

import hashlib
import threading
import time
from collections.abc import Callable
from typing import Any

import orjson
from elasticsearch import Elasticsearch

from search.elastic.client.patience import NotNow, patiently
from search.elastic.index.aliases import Names

KEPT_SECONDS = 1.0


class Generation:
    """Asks for it at most once a second, and anew after a write of our own."""

    def __init__(self, clock: Callable[[], float] = time.monotonic):
        self.clock = clock
        self.lock = threading.Lock()
        self.known = ""
        self.until = 0.0

    def of(self, client: Elasticsearch, names: Names) -> str:
        with self.lock:  # so that of many threads one asks
            now = self.clock()
            if now >= self.until:
                self.known = patiently(client, lambda: asked(client, names))
                self.until = now + KEPT_SECONDS
            return self.known

    def drop(self) -> None:
        with self.lock:
            self.until = 0.0


def asked(client: Elasticsearch, names: Names) -> str:
    """Of the indices behind the aliases, and of each copy of each of their shards, what no change leaves the same.

    A write raises a shard's greatest sequence number, and is found after the shard's next refresh, which are counted.
    The counters begin anew where a copy is started, with another allocation or a later primary term.
    """
    answer = client.indices.stats(index=[names.statements, names.articles], metric="refresh", level="shards")
    if answer["_shards"]["failed"]:
        raise NotNow
    state = sorted(
        [index, described["uuid"], number, *copy(shard)]
        for index, described in answer["indices"].items()
        for number, shards in described["shards"].items()
        for shard in shards
    )
    return hashlib.sha256(orjson.dumps(state)).hexdigest()[:24]


def copy(shard: Any) -> list[str | int]:
    return [
        shard["routing"]["node"],
        shard["retention_leases"]["primary_term"],
        shard["seq_no"]["max_seq_no"],
        shard["refresh"]["external_total"],
    ]
