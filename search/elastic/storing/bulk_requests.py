"""Bulk requests that lose nothing: what the server refuses for now is sent again, the rest is raised."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import structlog
from elasticsearch import Elasticsearch
from elasticsearch.helpers import streaming_bulk

from search.elastic.client.faults import IndexGone
from search.elastic.client.patience import patience_of
from search.errors import EngineUnavailable, IncompatibleIndex

CHUNK_BYTES = 10_000_000  # of a request: Elastic advises 5 to 15 MB
CHUNK_DOCUMENTS = 5_000  # far more than 10 MB hold of ours: each request costs a write to disk
WRITE_SECONDS = 60
REFUSED_FOR_NOW = (408, 429, 500, 502, 503, 504)

BLOCKED = "cluster_block_exception"  # by a rebuild, for a moment, or by a disk that is full
WHY = {
    (BLOCKED, 429): "its disk is too full to be written (flood-stage watermark)",
    (BLOCKED, 403): "writing is blocked: for a moment by a rebuild, or by one that was killed, until the next one",
}

log = structlog.get_logger(__name__)

Operation = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Written:
    """`done` holds the server's answer for each document id; `overtaken` what another writer changed before us."""

    done: Mapping[str, Mapping[str, Any]]
    overtaken: frozenset[str]


def write(client: Elasticsearch, operations: Iterable[Operation]) -> Written:
    """Carry out every operation, each of which may be sent twice and so must do no harm then.

    EngineUnavailable where the server went on refusing; IncompatibleIndex where it can never take a document.
    """
    pending = list(operations)
    done: dict[str, Mapping[str, Any]] = {}
    overtaken: set[str] = set()
    why = ""
    patience = patience_of(client)
    waits = patience.waits(patience.full, lambda: f"Elasticsearch refuses documents, since {why}")
    while True:
        refused = []
        for operation, item in zip(pending, answers(client, pending), strict=True):
            match outcome(operation, item):
                case "done":
                    done[operation["_id"]] = item
                case "overtaken":
                    overtaken.add(operation["_id"])
                case "refused":
                    refused.append(operation)
                    why = reason(item)
        if not refused:
            return Written(done, frozenset(overtaken))
        if not next(waits, False):
            raise EngineUnavailable(f"Elasticsearch went on refusing documents, since {why}")
        pending = refused


def answers(client: Elasticsearch, operations: Sequence[Operation]) -> Iterator[Mapping[str, Any]]:
    """The server's answer to each operation, in their order."""
    stream = streaming_bulk(
        client.options(request_timeout=WRITE_SECONDS),
        operations,
        chunk_size=CHUNK_DOCUMENTS,
        max_chunk_bytes=CHUNK_BYTES,
        raise_on_error=False,
        require_alias=True,  # else a missing index would be made on the fly, with a mapping guessed from the document
    )
    for _ok, answer in stream:
        yield from answer.values()


def outcome(operation: Operation, item: Mapping[str, Any]) -> str:
    status = item["status"]
    if status in (200, 201) or (status == 404 and operation["_op_type"] == "delete" and "error" not in item):
        return "done"
    if status == 409:
        return "overtaken"
    log.warning("bulk_item_refused", id=operation["_id"], status=status, reason=str(item.get("error")))
    if status in REFUSED_FOR_NOW or kind(item) == BLOCKED:
        return "refused"
    if status == 404:
        raise IndexGone
    raise IncompatibleIndex("Elasticsearch can't store a document of this version: the index must be built anew")


def kind(item: Mapping[str, Any]) -> str:
    """Elasticsearch's name for the error."""
    return str(item.get("error", {}).get("type"))


def reason(item: Mapping[str, Any]) -> str:
    """In our words."""
    return WHY.get((kind(item), item["status"]), "it is busy, or a part of it is away")
