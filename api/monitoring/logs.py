"""The log on standard error, one line an event: ours, and what libraries log."""

from __future__ import annotations

import logging.config
from typing import Any

import structlog

from schemas.log_format import renderer
from schemas.settings import LogForm

SHARED: list[Any] = [
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_logger_name,
    structlog.stdlib.add_log_level,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
    structlog.processors.format_exc_info,
]
FORMATTER: dict[str, Any] = {
    "()": structlog.stdlib.ProcessorFormatter,
    "foreign_pre_chain": SHARED,
}
LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "lines"}},
    "root": {"level": "INFO", "handlers": ["stderr"]},
    "loggers": {
        "elastic_transport": {"level": "WARNING"},  # it logs every request, with what was searched for
        # Its own handlers write other lines; its warnings of malformed requests name the client's address.
        "gunicorn.error": {"level": "ERROR", "propagate": True},
        "flask-limiter": {"level": "ERROR"},  # it names who asked too often
        "waitress": {"level": "ERROR"},  # it warns whenever requests wait for a moment
    },
}


def settings_of(form: LogForm | None) -> dict[str, Any]:
    """As logging.config takes them, which gunicorn does once more."""
    processors = [structlog.stdlib.ProcessorFormatter.remove_processors_meta, renderer(form)]
    return {**LOGGING, "formatters": {"lines": {**FORMATTER, "processors": processors}}}


def configure(form: LogForm | None) -> None:
    logging.config.dictConfig(settings_of(form))
    structlog.configure(
        processors=[*SHARED, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
