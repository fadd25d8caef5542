"""What the official client raises, in our words: one line that names the address, and none of the server's own text."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterator, Mapping
from http.client import HTTPException

from elastic_transport import ConnectionTimeout, SerializationError, TlsError
from elasticsearch import ApiError, TransportError, UnsupportedProductError
from urllib3.exceptions import HTTPError, NameResolutionError
from urllib3.util.ssl_match_hostname import CertificateError

from search.elastic.client.address import Address
from search.errors import EngineUnavailable, IncompatibleIndex, QueryError
from search.queries.ranked_pages import expired

EXPIRED = (
    "search_context_missing_exception",
    "search_context_missing_nodes_exception",  # where the node has left the cluster
)
TOO_COMPLEX = ("too_many_clauses", "too_many_nested_clauses")
OF_PROXIES = (401, 403, 429)  # what one before Elasticsearch may answer itself, besides 5xx


class IndexGone(EngineUnavailable):
    """Somebody deleted it, or moved its alias away, since we saw it last."""

    def __init__(self) -> None:
        super().__init__("the index on Elasticsearch is gone; the next call makes it anew")


def translated(error: ApiError | TransportError, address: Address) -> Exception:
    """SearchErrors only."""
    if isinstance(error, ApiError) and not isinstance(error, UnsupportedProductError) and is_its_own(error):
        return refusal(error, address)
    if isinstance(error, ApiError | SerializationError):
        return EngineUnavailable(f"{address.url} answers, but is no Elasticsearch")
    return EngineUnavailable(no_answer(error, address))


def is_its_own(error: ApiError) -> bool:
    status = error.status_code
    return says_elasticsearch(error.meta.headers) or status in OF_PROXIES or status >= 500


def says_elasticsearch(headers: Mapping[str, str]) -> bool:
    return headers.get("x-elastic-product") == "Elasticsearch"


def refusal(error: ApiError, address: Address) -> Exception:
    kind = error_type(error)
    if kind in TOO_COMPLEX:
        return QueryError("too-complex", "the query is too complex", "q", hint="use fewer words or prefixes")
    if kind in EXPIRED:
        return expired()
    match error.status_code:
        case 401 if address.credentials is None:
            return EngineUnavailable(
                f"{address.url} lets nobody in without a user: write user:password@ before the host"
            )
        case 401:
            return EngineUnavailable(f"{address.url} does not let this user in: is the password right?")
        case 403:
            return EngineUnavailable(f"{address.url} does not let this user do this{in_brackets(kind)}")
        case 404:
            return IndexGone()
        case 400:
            return IncompatibleIndex("the index on Elasticsearch does not fit this version: it must be built anew")
    return EngineUnavailable(f"{address.url} can't do this now{in_brackets(kind or f'status {error.status_code}')}")


def in_brackets(text: str) -> str:
    return f" ({text})" if text else ""


def error_type(error: ApiError) -> str:
    """Elasticsearch's own name for the innermost cause, such as "index_not_found_exception"; "" where it gives none."""
    body = error.body if isinstance(error.body, dict) else {}
    cause = body.get("error")
    kind = ""
    while isinstance(cause, dict):
        kind = str(cause.get("type", kind))
        cause = cause.get("caused_by") or next(iter(cause.get("root_cause", ())), None)  # of all shards that failed
    return kind


def no_answer(error: TransportError, address: Address) -> str:
    """Why there is none, from what urllib3 and the standard library raised below."""
    causes = list(causes_of(error))
    if isinstance(error, TlsError):
        return no_trust(causes, address)
    if any(isinstance(cause, NameResolutionError | socket.gaierror) for cause in causes):
        return f"nothing has the name in {address.url}"
    if isinstance(error, ConnectionTimeout):
        return f"{address.url} does not answer in time"
    if any(isinstance(cause, HTTPException) and not isinstance(cause, OSError) for cause in causes):
        return f"{address.url} answers, but is no Elasticsearch"
    if any(isinstance(cause, ConnectionResetError) for cause in causes):
        return f"{address.url} ends the connection without an answer"
    return f"nothing answers at {address.url}"


def no_trust(causes: list[BaseException], address: Address) -> str:
    for cause in causes:
        if isinstance(cause, ssl.SSLCertVerificationError):
            reason = cause.verify_message.rstrip(".")
            return f"the certificate of {address.url} is not trusted ({reason}): its authority is named with ?ca=FILE"
        if isinstance(cause, CertificateError):
            return f"the certificate of {address.url} is made out to another name ({cause})"
    return f"{address.url} answers, but not with TLS: is it http:// there?"


def causes_of(error: BaseException) -> Iterator[BaseException]:
    """The error and all below it: in `errors` of the client, `args` and `reason` of urllib3, and Python's chain."""
    waiting, seen = [error], set[int]()
    while waiting:
        cause = waiting.pop()
        if id(cause) in seen:
            continue
        seen.add(id(cause))
        yield cause
        kept = [*getattr(cause, "errors", ()), cause.__cause__, cause.__context__]
        if isinstance(cause, HTTPError):
            kept += [*cause.args, getattr(cause, "reason", None)]
        waiting += [each for each in kept if isinstance(each, BaseException)]
