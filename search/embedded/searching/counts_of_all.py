"""How many statements there are over time, of which a timeline tells the part that it found."""

from __future__ import annotations

from collections.abc import Callable

from search.queries.timeline import Counts


class CountsOfAll:
    """Counted once for each state of the index: a search that finds few would else spend most of its time on all."""

    def __init__(self) -> None:
        self.known: tuple[str, dict[tuple[str, int], Counts]] = ("", {})

    def of(self, generation: str, field: str, width: int, count: Callable[[], Counts]) -> Counts:
        """By a field, in stretches of so many values. `generation` is what `count` looks at."""
        known = self.known
        if known[0] != generation:
            known = self.known = generation, {}
        counts = known[1]  # of this state, whatever other threads see meanwhile
        if (field, width) not in counts:
            counts[field, width] = count()
        return counts[field, width]
