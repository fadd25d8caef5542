"""Addresses as they may be shown: without passwords, and without the values of parameters that let somebody in."""

from __future__ import annotations

import re
from urllib.parse import unquote

HIDDEN = "***"
ADDRESS = re.compile(r"(?<![A-Za-z0-9+.-])[A-Za-z][A-Za-z0-9+.-]*://\S+")
HOST = re.compile(r"[^/]*//(\[[^\]]*\]|[^/?#:@]*)(:\d*)?(?=[/?#]|\Z)")
USER = re.compile(r"\A(?P<scheme>[^/]*//).*@", re.DOTALL)
PARAMETER = re.compile(r"(?P<before>[?&;#])(?P<name>[^=&;#?]+)=[^&;#]+")
SECRET = re.compile(
    r".*(token|secret|password|passwd|pwd|signature|credentials?|api-?key|jwt)|(.*[-_.])?(key|auth|authorization|sig|pass)",
    re.IGNORECASE,
)


def shown_address(address: str) -> str:
    """All that stands before the last @ counts as user and password, unless a plain host stands there already."""
    without_user = address if HOST.match(address) else USER.sub(rf"\g<scheme>{HIDDEN}@", address, count=1)
    return PARAMETER.sub(hide, without_user)


def hide(parameter: re.Match[str]) -> str:
    name = parameter["name"]
    return f"{parameter['before']}{name}={HIDDEN}" if SECRET.fullmatch(unquote(name)) else parameter[0]


def shown_text(text: str) -> str:
    """With each address in it as it may be shown."""
    return ADDRESS.sub(lambda found: shown_address(found[0]), text)
