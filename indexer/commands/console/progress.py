"""How far a command is, on a terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

from indexer.pipeline.events import Tally


@contextmanager
def progress_bar() -> Iterator[Progress]:
    """On a terminal; elsewhere there is silence, but for lines told by its console, which are seen either way."""
    console = Console(stderr=True, highlight=False, markup=False, soft_wrap=True)
    columns = (BarColumn(), TaskProgressColumn(), TextColumn("{task.description}"), TimeRemainingColumn())
    with Progress(*columns, console=console, disable=not console.is_terminal, transient=True) as bar:
        yield bar


@contextmanager
def progress(size: int, tally: Tally) -> Iterator[tuple[Callable[[str], None], Callable[[int], None]]]:
    """To tell a line, and to advance by bytes."""
    with progress_bar() as bar:
        task = bar.add_task("", total=size or None)

        def advance(by: int) -> None:
            rate = tally.read / max(bar.tasks[task].elapsed or 0, 0.1)
            told = f"{count(tally.read, 'article')}, {rate:,.0f} a second, {count(tally.statements, 'statement')}"
            bar.update(task, advance=by, description=told)

        yield bar.console.print, advance


def count(number: int, thing: str) -> str:
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"


def not_split_lines(counts: Mapping[str, int]) -> list[str]:
    """How many articles are in languages that are not split, most first."""
    by_count = sorted(counts.items(), key=lambda count: (-count[1], count[0]))
    return [f"{count(number, 'article')} in {language}: not split" for language, number in by_count]
