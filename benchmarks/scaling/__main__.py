"""How the time to split a text grows with its length, on texts made to keep the extractor busy.

    python -m benchmarks.scaling [--sizes 100000,400000] [--shape NAME]…

Prints for each shape the seconds of CPU for each size, best of `--rounds`, and how many times the last takes the first.
Texts of one size after another are split by the same extractor, whose model is loaded before.
"""

from __future__ import annotations

import os
import time

import click

# One core: the libraries below spaCy would use all of them.
os.environ.setdefault("OMP_NUM_THREADS", "1")

from benchmarks.scaling.shapes import SHAPES, Shape
from indexer.extraction.extractor import Extractor
from indexer.processes.memory import expect_batches
from schemas.article import Article
from schemas.dates.partial_dates import PartialDate

TITLE = "Two Ministers Meet in Baku"
PUBLISHED = PartialDate.parse("2023-07-12")
STEEP = 1.25  # times the growth of the text, from which the growth of the time is marked


def seconds(shape: Shape, size: int, rounds: int = 1) -> float:
    """Of CPU, the best of some rounds."""
    article = Article(shape(size), title=TITLE, published_on=PUBLISHED)
    taken = []
    for _ in range(rounds):
        began = time.process_time()
        Extractor().extract(article)
        taken.append(time.process_time() - began)
    return min(taken)


@click.command()
@click.option("--sizes", default="100000,400000", help="Characters, with commas between.")
@click.option("--rounds", default=1, type=click.IntRange(1), help="How often each is timed.")
@click.option("--shape", "names", multiple=True, type=click.Choice(list(SHAPES)), help="This one alone.")
def main(sizes: str, rounds: int, names: tuple[str, ...]) -> None:
    """Print seconds of CPU for each shape and size."""
    expect_batches()  # as `demarche index` does
    lengths = [int(size) for size in sizes.split(",")]
    seconds(SHAPES["one sentence"], 100)  # the model is loaded before the clock starts
    for name in names or SHAPES:
        taken = [seconds(SHAPES[name], length, rounds) for length in lengths]
        growth = taken[-1] / max(taken[0], 0.001)
        steep = growth > STEEP * lengths[-1] / lengths[0]
        figures = "  ".join(f"{each:8.2f}" for each in taken)
        click.echo(f"{name:28}{figures}  ×{growth:.1f}{' steep' if steep else ''}")


if __name__ == "__main__":
    main()
