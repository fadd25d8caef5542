"""What was measured, in tables, and the bars that it is held to."""

from __future__ import annotations

import statistics
from collections.abc import Mapping

from rich.console import Console
from rich.table import Table

from benchmarks.search.measuring import Times

OURS = "embedded, in process"
TANTIVY = "tantivy by hand"
OURS_HTTP = "embedded, HTTP"
DATASETTE = "Datasette, HTTP"
ELASTIC = "Elasticsearch, engine"
API_ELASTIC = "Elasticsearch, API"
RAW_ELASTIC = "_search by hand"

PAGE = "page request"

# Ours, beside what, and our time over theirs at most.
BARS = (
    (OURS, TANTIVY, 1.5),
    (OURS_HTTP, DATASETTE, 1 / 20),
    (API_ELASTIC, RAW_ELASTIC, 1.25),
)
GROWTH = 4.0

ByKind = Mapping[str, Mapping[str, Times]]


def times(console: Console, statements: int, measured: ByKind) -> None:
    names = list(next(iter(measured.values())))
    table = table_of(f"{statements:,} statements: p50 / p95, ms", "request", "found", *names)
    for kind, systems in measured.items():
        found = statistics.fmean(systems[OURS].found)
        shown = [f"{systems[name].p50:,.1f} / {systems[name].p95:,.1f}" for name in names]
        table.add_row(kind, f"{found:,.0f}" if found else "", *shown)
    console.print(table)


def bars(console: Console, measured: ByKind) -> None:
    """The page request is what each bar is set for; the rest tells where time goes."""
    held = [bar for bar in BARS if all(name in next(iter(measured.values())) for name in bar[:2])]
    table = table_of("Ours over theirs", "request", *(f"{ours} : {theirs}" for ours, theirs, _ in held))
    ratios = {
        kind: [systems[ours].over(systems[theirs]) for ours, theirs, _ in held] for kind, systems in measured.items()
    }
    for kind, row in ratios.items():
        table.add_row(kind, *(shown(ratio, most) for ratio, (*_, most) in zip(row, held, strict=True)))
    medians = [statistics.median(row[at] for row in ratios.values()) for at in range(len(held))]
    table.add_section()
    table.add_row("median of all", *(shown(ratio, most) for ratio, (*_, most) in zip(medians, held, strict=True)))
    table.add_row("bar", *(f"1/{1 / most:.0f}" if most < 1 else f"{most:g}" for *_, most in held))
    console.print(table)


def shown(ratio: float, most: float) -> str:
    figure = f"1/{1 / ratio:.0f}" if ratio < 0.5 else f"{ratio:.2f}"
    return f"{figure} {'met' if ratio <= most else 'missed'}"


def resources(
    console: Console,
    rates: Mapping[str, float],
    taken: Mapping[str, tuple[float, float]],
    sizes: Mapping[str, float],
) -> None:
    table = table_of(
        "Page requests of 8 clients, memory, disk", "system", "answers/s", "MB resident", "of no file", "MB disk"
    )
    for name, rate in rates.items():
        memory = [f"{megabytes:,.0f}" for megabytes in taken[name]] if name in taken else ["", ""]
        table.add_row(name, f"{rate:,.1f}", *memory, f"{sizes[name]:,.0f}" if name in sizes else "")
    console.print(table)


def growth(console: Console, measured: ByKind) -> None:
    small, *_, large = next(iter(measured.values()))
    table = table_of("Embedded engine as it grows: p50, ms", "request", small, large, "times")
    ratios = []
    for kind, systems in measured.items():
        ratio = systems[large].over(systems[small])
        ratios.append(ratio)
        table.add_row(kind, f"{systems[small].p50:.2f}", f"{systems[large].p50:.2f}", shown(ratio, GROWTH))
    table.add_section()
    table.add_row("median of all", "", "", shown(statistics.median(ratios), GROWTH))
    console.print(table)


def table_of(title: str, *columns: str) -> Table:
    table = Table(*columns, title=title, title_justify="left")
    for column in table.columns[1:]:
        column.justify = "right"
    return table
