"""Search measured beside what one would use instead: `python -m benchmarks.search --keep FOLDER [--statements N]...`.

In one run and in turns: our embedded engine in this process and over HTTP (`demarche serve`), tantivy by hand on the
same index, SQLite FTS5 by Datasette on the same rows, our API on Elasticsearch and a `_search` by hand of what our
engine asks for. Stores are made once and kept in FOLDER: about 2 GB and a quarter of an hour for a million statements.

Datasette is measured where it is installed: pip install -e '.[bench]'. Without --elasticsearch a node of the tests' own
is started, which needs Maven once.
"""

from __future__ import annotations

import importlib.util
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import click
from elasticsearch import Elasticsearch
from rich.console import Console

from benchmarks.search import by_datasette, by_elasticsearch, by_tantivy, tables
from benchmarks.search.building import fill, fill_sqlite, once
from benchmarks.search.corpus import Ask, Maker, mix
from benchmarks.search.measuring import Times, in_turns, throughput
from benchmarks.search.ours import in_process, over_http
from benchmarks.search.serving import Client, Server, datasette, demarche, memory
from search.elastic.engine import ElasticEngine
from search.embedded.engine import EmbeddedEngine
from tests.elasticsearch.server import node


@dataclass(frozen=True)
class Measuring:
    """All systems over stores of one size, open."""

    asks: dict[str, Ask]
    servers: dict[str, Server]
    embedded: EmbeddedEngine
    sizes: dict[str, float]  # MB on disk


def build(folder: Path, elastic: str | None, statements: int, console: Console) -> None:
    """Whatever is not there already."""
    folder.mkdir(parents=True, exist_ok=True)
    stores = {"embedded": lambda: fill(f"embedded://{folder}/embedded", statements)}
    if has_datasette():
        stores["sqlite"] = lambda: fill_sqlite(folder / "statements.db", statements)
    if elastic:
        stores["elasticsearch"] = lambda: fill(elastic, statements)
    for name, make in stores.items():
        if seconds := once(folder / f"{name}.built", make):
            console.print(f"{statements:,} statements into {name} in {seconds:,.0f} s ({statements / seconds:,.0f}/s)")


@contextmanager
def opened(folder: Path, elastic: str | None) -> Iterator[Measuring]:
    with ExitStack() as stack:
        address = f"embedded://{folder}/embedded"
        embedded = stack.enter_context(EmbeddedEngine(folder / "embedded"))
        servers = {tables.OURS_HTTP: stack.enter_context(demarche(address))}
        asks = {
            tables.OURS: in_process(embedded),
            tables.TANTIVY: by_tantivy.asking(folder / "embedded"),
            tables.OURS_HTTP: over_http(Client(servers[tables.OURS_HTTP].url), embedded),
        }
        sizes = {tables.OURS: embedded.status().bytes / 1e6}
        if has_datasette():
            database = folder / "statements.db"
            servers[tables.DATASETTE] = stack.enter_context(datasette(database))
            asks[tables.DATASETTE] = by_datasette.asking(Client(servers[tables.DATASETTE].url))
            sizes[tables.DATASETTE] = database.stat().st_size / 1e6
        if elastic:
            engine = stack.enter_context(ElasticEngine(elastic))
            settle(engine.client, f"{engine.address.index}-*")
            servers[tables.API_ELASTIC] = stack.enter_context(demarche(elastic))
            asks[tables.ELASTIC] = in_process(engine)
            asks[tables.API_ELASTIC] = over_http(Client(servers[tables.API_ELASTIC].url), engine)
            asks[tables.RAW_ELASTIC] = by_elasticsearch.asking(Client(engine.address.url), engine)
            sizes[tables.RAW_ELASTIC] = engine.status().bytes / 1e6
        yield Measuring(asks, servers, embedded, sizes)


def settle(client: Elasticsearch, indices: str) -> None:
    """Whoever asks second must not get the counts that whoever asked first left in the cache."""
    client.indices.put_settings(index=indices, settings={"index.requests.cache.enable": False})
    client.indices.refresh(index=indices)


def has_datasette() -> bool:
    return importlib.util.find_spec("datasette") is not None


@click.command(help=__doc__)
@click.option(
    "--statements", multiple=True, type=click.IntRange(1_000), default=(100_000, 1_000_000), show_default=True
)
@click.option("--keep", type=click.Path(path_type=Path), help="Folder to keep stores in.  [default: none are kept]")
@click.option("--rounds", default=40, show_default=True, type=click.IntRange(10), help="Requests of each kind.")
@click.option("--seconds", default=15.0, show_default=True, help="For each system and kind, at most.")
@click.option("--elasticsearch", "address", help='Its address; "none" leaves it out.')
def main(statements: tuple[int, ...], keep: Path | None, rounds: int, seconds: float, address: str | None) -> None:
    console = Console(width=None if Console().is_terminal else 160)
    if not has_datasette():
        console.print("Datasette is left out, for it is not installed: pip install -e '.[bench]'")
    with ExitStack() as stack:
        folder = keep or Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="demarche-bench-")))
        folder.mkdir(parents=True, exist_ok=True)
        if address is None:
            address = stack.enter_context(node(data=folder.absolute() / "elasticsearch"))
        opened_: dict[int, EmbeddedEngine] = {}
        for number in sorted(statements):
            place = folder.absolute() / str(number)
            elastic = None if address == "none" else f"{address}?index=bench-{number}"
            build(place, elastic, number, console)
            with opened(place, elastic) as measuring:
                measure(console, measuring, number, rounds, seconds)
            opened_[number] = stack.enter_context(EmbeddedEngine(place / "embedded"))
        if len(opened_) > 1:
            asks = {f"{number:,}": in_process(engine) for number, engine in opened_.items()}
            kinds = mix(Maker(), rounds)
            grown = {name: in_turns(asks, asked, seconds) for name, asked in kinds.items()}
            tables.growth(console, grown)


def measure(console: Console, measuring: Measuring, statements: int, rounds: int, seconds: float) -> None:
    times: dict[str, dict[str, Times]] = {}
    kinds = mix(Maker(), rounds)
    for name, asked in kinds.items():
        times[name] = in_turns(measuring.asks, asked, seconds)
        told = ", ".join(f"{system} {taken.p50:.1f}" for system, taken in times[name].items())
        click.echo(f"{statements:,}: {name}: {told}", err=True)
    tables.times(console, statements, times)
    tables.bars(console, times)
    pages = kinds[tables.PAGE]
    rates = {name: throughput(ask, pages, min(5, seconds)) for name, ask in measuring.asks.items()}
    taken = {name: memory(server.pid) for name, server in measuring.servers.items()}
    tables.resources(console, rates, taken, measuring.sizes)


if __name__ == "__main__":
    main()
