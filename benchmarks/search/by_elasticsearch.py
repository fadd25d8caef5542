"""A `_search` by hand, of the same body that our engine sends."""

from __future__ import annotations

from functools import cache
from typing import Any

import orjson

from benchmarks.search.corpus import Ask, Asked
from benchmarks.search.ours import in_process
from benchmarks.search.serving import Client
from search.elastic.engine import ElasticEngine


def asking(client: Client, engine: ElasticEngine) -> Ask:
    """One `_search` of what our engine asks for in its two requests, sent and decoded without Elastic's client."""
    recorded: list[tuple[str, Any]] = []
    perform = engine.client.transport.perform_request
    own = in_process(engine)

    def recording(method: str, target: str, **rest: Any) -> Any:
        recorded.append((target, rest.get("body")))
        return perform(method, target, **rest)

    @cache
    def prepared(asked: Asked) -> tuple[str, bytes]:
        """From what our engine sends: the search, and with it the counts that it sends in a request of their own."""
        if asked.deep:
            own(asked)  # walks to the depth, which is not to be recorded
        engine.client.transport.perform_request = recording  # type: ignore[method-assign,assignment]
        try:
            own(asked)
        finally:
            engine.client.transport.perform_request = perform  # type: ignore[method-assign]
            sent = [(target, body) for target, body in recorded if body]
            recorded.clear()
        target, body = sent[0]
        if "_msearch" in target:
            head, body = body
            return f"/{head['index']}/_search", orjson.dumps(body | {"track_total_hits": False})
        if len(sent) > 1:
            body = body | {"aggs": sent[1][1][1]["aggs"]}
        return target, orjson.dumps(body)

    def ask(asked: Asked) -> int:
        hits = client.post(*prepared(asked))["hits"]
        return int(hits["total"]["value"]) if asked.rows else 0

    return ask
