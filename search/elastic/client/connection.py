"""The one boundary to the official client: how it is set up, and that nothing it raises leaves."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from contextlib import contextmanager

import structlog
from elastic_transport.client_utils import DEFAULT
from elasticsearch import ApiError, Elasticsearch, TransportError
from elasticsearch.serializer import OrjsonSerializer

from search.elastic.client.address import Address
from search.elastic.client.faults import translated
from search.elastic.client.patience import PatientTransport
from search.queries.ranked_pages import KEPT_SECONDS

READ_SECONDS = 20

log = structlog.get_logger(__name__)


def connect(address: Address) -> Elasticsearch:
    """Speaks to nobody yet. ValueError for a CA certificate that can't be read."""
    nodes = address.nodes
    if address.ca:
        check_authority(address.ca)
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


def check_authority(ca: str) -> None:
    """The client reads the file with its first request, and then tells of the server, not of the file."""
    try:
        ssl.create_default_context(cafile=ca)
    except OSError as error:
        reason = "it holds no certificate" if isinstance(error, ssl.SSLError) else error.strerror
        raise ValueError(f"ca={ca} can't be read: {reason}") from None


def point_in_time(client: Elasticsearch, index: str, seconds: int = KEPT_SECONDS) -> str:
    """Pin what the index holds now, until it was not used for so long."""
    opened = client.open_point_in_time(index=index, keep_alive=f"{seconds}s", allow_partial_search_results=False)
    return str(opened["id"])


@contextmanager
def speaking(address: Address) -> Iterator[None]:
    """Turn the client's exceptions into ours; its own and the server's words go to the log alone."""
    try:
        yield
    except (TransportError, ApiError) as error:
        log.warning("engine_fault", status=getattr(error, "status_code", None), reason=str(error))
        raise translated(error, address) from None
