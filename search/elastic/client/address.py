"""Where Elasticsearch is, read from one address:
http(s)://[user:password@]host[:port][,host[:port]…][/prefix][?index=…&ca=…].
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Self
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit, urlunsplit

DEFAULT_INDEX = "demarche"
SCHEMES = ("http", "https")
DEFAULT_PORT = 9200
CREDENTIALS = re.compile(r"[^@/?#]*//([^@/?#\s]*@)?[^@#]*")  # no sign of a password stands where it ends it
FORM = "an Elasticsearch address is http(s)://[user:password@]host:port[,host:port][/prefix][?index=NAME]"
UNESCAPED = (
    "in all of an Elasticsearch address, write @ as %40 and # as %23, "
    "and in user and password / as %2F, ? as %3F and a blank as %20"
)
INDEX_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,199}")  # what Elasticsearch allows, less what needs escaping in a path


@dataclass(frozen=True, slots=True)
class Address:
    """`url` holds no credentials, so that it may be shown; `index` is the beginning of all our names on that server.

    Several hosts are nodes of one cluster, each of which is asked; where one is gone, the others.
    """

    url: str
    index: str = DEFAULT_INDEX
    credentials: tuple[str, str] | None = field(default=None, repr=False)
    ca: str | None = None

    @classmethod
    def parse(cls, text: str) -> Self:
        """ValueError says what is wrong; it never repeats the password."""
        if not CREDENTIALS.fullmatch(text):
            raise ValueError(UNESCAPED)
        try:
            parts = urlsplit(text)
            hosts = [urlsplit(f"//{host}") for host in parts.netloc.rpartition("@")[2].split(",")]
            ports = [host.port for host in hosts]
        except ValueError:  # whose words repeat what is wrong, which may be part of a password
            raise ValueError(f"what stands for a host or port is none: {FORM}") from None
        if parts.scheme not in SCHEMES or not all(host.hostname for host in hosts) or 0 in ports:
            raise ValueError(FORM)
        credentials = None
        if parts.username is not None or parts.password is not None:
            if not parts.username or not parts.password:
                raise ValueError("an Elasticsearch address has both user and password, or neither")
            credentials = unquote(parts.username), unquote(parts.password)
        options = dict(parse_qsl(parts.query, keep_blank_values=True))
        unknown = sorted(set(options) - {"index", "ca"})
        if unknown:
            raise ValueError(f"an Elasticsearch address has no option {unknown[0]!r}; it has index and ca")
        index = options.get("index", DEFAULT_INDEX)
        if not INDEX_NAME.fullmatch(index):
            raise ValueError(f"{index!r} can't begin index names: small letters, digits, - and _ only, 200 at most")
        named = ",".join(dict.fromkeys(map(with_port, hosts)))
        return cls(
            url=urlunsplit((parts.scheme, named, parts.path.rstrip("/"), "", "")),
            index=index,
            credentials=credentials,
            ca=options.get("ca"),
        )

    @property
    def nodes(self) -> list[str]:
        """An address for each host."""
        parts = urlsplit(self.url)
        return [urlunsplit(parts._replace(netloc=host)) for host in parts.netloc.split(",")]


def with_port(host: SplitResult) -> str:
    assert host.hostname
    name = f"[{host.hostname}]" if ":" in host.hostname else host.hostname
    return f"{name}:{host.port or DEFAULT_PORT}"
