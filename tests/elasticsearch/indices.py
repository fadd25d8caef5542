"""Indices of tests' own on a server that others use too: none is left behind."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count

from elasticsearch import Elasticsearch

Addresses = Callable[[], str]


@contextmanager
def beginning(url: str) -> Iterator[str]:
    """Of names of indices; all that was made under it is gone afterwards."""
    name = f"test-{uuid.uuid4().hex}"
    try:
        yield name
    finally:
        with Elasticsearch(url) as client:
            made = list(client.indices.get(index=f"{name}*", expand_wildcards="all"))
            if made:
                client.indices.delete(index=made)


def empty(address: str) -> None:
    """Remove all documents of an index, with what its writers leave of those that were deleted."""
    url, _, name = address.partition("?index=")
    both = [f"{name}-articles", f"{name}-statements"]
    with Elasticsearch(url) as client:
        client.indices.refresh(index=both, ignore_unavailable=True)
        held = client.search(index=both, ignore_unavailable=True, size=10_000, source=False)["hits"]["hits"]
        removed = [{"delete": {"_index": one["_index"], "_id": one["_id"]}} for one in held]
        if removed:
            client.bulk(operations=removed, refresh=True)


@contextmanager
def addresses(url: str) -> Iterator[Addresses]:
    """Makes addresses of empty indices."""
    with beginning(url) as name:
        numbers = count()
        yield lambda: f"{url}?index={name}-{next(numbers)}"
