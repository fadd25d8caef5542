"""Bulk requests that lose nothing: what the server refuses for now is sent again, the rest is raised."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

import structlog
from elasticsearch import ApiError, Elasticsearch, TransportError
from elasticsearch.helpers import streaming_bulk

from search.elastic.connection import IndexGone
from search.errors import EngineUnavailable, IncompatibleIndex

PAUSES = (0.2, 0.5, 1, 2, 4, 8)  # seconds before each further try: a node's restart fits in
CHUNK_BYTES = 5_000_000
WRITE_SECONDS = 60
REFUSED_FOR_NOW = (408, 429, 500, 502, 503, 504, "N/A")  # the last is the helper's word for "no answer at all"

BLOCKED = "cluster_block_exception"  # by a rebuild, for a moment, or by a disk that is full

log = structlog.get_logger(__name__)

Operation = dict[str, Any]
Answer = TypeVar("Answer")


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
    for pause in (*PAUSES, None):
        refused = []
        for operation, item in zip(pending, answers(client, pending), strict=True):
            match outcome(operation, item):
                case "done":
                    done[operation["_id"]] = item
                case "overtaken":
                    overtaken.add(operation["_id"])
                case "refused":
                    refused.append(operation)
        if not refused:
            return Written(done, frozenset(overtaken))
        if pause is not None:
            time.sleep(pause)
            pending = refused
    raise EngineUnavailable(f"Elasticsearch went on refusing {len(refused)} documents")


def patiently(call: Callable[[], Answer]) -> Answer:
    """The call's answer, asked again where the server is not there or too busy for now."""
    for pause in PAUSES:
        try:
            return call()
        except TransportError:
            time.sleep(pause)
        except ApiError as error:
            if error.status_code not in REFUSED_FOR_NOW:
                raise
            time.sleep(pause)
    return call()


def answers(client: Elasticsearch, operations: Sequence[Operation]) -> Iterator[Mapping[str, Any]]:
    """The server's answer to each operation, in their order."""
    stream = streaming_bulk(
        client.options(request_timeout=WRITE_SECONDS),
        operations,
        max_chunk_bytes=CHUNK_BYTES,
        raise_on_error=False,
        raise_on_exception=False,
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
    if status in REFUSED_FOR_NOW or item.get("error", {}).get("type") == BLOCKED:
        return "refused"
    if status == 404:
        raise IndexGone
    raise IncompatibleIndex("Elasticsearch can't store a document of this version: the index must be built anew")
