"""From an address to an engine: the only place that knows which engines there are."""

from __future__ import annotations

from urllib.parse import unquote, urlsplit

from search.engine import Engine


def open_engine(address: str, *, make: bool = True) -> Engine:
    """`embedded:///absolute/path`, or `http(s)://[user:password@]host:port[,host:port][/prefix][?index=NAME]` for
    Elasticsearch.

    The first call makes an empty index where there is none. With `make` off only storing does, and all that reads
    raises NoIndex until then. ValueError for any other address; EngineUnavailable where the
    engine does not answer is raised by the first call, not here, so that a server may start before its engine.
    """
    scheme = urlsplit(address).scheme
    if scheme == "embedded":
        from search.embedded.engine import EmbeddedEngine

        if urlsplit(address).netloc:
            raise ValueError(f"{address!r} names no absolute path: write embedded:///path, with three slashes")
        return EmbeddedEngine(unquote(urlsplit(address).path), make=make)
    if scheme in ("http", "https"):
        from search.elastic.engine import ElasticEngine

        return ElasticEngine(address, make=make)
    # The address may hold a password, so only its scheme is repeated.
    raise ValueError(f"{scheme or 'no scheme'!r} names no engine: write embedded:///path or https://host:9200")
