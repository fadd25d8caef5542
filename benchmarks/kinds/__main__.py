"""How many short texts of each kind of difficulty are split as they should be.

    python -m benchmarks.kinds [--show] [KIND]…

A kind has two tables of equal size and of one author (benchmarks/kinds/table.py says how they are written): rules are
mended by looking at dev/KIND.txt, and measured on apart/KIND.txt, of which nobody who mends them reads a line. A text
holds where just the statements are found that are marked, with all that is asked of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from benchmarks.kinds.scoring import faults
from benchmarks.kinds.table import Case, read_table
from indexer.extraction.extractor import Extractor

FOLDER = Path(__file__).parent
HALVES = ("dev", "apart")


def measure(kind: str) -> Iterator[tuple[str, list[tuple[Case, list[str]]]]]:
    """Half by half, the cases with their faults."""
    for half in HALVES:
        cases = read_table(FOLDER / half / f"{kind}.txt")
        extractions = Extractor().extract_many(case.article for case in cases)
        yield half, [(case, list(faults(case, found))) for case, found in zip(cases, extractions, strict=True)]


def kinds() -> list[str]:
    return sorted(path.stem for path in (FOLDER / "dev").glob("*.txt"))


def print_kinds(names: list[str], show: bool = False) -> None:
    for kind in names:
        figures = []
        for half, measured in measure(kind):
            figures.append(f"{half} {sum(not wrong for _, wrong in measured):3} of {len(measured):3}")
            if show and half == "dev":
                for case, wrong in measured:
                    if wrong:
                        click.echo(f"  {kind}:{case.line} {case.article.text[:100]!r}")
                        click.echo("".join(f"      {each}\n" for each in wrong), nl=False)
        click.echo(f"{kind:28}{'  '.join(figures)}")


@click.command()
@click.argument("names", metavar="[KIND]...", nargs=-1)
@click.option("--show", is_flag=True, help="Show what is wrong in the texts of dev/.")
def main(names: tuple[str, ...], show: bool) -> None:
    """Print how many texts of each KIND hold, of all kinds if none is named."""
    unknown = set(names) - set(kinds())
    if unknown:
        raise click.UsageError(f"there is no kind {', '.join(sorted(unknown))}; there are {', '.join(kinds())}")
    print_kinds(list(names) or kinds(), show)


if __name__ == "__main__":
    main()
