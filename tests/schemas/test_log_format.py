"""Short lines; that JSON is written elsewhere is tested with the server."""

from __future__ import annotations

from typing import Any

import pytest

from schemas.log_format import short

USUAL = {"timestamp": "2026-03-01T09:31:07.123456Z", "level": "info", "logger": "api"}
REQUEST = {"event": "request", "method": "GET", "route": "/v1/statements", "status": 200, "milliseconds": 12.5}


@pytest.mark.parametrize(
    ("event", "line"),
    [
        (REQUEST | {"request_id": "trace-7"}, "GET /v1/statements 200 12.5 ms"),
        (REQUEST | {"route": None, "status": 404}, "GET no such address 404 12.5 ms"),
        ({"event": "feed read", "new": 3, "source": "The Herald"}, "info: feed read new=3 source='The Herald'"),
        ({"event": "refused", "origin": "a\x1b[2J\nb"}, r"info: refused origin='a\x1b[2J\nb'"),
        ({"event": "two\nlines"}, r"info: 'two\nlines'"),
        ({"event": "failed", "exception": "Traceback …"}, "info: failed\nTraceback …"),
    ],
)
def test_a_line_is_short_and_one(event: dict[str, Any], line: str) -> None:
    assert short(None, "info", USUAL | event) == f"09:31:07Z {line}"
