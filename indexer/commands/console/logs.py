"""What the packages below log, kept off standard output, where results go, and out of the one line an error gets."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator, MutableMapping
from contextlib import contextmanager
from typing import Any

import structlog

from schemas.log_format import renderer
from schemas.redaction import shown_text
from schemas.settings import Settings


@contextmanager
def quiet_logs() -> Iterator[None]:
    """Errors alone, on standard error, while a command runs; `serve` sets up its own log within. All, if that was asked
    for.
    """
    before = structlog.get_config()
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.dev.ConsoleRenderer(colors=False, exception_formatter=structlog.dev.plain_traceback),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level(logging.ERROR)),
        logger_factory=lambda *names: structlog.PrintLogger(sys.stderr),
        cache_logger_on_first_use=False,  # it would outlive the command
    )
    try:
        yield
    finally:
        structlog.configure(**before)


def level(otherwise: int) -> int:
    """From which on is logged."""
    try:
        return logging.DEBUG if Settings.from_environment().debug else otherwise
    except ValueError:  # which the command will name that needs the settings
        return otherwise


class Named(structlog.PrintLogger):
    """Knows whose it is: "" for the command's own, else the package's that speaks."""

    def __init__(self, *names: str) -> None:
        super().__init__(sys.stderr)
        self.name = "".join(names)


def event_log() -> None:
    """For commands that run on and on: a line an event on standard error, JSON where no one watches."""
    structlog.configure(
        processors=[
            errors_of_packages,
            without_secrets,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            renderer(Settings.from_environment().log),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level(logging.INFO)),
        logger_factory=Named,
    )
    # Else what libraries log would stand between the lines as plain text; what matters of it comes as an error.
    logging.getLogger().addHandler(logging.NullHandler())


def without_secrets(logger: Named, method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    return {name: hide_secrets(value) for name, value in event.items()}


def hide_secrets(value: Any) -> Any:
    match value:
        case str():
            return shown_text(value)
        case list():
            return [hide_secrets(each) for each in value]
    return value


def errors_of_packages(logger: Named, method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Of what the packages below tell, errors alone, as in other commands: the rest the command tells itself, once."""
    if logger.name and method not in ("error", "critical", "exception", "debug"):
        raise structlog.DropEvent
    return event
