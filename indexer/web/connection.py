"""Connections that go where they were allowed to go, and end when their time is over.

A host's addresses are looked up and checked when the connection is made, and the connection goes to one of those: a
name that answers with a harmless address first and a private one later has no moment to change in. Proxies of the
environment are not used, for what they connect to could not be checked.
"""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from ipaddress import ip_address
from types import TracebackType
from typing import Any

from urllib3 import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection

from indexer.inputs.result import Refusal
from indexer.web.address import Allowed, IPAddress, Target, is_public
from indexer.web.cloud_metadata import names_metadata
from indexer.web.transient import Transient

CONNECTING = 10.0  # seconds for each of a host's addresses
READING = 15.0  # seconds without a byte

Resolve = Callable[[str, int], Sequence[str]]


def resolve(host: str, port: int) -> Sequence[str]:
    """All addresses of a host, in the system's order of preference. OSError if there is none."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


class Deadline:
    """Shuts connections when their time is over, in whatever they are stuck: a time limit on each read is nothing to a
    server that sends a byte every ten seconds.
    """

    def __init__(self, seconds: float) -> None:
        self.ends = time.monotonic() + seconds
        self.passed = False
        self.lock = threading.Lock()
        self.handles: list[socket.socket] = []
        self.timer = threading.Timer(seconds, self.pass_)
        self.timer.daemon = True

    def __enter__(self) -> Deadline:
        self.timer.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.timer.cancel()
        with self.lock:
            while self.handles:
                self.handles.pop().close()

    @property
    def left(self) -> float:
        """Seconds, 0 where it has passed."""
        return max(0.0, self.ends - time.monotonic())

    def watch(self, connection: socket.socket) -> None:
        """By a second handle, since TLS takes the first one over and only gives it back after its handshake."""
        with self.lock:
            self.handles.append(connection.dup())
        if self.passed:
            self.pass_()

    def pass_(self) -> None:
        self.passed = True
        with self.lock:
            for handle in self.handles:
                with suppress(OSError):
                    handle.shutdown(socket.SHUT_RDWR)


@dataclass(frozen=True, slots=True)
class Gate:
    """`allowed` says which addresses may be connected to, `resolve` which a host has."""

    allowed: Allowed = is_public
    resolve: Resolve = resolve

    def connect(self, host: str, port: int, deadline: Deadline) -> socket.socket:
        """Refusal if any of the host's addresses is one that must not be connected to."""
        fault: OSError | None = None
        for address in self.addresses(host, port):
            if not deadline.left:  # a host may have any number of addresses at which nobody is
                break
            try:
                connection = socket.create_connection((str(address), port), min(CONNECTING, deadline.left))
            except OSError as error:
                fault = error
                continue
            deadline.watch(connection)
            return connection
        if not deadline.left:
            raise TimeoutError
        told = (fault.strerror or str(fault)) if fault else "it has no address"
        raise Transient(f"can't be reached: {told}", unreachable=True)

    def addresses(self, host: str, port: int) -> list[IPAddress]:
        if names_metadata(host):
            raise Refusal("is where a cloud keeps its machines' credentials, which is never fetched from")
        try:
            found = [ip_address(text) for text in self.resolve(host, port)]
        except (OSError, UnicodeError) as error:
            told = getattr(error, "strerror", None) or str(error)
            raise Transient(f"can't be reached: {host} is not found ({told})", unreachable=True) from None
        for address in found:
            if not self.allowed(address):
                raise Refusal(f"is at a private or reserved address ({address}), which is not fetched from")
        return found


class GatedConnection(HTTPConnection):
    def __init__(self, *args: Any, gate: Gate, deadline: Deadline, **options: Any) -> None:
        super().__init__(*args, **options)
        self.gate = gate
        self.deadline = deadline

    def _new_conn(self) -> socket.socket:
        return self.gate.connect(self._dns_host, self.port, self.deadline)


class GatedTLSConnection(GatedConnection, HTTPSConnection):
    """The certificate must still be the host name's."""


class GatedPool(HTTPConnectionPool):
    ConnectionCls = GatedConnection


class GatedTLSPool(HTTPSConnectionPool):
    ConnectionCls = GatedTLSConnection


def connection_to(target: Target, gate: Gate, deadline: Deadline) -> HTTPConnectionPool:
    """For one request: at one a second for each host, keeping connections open would spare nobody anything."""
    pool = GatedTLSPool if target.scheme == "https" else GatedPool
    return pool(target.host, target.port, gate=gate, deadline=deadline, timeout=READING, retries=False)
