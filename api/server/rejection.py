"""What a client is told whose request never reaches the application."""

from __future__ import annotations

import orjson
import structlog

from api.errors.failures import HTTP_FAULTS, INTERNAL
from api.monitoring import metrics
from schemas.problem import Fault, Problem
from schemas.wire.problem import ProblemSchema

FAULTS = {
    413: HTTP_FAULTS[413],
    431: Fault("headers-too-large", "the request's headers are larger than this server takes"),
    500: INTERNAL,
    501: Fault("not-implemented", "the body comes in an encoding that this server does not take"),
}

log = structlog.get_logger("api")


def problem_body(status: int, reason: str, request_id: str) -> bytes:
    """application/problem+json. `reason` is in the words of the parser, for requests that are no HTTP."""
    fault = FAULTS.get(status) or Fault("malformed-request", f"this is no request of HTTP: {reason}")
    metrics.errors.labels(fault.code).inc()
    log.info("request", method=None, route=None, status=status, request_id=request_id)
    return orjson.dumps(ProblemSchema().dump(Problem(status, (fault,), request_id)))
