"""Under which names and below which path this server answers.

A page of anybody's may have its own name point to this machine, and then read through its reader's browser what only
that browser reaches; but the name that the browser asks for is still the page's (DNS rebinding).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

import flask

from api.errors.failures import Refused
from schemas.loopback import is_loopback
from schemas.problem import Fault

HOST = re.compile(r"(?P<name>[a-z0-9._-]{1,253}|\[[0-9a-f:.]{2,45}\])(:\d{0,5})?", re.ASCII)
PREFIX = re.compile(r"(/(?!\.{1,2}(/|$))[A-Za-z0-9._~!$&()*+,;=:@-]+)*/?", re.ASCII)
NO_PREFIX = "demarche.no_prefix"
ALWAYS = ("health.healthz",)  # whoever watches over it asks by whatever number it has

WSGI = Callable[[dict[str, Any], Any], Iterable[bytes]]


def init_app(app: flask.Flask, names: tuple[str, ...]) -> None:
    """Any name where there are none; those of this machine are always served beside others."""

    @app.before_request
    def check() -> None:
        if flask.request.environ.get(NO_PREFIX) is not None:
            raise Refused(400, Fault("bad-prefix", "the header X-Forwarded-Prefix holds no path, as /demarche is one"))
        host = HOST.fullmatch(flask.request.environ.get("HTTP_HOST", "localhost").lower())
        if host is None:
            raise Refused(400, Fault("bad-host", "the header Host holds no name of a host"))
        if names and flask.request.endpoint not in ALWAYS and not is_served(host["name"], names):
            raise Refused(421, not_served(host["name"]))


def not_served(name: str) -> Fault:
    return Fault(
        "host-not-served",
        f"this server does not answer as {name}",
        hint="whoever runs it names the hosts that it answers as in DEMARCHE_HOSTS",
    )


def is_served(name: str, names: tuple[str, ...]) -> bool:
    return is_loopback(name) or any(
        name == served or (served.startswith("*.") and name.endswith(served[1:])) for served in names
    )


def with_checked_prefix(application: WSGI) -> WSGI:
    """What a proxy calls the path that we are mounted under becomes part of every link."""

    def checked(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        prefix = environ.get("SCRIPT_NAME", "")
        if not PREFIX.fullmatch(prefix):
            environ |= {"SCRIPT_NAME": "", NO_PREFIX: prefix}
        return application(environ, start_response)

    return checked
