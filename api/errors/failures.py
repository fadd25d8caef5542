"""From exceptions to failures: the one place that knows which status an error gets."""

from __future__ import annotations

from dataclasses import dataclass

from werkzeug.exceptions import HTTPException

from schemas.problem import Fault
from search.errors import (
    ClientGone,
    EngineBusy,
    EngineUnavailable,
    IncompatibleIndex,
    NoIndex,
    NotFound,
    OutOfTime,
    QueryError,
)

RETRY_AFTER = 5  # seconds


@dataclass(frozen=True, slots=True)
class Failure:
    """What becomes of an exception: a status, what is said of it, and headers."""

    status: int
    faults: tuple[Fault, ...]
    headers: tuple[tuple[str, str], ...] = ()


class Refused(Exception):
    """The API's own no to a request, with what it answers. `reason` is what the log says of it, where that is more."""

    def __init__(
        self, status: int, *faults: Fault, headers: tuple[tuple[str, str], ...] = (), reason: str = ""
    ) -> None:
        super().__init__(reason or "; ".join(fault.detail for fault in faults))
        self.failure = Failure(status, faults, headers)


class BadParameters(Refused):
    """The asker's mistakes in an address, all of them."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__(400, *faults)


HTTP_FAULTS = {
    404: Fault("no-such-address", "there is nothing at this address"),
    405: Fault("method-not-allowed", "this address can't be used in this way", hint="see the header Allow"),
    413: Fault("too-large", "the body is larger than this server takes", "body", hint="send it in several requests"),
    414: Fault("address-too-long", "the address is longer than this server takes", hint="use fewer or shorter filters"),
    429: Fault(
        "too-many-requests",
        "this client asks more often than it may",
        hint="wait for the seconds in the header Retry-After",
    ),
}  # others as HTTP names them
BUSY = Fault("engine-busy", "others are writing at the moment; nothing was stored, please send it again shortly")
UNAVAILABLE = Fault("engine-unavailable", "the search engine does not answer at the moment; please try again shortly")
OUT_OF_TIME = Fault(
    "out-of-time",
    "this takes longer than one request may",
    hint="narrow the search by its dates or other filters, or use fewer words and prefixes",
)
INCOMPATIBLE = Fault("index-incompatible", "the index was made by another version of Demarche and must be built anew")
NO_INDEX = Fault("no-index", "there is no index here yet", hint="demarche index makes one")
# What may be gone when one asks again.
PASSING = ((OutOfTime, OUT_OF_TIME), (ClientGone, OUT_OF_TIME), (EngineBusy, BUSY), (NoIndex, NO_INDEX))
INTERNAL = Fault("internal-error", "something went wrong here; the request's id will help whoever runs this to find it")


def failure_of(error: Exception) -> Failure:
    match error:
        case Refused(failure=failure):
            return failure
        case QueryError():
            return Failure(400, (error.fault,))
        case NotFound():
            return Failure(404, (Fault("not-found", "there is nothing with this id; it may have been removed"),))
        case EngineUnavailable() | OutOfTime() | ClientGone():
            fault = next((fault for kind, fault in PASSING if isinstance(error, kind)), UNAVAILABLE)
            return Failure(503, (fault,), (("Retry-After", str(RETRY_AFTER)),))
        case IncompatibleIndex():
            return Failure(503, (INCOMPATIBLE,))
        case HTTPException(code=int(status)) if status != 500:
            usual = Fault(error.name.lower().replace(" ", "-"), str(error.description))
            return Failure(status, (HTTP_FAULTS.get(status, usual),), kept_headers(error))
        case _:  # SearchErrors that are no one's mistake but ours among them
            return Failure(500, (INTERNAL,))


def kept_headers(error: HTTPException) -> tuple[tuple[str, str], ...]:
    return tuple((name, value) for name, value in error.get_headers() if name in ("Allow", "Location", "Retry-After"))
