"""The axis of a picture over time: few round numbers, and how high a count or a share stands among them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count

from api.presentation.english import per_cent

STEPS = (1, 2, 2.5, 5)  # and these times ten, a hundred …
MOST_STEPS = 4  # more numbers would touch
LEAST = 3  # whatever was found is seen


@dataclass(frozen=True, slots=True)
class Tick:
    """A number of the axis; `place` is how far it is from 0, in the units of the drawing."""

    label: str
    place: float


@dataclass(frozen=True, slots=True)
class Axis:
    """From 0 to `top`, which is drawn `length` long. `ticks` are those beyond 0."""

    top: float
    length: int
    ticks: Sequence[Tick]

    @classmethod
    def of_counts(cls, highest: int, length: int) -> Axis:
        """The lowest that has room for the highest in a few round steps; of those, that with more steps."""
        top, step = min(tops(highest or 1), key=lambda each: (each[0], each[1]))
        ticks = [Tick(f"{number:,}", length * number / top) for number in range(step, top + 1, step)]
        return cls(top, length, ticks)

    @classmethod
    def of_shares(cls, greatest: float, length: int) -> Axis:
        """In per cent: one round number alone, since shares have little room."""
        top = next(each for each in round_numbers(0.01) if each >= min(greatest, 100) - 1e-9)
        return cls(top, length, [Tick(per_cent(top), length)])

    def tall(self, number: float) -> int:
        """How far it reaches."""
        return max(LEAST, round(self.length * number / self.top)) if number else 0


def tops(highest: int) -> Iterator[tuple[int, int]]:
    """Where an axis may end and its step, both whole."""
    for step in round_numbers(1):
        steps = -(-highest // step)
        if step == int(step) and steps <= MOST_STEPS:
            yield int(steps * step), int(step)
        if step >= highest:
            return


def round_numbers(least: float) -> Iterator[float]:
    for power in count():
        yield from (least * step * 10**power for step in STEPS)
