"""Connections of one process, kept by waitress: requests are taken in whole, and answers given out, by the thread that
watches all sockets, so that whoever is slow or silent keeps nobody from being answered.

waitress is lenient: it waits for two minutes, and without end for who reads an answer a byte at a time. Here who holds
a connection without need loses it.
"""

from __future__ import annotations

import socket
import time
import uuid
from contextlib import suppress
from typing import Any

from waitress.channel import HTTPChannel
from waitress.server import TcpWSGIServer
from waitress.task import ErrorTask

from schemas.wire.problem import MEDIA_TYPE

CONNECTIONS = 1_000  # of a process; beyond them the one that was silent for longest gives way
IDLE = 20.0  # seconds that a connection may be open for nothing
LOOK = 10.0  # seconds between two looks at all connections
SLOWEST = 500  # bytes a second that who sends a request or takes an answer must move
LOOKS = 3  # that may find it slower
WAITING = 8  # requests that wait for a thread: while there are more, connections are left to other processes

# Small buffers in the kernel, for what fits in there counts as moved though nobody has taken it.
SOCKET_OPTIONS = [(socket.SOL_TCP, socket.TCP_NODELAY, 1), (socket.SOL_SOCKET, socket.SO_SNDBUF, 128 * 1024)]


class Refusal(ErrorTask):  # type: ignore[misc]  # waitress has no types
    """What is no HTTP, or larger than is taken, is told in the form of all our errors."""

    def execute(self) -> None:
        from api.server.rejection import (
            problem_body,  # here, for the counters of errors must be imported in each process
        )

        error = self.request.error
        self.status = f"{error.code} {error.reason}"
        body = problem_body(error.code, str(error.body), uuid.uuid4().hex)
        self.response_headers.append(("Content-Type", MEDIA_TYPE))
        self.set_close_on_finish()
        self.channel.refused = True
        self.content_length = len(body)
        self.write(body)


class Channel(HTTPChannel):  # type: ignore[misc]
    """A connection, and how much of it moves."""

    error_task_class = Refusal
    total_outbufs_len: int = 0  # bytes of the answer that nobody has taken yet
    moved = 0  # bytes since the last look
    slow = 0  # looks in a row
    refused = False
    leaving = False  # what is still sent is thrown away

    def recv(self, buffer_size: int) -> bytes:
        data: bytes = super().recv(buffer_size)
        self.moved += len(data)
        return data

    def send(self, data: bytes, do_close: bool = True) -> int:
        sent: int = super().send(data, do_close)
        self.moved += sent
        return sent

    def readable(self) -> bool:
        return self.leaving or bool(super().readable())

    def writable(self) -> bool:
        return not self.leaving and bool(super().writable())

    def handle_read(self) -> None:
        if not self.leaving:
            super().handle_read()
        elif not self.recv(self.adj.recv_bytes):
            self.handle_close()

    def handle_write(self) -> None:
        """Who is told no in the middle of sending would not read it if the connection were closed at once."""
        if not (self.refused and self.close_when_flushed):
            super().handle_write()
            return
        _, failed = self._flush_exception(self._flush_some)
        if failed or self.will_close:
            self.handle_close()
        elif not self.total_outbufs_len:
            self.leaving = True
            with suppress(OSError):  # gone already
                self.socket.shutdown(socket.SHUT_WR)

    @property
    def waits_for_us(self) -> bool:
        return bool(self.requests) and not self.total_outbufs_len

    @property
    def is_owed(self) -> bool:
        """An answer, or the rest of one."""
        return bool(self.requests or self.total_outbufs_len)

    @property
    def is_silent(self) -> bool:
        """Between two requests, or before the first."""
        return not (self.request or self.is_owed)

    def is_due(self, now: float) -> bool:
        """Whether it has used up our patience; to be asked once a look."""
        if self.leaving:
            self.slow += 1
            return self.slow >= LOOKS
        if self.is_silent:
            return bool(now - self.last_activity > IDLE)
        dawdles = not self.waits_for_us and self.moved < SLOWEST * LOOK
        self.slow = self.slow + 1 if dawdles else 0
        self.moved = 0
        return self.slow >= LOOKS


class Listener(TcpWSGIServer):  # type: ignore[misc]
    """A socket that listens, and the connections it took."""

    channel_class = Channel
    next_look = 0.0

    def readable(self) -> bool:
        return bool(self.accepting) and len(self.task_dispatcher.queue) < WAITING

    def handle_accept(self) -> None:
        if len(self.active_channels) >= CONNECTIONS:
            self.make_room()
        super().handle_accept()

    def make_room(self) -> None:
        waiting = [channel for channel in self.active_channels.values() if not channel.waits_for_us]
        if waiting:
            min(waiting, key=lambda channel: channel.last_activity).handle_close()

    def look(self) -> None:
        """Close what is due, every few seconds. Not while sockets are gone through, as waitress's own would be."""
        now = time.time()
        if now < self.next_look:
            return
        self.next_look = now + LOOK
        for channel in list(self.active_channels.values()):
            if channel.is_due(now):
                channel.handle_close()

    def listen_no_more(self) -> None:
        """Others may, over the same socket."""
        self.accepting = False
        self.del_channel()
        self.socket.close()

    def close_all_but_owed(self) -> bool:
        """Whether there were any that are."""
        for channel in list(self.active_channels.values()):
            if not channel.is_owed:
                channel.handle_close()
        return bool(self.active_channels)


def listen(application: Any, listening: socket.socket, **options: Any) -> Listener:
    """`options` are waitress's adjustments. Listens at once; whoever calls it runs the loop over its `_map`."""
    from waitress.adjustments import Adjustments
    from waitress.task import ThreadedTaskDispatcher

    adjustments = Adjustments(**options)
    adjustments.socket_options = SOCKET_OPTIONS
    dispatcher = ThreadedTaskDispatcher()
    dispatcher.set_thread_count(adjustments.threads)
    told = (listening.family, listening.type, listening.proto, listening.getsockname())
    return Listener(
        application, {}, True, listening, dispatcher=dispatcher, adj=adjustments, bind_socket=False, sockinfo=told
    )
