"""Search beside another commit's: `python -m benchmarks.search.beside CHECKOUT --keep FOLDER [--statements N]`.

CHECKOUT is a worktree of the other commit. Each asks a store of its own, made by its own code and kept in FOLDER; both
are asked in turns. What is printed is time of the processor, which other work on the machine changes little, and the
medians of ratios, request by request. "By hand" is tantivy on the same store.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from statistics import median

import click

HERE = Path(__file__).parents[2]
KINDS = ("four facets", "page request", "page request, two words", "page request, word in 40 %")
SYSTEMS = ("ours", "by hand")
WARM_UP = 3  # requests of each kind that are not counted

Times = dict[tuple[str, str], list[float]]  # of a side and a system: milliseconds


@contextmanager
def worker(checkout: Path, store: Path, statements: int, requests: int) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, Path(__file__).with_name("worker.py"), checkout, store, statements, requests]
    with subprocess.Popen(
        list(map(str, command)), cwd=checkout, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        yield process
        assert process.stdin
        process.stdin.close()


def asked(process: subprocess.Popen[str], request: str) -> float:
    assert process.stdin
    process.stdin.write(request + "\n")
    process.stdin.flush()
    return float(answer(process))


def answer(process: subprocess.Popen[str]) -> str:
    assert process.stdout
    if not (line := process.stdout.readline()):
        raise click.ClickException("a worker ended; what it says is above")
    return line.strip()


def in_turns(workers: dict[str, subprocess.Popen[str]], kind: str, rounds: int) -> Times:
    turns = [(side, system) for side in workers for system in SYSTEMS]
    times: Times = {turn: [] for turn in turns}
    for number in range(rounds + WARM_UP):
        first = number % len(turns)
        for side, system in turns[first:] + turns[:first]:
            taken = asked(workers[side], f"{system}/{number}/{kind}")
            if number >= WARM_UP:
                times[side, system].append(taken)
    return times


def ratio(times: list[float], others: list[float]) -> str:
    """The median of the ratios, pair by pair."""
    return f"{median(one / other for one, other in zip(times, others, strict=True)):.2f}"


@click.command(help=__doc__)
@click.argument("checkout", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--keep", type=click.Path(file_okay=False, path_type=Path), required=True, help="Where stores are kept.")
@click.option("--statements", type=int, default=100_000, show_default=True)
@click.option("--rounds", type=int, default=60, show_default=True, help="Requests of each kind.")
def main(checkout: Path, keep: Path, statements: int, rounds: int) -> None:
    keep = keep.resolve()
    sides = {"this": HERE, "other": checkout.resolve()}
    with ExitStack() as stack:
        workers = {
            side: stack.enter_context(worker(tree, keep / f"{side}-{statements}", statements, rounds + WARM_UP))
            for side, tree in sides.items()
        }
        for process in workers.values():
            answer(process)
        click.echo(f"{statements:,} statements, time of the processor, {rounds} requests of each kind\n")
        click.echo("| request | this, ms | other, ms | this : other | this : by hand | other : by hand |")
        click.echo("|---|--:|--:|--:|--:|--:|")
        for kind in KINDS:
            times = in_turns(workers, kind, rounds)
            this, other = times["this", "ours"], times["other", "ours"]
            by_hand = ratio(this, times["this", "by hand"]), ratio(other, times["other", "by hand"])
            cells = (kind, f"{median(this):.2f}", f"{median(other):.2f}", ratio(this, other), *by_hand)
            click.echo(f"| {' | '.join(cells)} |")


if __name__ == "__main__":
    main()
