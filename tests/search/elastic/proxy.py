"""A way to a real Elasticsearch on which things go wrong when a test says so."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import urlsplit

CUT = "cut"  # the connection ends before the request arrives
LOST = "lost"  # the request is carried out, its answer never arrives

Fault = int | str | None  # an HTTP status, one of the above, or nothing
Lines = list[tuple[Any, bytes]]


class Way:
    """`fault` is asked about each request by its count and path, `refuse_item` about each bulk item by its count."""

    def __init__(self, target: str):
        self.target = urlsplit(target).netloc
        self.fault: Callable[[int, str], Fault] = lambda _count, _path: None
        self.refuse_item: Callable[[int], bool] = lambda _count: False
        self.requests = 0
        self.items = 0
        self.url = ""

    def again(self) -> None:
        """Nothing goes wrong from here on; counts begin anew."""
        self.fault, self.refuse_item = (lambda _count, _path: None), (lambda _count: False)
        self.requests = self.items = 0


@contextmanager
def way_to(target: str, port: int = 0) -> Iterator[Way]:
    way = Way(target)
    server = Server(("127.0.0.1", port), Handler)
    server.way = way
    way.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield way
    finally:
        way.fault = lambda _count, _path: CUT  # for connections that are kept open
        server.shutdown()
        server.server_close()
        thread.join()


class Server(ThreadingHTTPServer):
    daemon_threads = True
    way: Way


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # or each answer's body waits 40 ms until its headers are acknowledged
    server: Server

    def serve(self) -> None:
        way = self.server.way
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        fault = way.fault(way.requests, self.path)
        way.requests += 1
        if fault == CUT:
            self.close_connection = True
        elif isinstance(fault, int):
            self.answer(fault, b'{"error": {"type": "made_up_exception", "reason": "secret words of the server"}}')
        else:
            status, answer = self.forward(body)
            if fault == LOST:
                self.close_connection = True
            else:
                self.answer(status, answer)

    do_GET = do_HEAD = do_POST = do_PUT = do_DELETE = serve  # noqa: N815

    def forward(self, body: bytes) -> tuple[int, bytes]:
        """Without the bulk operations that are refused here, and with that refusal in the answer."""
        refused: Lines = []
        if self.path.startswith("/_bulk") or "/_bulk?" in self.path:
            body, refused = self.split_bulk(body)
        status, answer = self.ask(body) if body or not refused else (200, b'{"items": []}')
        if refused:
            items = json.loads(answer)["items"]
            for place, item in refused:
                items.insert(place, json.loads(item))
            answer = json.dumps({"errors": True, "items": items}).encode()
        return status, answer

    def split_bulk(self, body: bytes) -> tuple[bytes, Lines]:
        way = self.server.way
        kept, refused = [], []
        lines = iter(body.splitlines())
        for place, action in enumerate(lines):
            ((name, meta),) = json.loads(action).items()
            operation = [action] if name == "delete" else [action, next(lines)]
            if way.refuse_item(way.items):
                error = {"type": "es_rejected_execution_exception", "reason": "queue full"}
                refused.append(
                    (place, json.dumps({name: {"_id": meta["_id"], "status": 429, "error": error}}).encode())
                )
            else:
                kept += operation
            way.items += 1
        return b"".join(line + b"\n" for line in kept), refused

    def ask(self, body: bytes) -> tuple[int, bytes]:
        connection = HTTPConnection(self.server.way.target, timeout=60)
        try:
            names = ("Content-Type", "Accept", "Authorization")
            headers = {name: self.headers[name] for name in names if name in self.headers}
            connection.request(self.command, self.path, body, headers)
            response = connection.getresponse()
            return response.status, response.read()
        finally:
            connection.close()

    def answer(self, status: int, body: bytes) -> None:
        self.send_response(status)
        self.send_header("X-Elastic-Product", "Elasticsearch")
        self.send_header("Content-Type", "application/vnd.elasticsearch+json;compatible-with=9")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Nothing."""
