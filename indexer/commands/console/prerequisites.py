"""Commands that split articles say at once when what that takes is not installed."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

import click

from schemas.extras import HOW_TO_INDEX, INDEXING, missing

Command = TypeVar("Command", bound=Callable[..., Any])


def needs_extraction(command: Command) -> Command:
    """The command is refused before it begins where a package of the extra is not installed."""

    @wraps(command)
    def with_check(*args: Any, **options: Any) -> Any:
        absent = missing(INDEXING)
        if absent:
            raise click.UsageError(f"this needs packages that are not installed ({', '.join(absent)}): {HOW_TO_INDEX}")
        return command(*args, **options)

    return with_check  # type: ignore[return-value]
