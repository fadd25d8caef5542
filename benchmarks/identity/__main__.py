"""How well ids made of names tell who is the same: precision and recall over pairs of names.

    python -m benchmarks.identity [--show]

pairs.csv holds the pairs: some were written before the rules, some after, the last when what these showed had been
mended, with more that is hard. Each part is measured apart. Precision
is the share of pairs with one id that are the same, recall the share of the same that have one id. --show names the
pairs that are wrong.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import click

from schemas.identity import body_id, person_id

PAIRS = Path(__file__).with_name("pairs.csv")
OF_BODIES = {"body", "ministry"}


@dataclass(frozen=True, slots=True)
class Pair:
    """Two names with what is known of their countries; `ids` are those that the rules make, None for none."""

    half: str
    kind: str
    names: tuple[str, str]
    ids: tuple[str | None, str | None]
    same: bool

    @property
    def has_one_id(self) -> bool:
        return self.ids[0] is not None and self.ids[0] == self.ids[1]


@dataclass(frozen=True, slots=True)
class Figures:
    """Percentages; 100 of nothing."""

    pairs: int
    precision: float
    recall: float


def read(path: Path = PAIRS) -> Iterator[Pair]:
    lines = (line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    for row in csv.DictReader(lines):
        made = body_id if row["kind"] in OF_BODIES else person_id
        ids = made(row["one"], row["one_countries"].split()), made(row["other"], row["other_countries"].split())
        yield Pair(row["half"], row["kind"], (row["one"], row["other"]), ids, row["same"] == "yes")


def measured(pairs: Iterable[Pair]) -> Figures:
    each = [(pair.same, pair.has_one_id) for pair in pairs]
    right = each.count((True, True))
    return Figures(len(each), _share(right, each.count((False, True))), _share(right, each.count((True, False))))


def _share(right: int, wrong: int) -> float:
    return 100 * right / (right + wrong) if right + wrong else 100.0


@click.command()
@click.option("--show", is_flag=True, help="Name the pairs that are wrong.")
def main(show: bool) -> None:
    """Print precision and recall of each part."""
    pairs = list(read())
    for half, group in groupby(pairs, key=lambda pair: pair.half):
        figures = measured(group)
        click.echo(f"{half:8}{figures.pairs:4} pairs  precision {figures.precision:5.1f}  recall {figures.recall:5.1f}")
    for pair in pairs:
        if show and pair.same != pair.has_one_id:
            click.echo(f"{'two' if pair.same else 'one'}: {' / '.join(pair.names)}  {' '.join(map(str, pair.ids))}")


if __name__ == "__main__":
    main()
