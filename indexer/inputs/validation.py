"""A ValidationError of marshmallow's as one line for people."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from marshmallow import ValidationError


def reason(error: ValidationError) -> str:
    """`published_on: '2023-13' is not a date…; statements.0.kind: Must be one of: direct, mixed, indirect.`"""
    return "; ".join(f"{path}: {message}" if path else message for path, message in flat(error.messages))


def flat(messages: Any, path: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(messages, dict):
        for key, inner in messages.items():
            yield from flat(inner, path if key == "_schema" else f"{path}.{key}".lstrip("."))
    elif isinstance(messages, list):
        for inner in messages:
            yield from flat(inner, path)
    else:
        yield path, str(messages)
