"""What one request asks of an engine: `python -m benchmarks.questions [--elasticsearch ADDRESS]`.

For each of some addresses: how many questions are put to the engine, how many states of the index these read (each look
for the newest commit is one), and how many requests go to Elasticsearch, once a first request has been answered.
"""

from __future__ import annotations

import logging
import tempfile
import threading
import uuid
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import click
import structlog
from flask.testing import FlaskClient
from rich.console import Console
from rich.table import Table

from api.app import create_app
from schemas.query import StatementQuery
from schemas.settings import Settings
from search.elastic.engine import ElasticEngine
from search.embedded.index.folder import Folder
from search.engine import Engine, View
from search.opening import open_engine
from tests.contract.corpus import CORPUS

FACETS = "country,speaker_country,about,speaker_id,organisation,source,kind,act"
SOURCES = "source=lowland-gazette&source=nowhere"
ADDRESSES = {
    "page": "/",
    "page, a word": "/?q=corridor",
    "page, a word and filters": f"/?q=corridor&country=AM&country=FR&country=PE&kind=direct&{SOURCES}",
    "API": "/v1/statements?q=corridor",
    "API, facets": f"/v1/statements?q=corridor&facets={FACETS}",
    "API, facets and filters": f"/v1/statements?q=corridor&country=AM,FR,PE&{SOURCES}&facets={FACETS}",
    "a country": "/countries/AM",
    "a speaker": "/speakers/Anna%20Petrosjan",
    "a statement": "/statements/{statement}",
}
QUESTIONS = sorted(View.__abstractmethods__)


@contextmanager
def counted(owner: Any, names: list[str], counts: Counter[str], kind: str) -> Iterator[None]:
    """Calls of these methods, but for those that they make of each other."""
    within = threading.local()

    def counting(call: Callable[..., Any], name: str) -> Callable[..., Any]:
        def wrapped(*args: Any, **kwargs: Any) -> Any:
            outermost = not getattr(within, "on", False)
            if outermost:
                counts[kind] += 1
                counts[f"{kind}: {name}"] += 1
            within.on = True
            try:
                return call(*args, **kwargs)
            finally:
                within.on = not outermost

        return wrapped

    own = {name: getattr(owner, name) for name in names}
    for name, call in own.items():
        setattr(owner, name, counting(call, name))
    try:
        yield
    finally:
        for name, call in own.items():
            setattr(owner, name, call)


def asked(engine: Engine, client: FlaskClient, path: str) -> Counter[str]:
    """Of a request that is not the first: what is known of the newest state stays known."""
    path = path.format(statement=engine.search(StatementQuery()).data[0].statement.id)
    first = client.get(path, follow_redirects=True)  # from filters as a form sends them to the address that they have
    assert first.status_code == 200, path
    counts: Counter[str] = Counter()
    owner: Any = Folder
    name, kind = "commit", "states"
    if isinstance(engine, ElasticEngine):
        owner, name, kind = engine.client.transport, "perform_request", "requests"
    with counted(type(engine.newest()), QUESTIONS, counts, "questions"), counted(owner, [name], counts, kind):
        client.get(first.request.full_path)
    return counts


@click.command(help=__doc__)
@click.option("--elasticsearch", "address", help="Its address; without one it is left out.")
def main(address: str | None) -> None:
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    table = Table("request", "questions", "states, embedded", "requests to Elasticsearch")
    with tempfile.TemporaryDirectory() as folder:
        found = [counts_of(f"embedded://{folder}/index")]
        found.append(counts_of(f"{address}?index=questions-{uuid.uuid4().hex}") if address else {})
    for name in ADDRESSES:
        embedded, elastic = (each.get(name, Counter()) for each in found)
        table.add_row(name, str(embedded["questions"]), str(embedded["states"]), str(elastic["requests"] or ""))
    Console().print(table)


def counts_of(address: str) -> dict[str, Counter[str]]:
    with open_engine(address) as engine:
        engine.replace(CORPUS)
        client = create_app(engine, Settings(engine=engine.location)).test_client()
        try:
            return {name: asked(engine, client, path) for name, path in ADDRESSES.items()}
        finally:
            remove(engine)


def remove(engine: Engine) -> None:
    """What a server keeps; a folder goes with whoever made it."""
    if isinstance(engine, ElasticEngine):
        names = engine.indices.names
        found = engine.client.indices.get_alias(name=[names.statements, names.articles])
        engine.client.indices.delete(index=list(found))


if __name__ == "__main__":
    main()
