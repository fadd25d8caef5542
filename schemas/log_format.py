"""A line of the log: JSON for programs, or a short one for whoever reads along on a terminal."""

from __future__ import annotations

import sys
from collections.abc import MutableMapping
from typing import Any

import structlog

from schemas.settings import LogForm


def renderer(form: LogForm | None) -> Any:
    """structlog's last processor; with no form, short where standard error is a terminal. `timestamp` is ISO, UTC."""
    if form is LogForm.SHORT or (form is None and sys.stderr.isatty()):
        return short
    return structlog.processors.JSONRenderer(ensure_ascii=False)


def short(_logger: Any, _method: str, event: MutableMapping[str, Any]) -> str:
    """`09:31:07Z GET /v1/statements 200 12.5 ms`, or else level, event and what belongs to it. A traceback follows."""
    left = dict(event)
    time, level, name = str(left.pop("timestamp"))[11:19], left.pop("level"), left.pop("event")
    left.pop("logger", None)
    traceback = f"\n{left.pop('exception')}" if "exception" in left else ""
    if name == "request":
        told = f"{left['method']} {left['route'] or 'no such address'} {left['status']} {left['milliseconds']} ms"
    else:
        members = "".join(f" {key}={shown(value)}" for key, value in left.items())
        told = f"{level}: {name if str(name).isprintable() else repr(name)}{members}"
    return f"{time}Z {told}{traceback}"


def shown(value: object) -> str:
    """Nothing in it may end the line or steer the terminal."""
    text = str(value)
    return text if text.isprintable() and " " not in text else repr(text)
