"""One process that answers: gunicorn starts, watches and stops it, waitress keeps its connections."""

from __future__ import annotations

import os
import resource
import signal
import time
from types import FrameType

from gunicorn.workers.base import Worker
from waitress import wasyncore

from api.server.connections import CONNECTIONS, Listener, listen

THREADS = 6  # of which exports may take two, and texts to split two (api/v1/slots.py)
LARGEST_HEAD = 32_768  # bytes of a request before its body
AHEAD = 4_000_000  # bytes of an answer made before its client has taken any of it
IN_MEMORY = 256 * 1024  # bytes of a body or an answer; what is larger waits on the disk
FILES = 3 * CONNECTIONS + 200  # a connection may have its body and its answer on the disk
LINGER = 1.0  # seconds in which a client that keeps its connection may have sent a request before it heard of the end

TOLD = (signal.SIGINT, signal.SIGQUIT, signal.SIGTERM)


class BufferingWorker(Worker):  # type: ignore[misc]  # gunicorn has no types
    def run(self) -> None:
        allow_files(FILES)
        (given,) = self.sockets
        self.listener = listen(
            self.wsgi,
            given.sock.dup(),
            threads=THREADS,
            channel_request_lookahead=1,  # else nobody would see that a client hung up before it was answered
            max_request_header_size=LARGEST_HEAD,
            max_request_body_size=self.app.settings.max_body,
            inbuf_overflow=IN_MEMORY,
            outbuf_overflow=IN_MEMORY,
            outbuf_high_watermark=AHEAD,
            log_socket_errors=False,
            ident=None,
            server_name=self.app.host,  # of those who name none
            clear_untrusted_proxy_headers=False,  # whom to believe is said by DEMARCHE_PROXIES alone
        )
        while self.alive and os.getppid() == self.ppid:
            self.turn(self.listener)
        self.finish(self.listener)

    def turn(self, listener: Listener, seconds: float = 1.0) -> None:
        self.notify()
        wasyncore.loop(seconds, use_poll=True, map=listener._map, count=1)
        listener.look()

    def finish(self, listener: Listener) -> None:
        """Answer what was begun, for as long as gunicorn lets us."""
        listener.listen_no_more()
        lingering_until = time.monotonic() + LINGER
        while listener.active_channels and time.monotonic() < lingering_until:
            self.turn(listener, 0.1)
        while listener.close_all_but_owed():
            self.turn(listener, 0.1)

    def init_signals(self) -> None:
        super().init_signals()
        signal.pthread_sigmask(signal.SIG_UNBLOCK, TOLD)

    def handle_exit(self, number: int, frame: FrameType | None) -> None:
        if not self.booted:
            os._exit(0)
        self.alive = False
        if hasattr(self, "listener"):
            self.listener.pull_trigger()

    def handle_quit(self, number: int, frame: FrameType | None) -> None:
        """At once: an exception may be lost in whatever it interrupts, and Python waits for its threads."""
        os._exit(0)


def allow_files(number: int) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft < number:
        most = number if hard == resource.RLIM_INFINITY else min(number, hard)
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))
