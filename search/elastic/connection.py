"""The one boundary to the official client: how it is set up, and what becomes of everything it raises."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import structlog
from elastic_transport.client_utils import DEFAULT
from elasticsearch import ApiError, Elasticsearch, TransportError, UnsupportedProductError
from elasticsearch.serializer import OrjsonSerializer

from search.elastic.address import Address
from search.elastic.patience import PatientTransport
from search.errors import EngineUnavailable, IncompatibleIndex, QueryError
from search.walking import KEPT_SECONDS, expired

READ_SECONDS = 20
EXPIRED = ("search_context_missing_exception",)
TOO_COMPLEX = ("too_many_clauses", "too_many_nested_clauses")

log = structlog.get_logger(__name__)


def connect(address: Address) -> Elasticsearch:
    """Speaks to nobody yet. ValueError for a CA certificate that can't be read."""
    nodes = address.nodes
    return Elasticsearch(
        nodes,
        transport_class=PatientTransport,
        serializer=OrjsonSerializer(),  # having orjson installed does not make the client use it
        basic_auth=address.credentials,
        ca_certs=address.ca or DEFAULT,
        request_timeout=READ_SECONDS,
        max_retries=len(nodes),  # at once, on the others, or anew where the server closed an idle connection
        retry_on_status=(),
        retry_on_timeout=len(nodes) > 1,
    )


class IndexGone(EngineUnavailable):
    """Somebody deleted it, or moved its alias away, since we saw it last."""

    def __init__(self) -> None:
        super().__init__("the index on Elasticsearch is gone; the next call makes it anew")


def point_in_time(client: Elasticsearch, index: str) -> str:
    """Pin what the index holds now, until it was not used for a while."""
    opened = client.open_point_in_time(index=index, keep_alive=f"{KEPT_SECONDS}s", allow_partial_search_results=False)
    return str(opened["id"])


@contextmanager
def speaking() -> Iterator[None]:
    """Turn the client's exceptions into ours; the server's words go to the log alone."""
    try:
        yield
    except UnsupportedProductError as error:
        log.warning("engine_is_no_elasticsearch", reason=str(error))
        raise EngineUnavailable("what answers at this address is no Elasticsearch") from error
    except TransportError as error:
        log.warning("engine_away", reason=str(error))
        raise EngineUnavailable("Elasticsearch does not answer") from error
    except ApiError as error:
        log.warning("engine_error", status=error.status_code, reason=str(error))
        raise translated(error) from error


def translated(error: ApiError) -> Exception:
    kind = error_type(error)
    if kind in TOO_COMPLEX:
        return QueryError("too-complex", "the query is too complex", "q", hint="use fewer words or prefixes")
    if kind in EXPIRED:
        return expired()
    match error.status_code:
        case 401 | 403:
            return EngineUnavailable("Elasticsearch does not let this user in, or not do this")
        case 404:
            return IndexGone()
        case 400:
            return IncompatibleIndex("the index on Elasticsearch does not fit this version: it must be built anew")
    return EngineUnavailable("Elasticsearch can't do this now")


def error_type(error: ApiError) -> str:
    """Elasticsearch's own name for the innermost cause, such as "index_not_found_exception"; "" where it gives none."""
    body = error.body if isinstance(error.body, dict) else {}
    cause = body.get("error")
    kind = ""
    while isinstance(cause, dict):
        kind = str(cause.get("type", kind))
        cause = cause.get("caused_by")
    return kind
