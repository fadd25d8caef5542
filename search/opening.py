"""From an address to an engine: the only place that knows which engines there are."""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

from search.engine import Engine

HOST = re.compile(r"[^:]*://[^/?#]")
SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")


def open_engine(address: str, *, make: bool = True) -> Engine:
    """`embedded:///absolute/path`, or `http(s)://[user:password@]host:port[,host:port][/prefix][?index=NAME]` for
    Elasticsearch.

    The first call makes an empty index where there is none. With `make` off only storing does, and all that reads
    raises NoIndex until then. ValueError for any other address; EngineUnavailable where the
    engine does not answer is raised by the first call, not here, so that a server may start before its engine.
    """
    found = SCHEME.match(address)  # urlsplit's errors would repeat a password
    scheme = found[1].lower() if found else ""
    if scheme == "embedded":
        from search.embedded.engine import EmbeddedEngine

        if HOST.match(address):
            raise ValueError(
                "an embedded index has an absolute path and no host: write embedded:///path, three slashes"
            )
        return EmbeddedEngine(unquote(urlsplit(address).path), make=make)
    if scheme in ("http", "https"):
        from search.elastic.engine import ElasticEngine

        return ElasticEngine(address, make=make)
    # The address may hold a password, so only its scheme is repeated.
    raise ValueError(f"{scheme or 'no scheme'!r} names no engine: write embedded:///path or https://host:9200")
