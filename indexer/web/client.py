"""One request and its answer, within limits of size and time; faults in words for the user."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from urllib3 import BaseHTTPResponse, HTTPHeaderDict
from urllib3.exceptions import DecodeError, HTTPError, InvalidHeader, ReadTimeoutError, SSLError
from urllib3.util import Retry

from indexer.inputs.input import MAX_INPUT
from indexer.inputs.result import Refusal
from indexer.web.address import Target
from indexer.web.allowance import Allowance
from indexer.web.connection import READING, Deadline, Gate, connection_to
from indexer.web.transient import Transient

LONGEST = 60.0  # seconds for all requests of a fetch, and their whole answers
DAY = 24 * 3600  # seconds
SHOWN = 100  # characters of what a server says, in a message
PART = 65_536  # bytes, once decompressed, that are read at once


@dataclass(frozen=True, slots=True)
class Answer:
    """`body` is decompressed, and empty unless the status is of success; what came after the limit is `cut`."""

    target: Target
    status: int
    headers: HTTPHeaderDict
    body: bytes = b""
    cut: bool = False

    @property
    def retry_after(self) -> float | None:
        """Seconds that the server asks to wait, if it does: a day at most."""
        told = self.headers.get("Retry-After")
        try:
            return Retry(retry_after_max=DAY).parse_retry_after(told) if told else None
        except (InvalidHeader, ValueError, OverflowError):  # the two of dates and numbers that no calendar has
            return None


@dataclass(frozen=True, slots=True)
class Client:
    """`agent` is the name that requests carry; `seconds` is how long all requests of one fetch may take."""

    agent: str
    gate: Gate = field(default_factory=Gate)
    seconds: float = LONGEST

    def allowance(self) -> Allowance:
        """For one fetch."""
        return Allowance(self.seconds)

    def get(
        self, target: Target, allowance: Allowance, headers: Mapping[str, str] | None = None, limit: int = MAX_INPUT
    ) -> Answer:
        """Redirects are answers too. Refusal, or Passing, where there is no answer while the allowance lasts."""
        if allowance.seconds <= 0:
            raise self.late()
        sent = {"User-Agent": self.agent, "Accept": "*/*", "Accept-Encoding": "gzip", **(headers or {})}
        with (
            allowance.spent(),
            Deadline(allowance.seconds) as deadline,
            connection_to(target, self.gate, deadline) as connection,
        ):
            try:
                response = connection.urlopen("GET", target.path, headers=sent, redirect=False, preload_content=False)
                try:
                    body, cut = body_of(response, limit) if 200 <= response.status < 300 else (b"", False)
                finally:
                    response.close()
            except (HTTPError, OSError) as error:
                raise fault_of(error) if deadline.left else self.late() from None
            if not deadline.left:  # what it cut off looks like the end of an answer of no declared length
                raise self.late()
            return Answer(target, response.status, response.headers, body, cut)

    def late(self) -> Transient:
        return Transient(f"took longer than {self.seconds:g} seconds")


def body_of(response: BaseHTTPResponse, limit: int) -> tuple[bytes, bool]:
    """A small answer may become large: what counts is its size once decompressed."""
    packings = [name.strip().lower() for name in response.headers.get("Content-Encoding", "").split(",")]
    unknown = next((name for name in packings if name not in (*response.CONTENT_DECODERS, "identity", "")), None)
    if unknown:
        raise Refusal(f"is compressed as {unknown[:SHOWN]}, which was not asked for")
    parts = bytearray()
    for part in response.stream(PART, decode_content=True):
        parts += part
        if len(parts) > limit:
            return bytes(parts[:limit]), True
    return bytes(parts), False


def fault_of(error: Exception) -> Refusal:
    match error:
        case DecodeError():
            return Refusal("is compressed in a way that can't be undone")
        case SSLError():
            return Refusal(f"can't be trusted: {str(error)[:SHOWN]}")
        case ReadTimeoutError() | TimeoutError():
            return Transient(f"sent nothing for {READING:g} seconds")
        case _:
            return Transient(f"broke off: {str(error)[:SHOWN]}")
