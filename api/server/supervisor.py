"""The process that starts, watches, replaces and stops those that answer: gunicorn's."""

from __future__ import annotations

import signal
import socket
from typing import Any

import click
import flask
from gunicorn.app.base import BaseApplication
from gunicorn.arbiter import Arbiter

from api.monitoring import counter_files, logs
from api.server.worker import TOLD, BufferingWorker
from schemas.settings import Reading, Settings

GRACE = 30  # seconds that answers under way have on SIGTERM
AT_ONCE = 1  # seconds that processes have to end on Ctrl-C; then they are killed


class Supervisor(Arbiter):  # type: ignore[misc]  # gunicorn has no types
    def spawn_worker(self) -> int | None:
        """A signal that came between the fork and the worker's own handlers would be taken by ours, for nobody."""
        before = signal.pthread_sigmask(signal.SIG_BLOCK, TOLD)
        try:
            pid: int | None = super().spawn_worker()
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)
        return pid

    def stop(self, graceful: bool = True) -> None:
        if not graceful:
            self.cfg.set("graceful_timeout", AT_ONCE)
        super().stop(graceful)


class Server(BaseApplication):  # type: ignore[misc]
    """gunicorn over a socket that listens already."""

    def __init__(self, settings: Settings, listener: socket.socket, workers: int) -> None:
        self.settings = settings
        self.host, self.port = listener.getsockname()[:2]
        self.descriptor = listener.detach()  # once: a reload (SIGHUP) asks for the configuration again
        self.workers = workers
        super().__init__()

    def run(self) -> None:
        Supervisor(self).run()

    def load_config(self) -> None:
        name = f"[{self.host}]" if ":" in self.host else self.host
        told = f"Demarche listens at http://{name}:{self.port} (Ctrl-C stops it)"
        if self.settings.reading is Reading.KEY:
            told += "\nReading needs a key, as writing does: demarche key add NAME"
        options: dict[str, Any] = {
            "bind": f"fd://{self.descriptor}",
            "workers": self.workers,
            "worker_class": BufferingWorker,
            "graceful_timeout": GRACE,
            "logconfig_dict": logs.settings_of(self.settings.log),
            "control_socket_disable": True,
            "when_ready": lambda arbiter: click.echo(told),
            "on_exit": lambda arbiter: counter_files.remove(),
            "child_exit": lambda arbiter, worker: counter_files.forget_gauges_of(worker.pid),
        }
        for option, value in options.items():
            self.cfg.set(option, value)

    def load(self) -> flask.Flask:
        """In each worker."""
        from api.app import create_app

        return create_app(settings=self.settings)
