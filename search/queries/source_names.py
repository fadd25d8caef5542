"""What outlets are called: they are indexed by their ids."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence


class SourceNames:
    """Read once for each state of the index, since an outlet may be called something else tomorrow.

    Twenty of a facet would else be read with every answer, which takes as long as the counting itself.
    """

    def __init__(self) -> None:
        self.known: tuple[str, dict[str, str]] = ("", {})

    def of(
        self, generation: str, sources: Collection[str], read: Callable[[Sequence[str]], Mapping[str, str]]
    ) -> Mapping[str, str]:
        """By id. `generation` is what the index was at, no later than what `read` reads; what that does not give is not
        among them.
        """
        known = self.known
        if known[0] != generation:
            known = self.known = generation, {}
        names = known[1]  # of this state, whatever other threads see meanwhile
        if missing := [source for source in sources if source not in names]:
            names.update(read(missing))
        return {source: names[source] for source in sources if source in names}
