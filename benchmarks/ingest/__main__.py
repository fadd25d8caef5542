"""Ingest measured: `python -m benchmarks.ingest [--articles N] [--news N] [--many N] [--elasticsearch ADDRESS]`.

From NDJSON into both engines: with extraction done, beside tantivy and `helpers.bulk` by hand with the same documents,
and stage by stage; with extraction to do, by one process, two, and a dask cluster of one and of two worker processes;
and memory over many articles. Without --elasticsearch a node of the tests' own is started, which needs Maven once.
"""

from __future__ import annotations

import statistics
import tempfile
import uuid
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from benchmarks.ingest.corpus import given, write_given, write_news
from benchmarks.ingest.ours import Ran, dask_cluster, index
from benchmarks.ingest.raw import by_bulk, by_tantivy
from benchmarks.ingest.stages import stages
from indexer.processes.memory import expect_batches
from tests.elasticsearch.server import node

PARTS = ("stages", "done", "to-do", "memory")
BAR_RAW = 0.8  # of the speed of raw, with extraction done
BAR_DASK = 1.7  # times the speed of one worker, by two
OURS = ("1 process: over by hand, with making", "2 processes: likewise")
STAGED = 2_000  # articles
FEW = 1_000  # articles whose memory many are compared with


def with_extraction_done(console: Console, folder: Path, elastic: str, articles: int, rounds: int) -> None:
    splits = list(given(articles))
    statements = sum(len(split.extraction.statements) for split in splits)
    path = folder / "given.ndjson"
    write_given(path, splits)
    console.print(f"Extraction done: {articles:,} articles, {statements:,} statements; statements a second")
    engines: dict[str, tuple[Callable[[int], tuple[float, float]], Callable[[int, str], str]]] = {
        "embedded": (
            lambda turn: by_tantivy(folder / f"raw-{turn}", splits),
            lambda turn, name: f"embedded://{folder}/given-{name}-{turn}",
        ),
        "Elasticsearch": (
            lambda turn: by_bulk(elastic, splits),
            lambda turn, name: f"{elastic}?index=given-{name}-{turn}-{uuid.uuid4().hex}",
        ),
    }
    for engine, (raw, address) in engines.items():
        taken = []
        for turn in range(rounds):
            making, storing = raw(turn)
            ours = [index(path, address(turn, n), "--workers", n).seconds for n in ("1", "2")]
            taken.append((storing, making + storing, *ours))
            console.print(f"{engine}, round {turn + 1}:", *(f"{statements / seconds:,.0f}" for seconds in taken[-1]))
        rates = [statements / statistics.median(column) for column in zip(*taken, strict=True)]
        shown = [f"{rate:,.0f}" for rate in rates]
        for place in (2, 3):
            ready, made = (statistics.median(row[theirs] / row[place] for row in taken) for theirs in (0, 1))
            shown[place] += f": {judged(ready, BAR_RAW)}, {judged(made, BAR_RAW)}"
        table = table_of("Medians, and ours over theirs", *("engine", "documents by hand", "with their making", *OURS))
        table.add_row(engine, *shown)
        console.print(table)


def by_stage(console: Console, folder: Path) -> None:
    table = table_of("Extraction done: processor time of an article with eight statements", "to", "ms")
    write_given(folder / "stages.ndjson", given(STAGED))
    for name, milliseconds in stages(folder / "stages.ndjson", folder / "stages"):
        table.add_row(name, f"{milliseconds:.2f}")
    console.print(table)


def with_extraction_to_do(console: Console, folder: Path, elastic: str, articles: int) -> None:
    path, warm = folder / "news.ndjson", folder / "warm.ndjson"
    write_news(path, articles)
    write_news(warm, 64)
    table = table_of(
        f"Extraction to do: {articles:,} articles", "engine", "by", "articles/s", "statements/s", "times one"
    )
    for engine, address in (
        ("embedded", lambda: f"embedded://{folder}/{uuid.uuid4().hex}"),
        ("Elasticsearch", lambda: f"{elastic}?index=news-{uuid.uuid4().hex}"),
    ):
        local = [index(path, address(), "--workers", workers) for workers in ("1", "2")]
        report(table, engine, ("1 process", "2 processes"), local)
        clusters = []
        for workers in (1, 2):
            with dask_cluster(workers) as scheduler:
                index(warm, address(), "--dask", scheduler)  # workers load their model
                clusters.append(index(path, address(), "--dask", scheduler))
        report(table, engine, ("dask, 1 worker", f"dask, 2 workers (bar {BAR_DASK})"), clusters)
    console.print(table)


def report(table: Table, engine: str, names: tuple[str, str], runs: list[Ran]) -> None:
    for name, ran in zip(names, runs, strict=True):
        times = runs[0].seconds / ran.seconds
        table.add_row(
            engine,
            name,
            f"{ran.articles / ran.seconds:,.1f}",
            f"{ran.statements / ran.seconds:,.0f}",
            "" if ran is runs[0] else judged(times, BAR_DASK) if "dask" in name else f"{times:.2f}",
        )


def over_many(console: Console, folder: Path, elastic: str, many: int) -> None:
    table = table_of("Memory, by one process", "engine", "articles", "articles/s", "peak MB")
    for articles in (FEW, many):
        path = folder / f"{articles}.ndjson"
        write_given(path, given(articles, statements_each=2))
        for engine, address in (
            ("embedded", f"embedded://{folder}/many-{articles}"),
            ("Elasticsearch", f"{elastic}?index=many-{uuid.uuid4().hex}"),
        ):
            ran = index(path, address, "--workers", "1")
            table.add_row(engine, f"{articles:,}", f"{articles / ran.seconds:,.0f}", f"{ran.peak:,.0f}")
    console.print(table)


def judged(value: float, bar: float) -> str:
    return f"{value:.2f} {'met' if value >= bar else 'missed'}"


def table_of(title: str, *columns: str) -> Table:
    table = Table(title=title, title_justify="left")
    for number, name in enumerate(columns):
        table.add_column(name, justify="left" if not number else "right")
    return table


@click.command(help=__doc__)
@click.option("--articles", default=10_000, show_default=True, type=click.IntRange(100), help="With extraction done.")
@click.option("--news", default=1_200, show_default=True, type=click.IntRange(64), help="With extraction to do.")
@click.option("--many", default=100_000, show_default=True, type=click.IntRange(FEW), help="For memory.")
@click.option("--rounds", default=3, show_default=True, type=click.IntRange(1), help="Of each with extraction done.")
@click.option("--elasticsearch", "address", help="Its address.")
@click.option("--part", "parts", multiple=True, type=click.Choice(PARTS), help="Only this.")
def main(articles: int, news: int, many: int, rounds: int, address: str | None, parts: tuple[str, ...]) -> None:
    expect_batches()  # as `demarche index` does: by hand it is to be as fast as it can be
    console = Console(width=None if Console().is_terminal else 140)
    wanted = parts or PARTS
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="demarche-bench-")))
        if "stages" in wanted:
            by_stage(console, folder)
        if wanted == ("stages",):
            return
        elastic = address or stack.enter_context(node())
        if "done" in wanted:
            with_extraction_done(console, folder, elastic, articles, rounds)
        if "to-do" in wanted:
            with_extraction_to_do(console, folder, elastic, news)
        if "memory" in wanted:
            over_many(console, folder, elastic, many)


if __name__ == "__main__":
    main()
