"""What a run tells beside its figures: what was replaced, what of the input was left out, a few of each by name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from indexer.inputs.result import Loaded, Reading
from indexer.pipeline.events import Replacement
from indexer.readers.datasets.columns import nearest_field

NAMED = 5  # of a kind, the rest being counted
NAMES = 20  # of members
LONGEST = 60  # characters of a name or title that are shown


@dataclass(slots=True)
class Few:
    """The first of many, and how many there are."""

    first: list[str] = field(default_factory=list)
    count: int = 0

    def add(self, told: str) -> None:
        self.count += 1
        if len(self.first) < NAMED:
            self.first.append(told)

    @property
    def lines(self) -> list[str]:
        return self.first + ([f"and {self.count - NAMED:,} more"] if self.count > NAMED else [])


@dataclass(slots=True)
class Remarks:
    superseded: Few = field(default_factory=Few)
    updated: Few = field(default_factory=Few)
    left_out: Few = field(default_factory=Few)
    unused: dict[str, None] = field(default_factory=dict)

    def heard(self, readings: Iterable[Reading]) -> Iterator[Reading]:
        """The same, with what is to be said of them taken down."""
        for reading in readings:
            if isinstance(reading, Loaded):
                self.take_down(reading)
            yield reading

    def take_down(self, loaded: Loaded) -> None:
        for member, why in loaded.article.left_out:
            self.left_out.add(f"{loaded.origin}: read without its {member}, which {why}")
        for name in loaded.unused:
            if len(self.unused) <= NAMES:
                self.unused.setdefault(name)

    def replaced(self, replacement: Replacement) -> None:
        article, origin = replacement.article, replacement.origin
        title = f" “{make_printable(article.title)}”" if article.title else ""
        if replacement.earlier:
            self.superseded.add(f"superseded: {replacement.earlier} by {origin} ({article.id}{title})")
        else:
            self.updated.add(f"updated: {article.id}{title} by {origin}")

    @property
    def replacements(self) -> list[str]:
        return self.superseded.lines + self.updated.lines

    @property
    def omissions(self) -> list[str]:
        names = list(self.unused)[:NAMES]
        more = ["…"] if len(self.unused) > NAMES else []
        return self.left_out.lines + ([f"members not used: {', '.join([*map(hint, names), *more])}"] if names else [])


def hint(name: str) -> str:
    near = nearest_field(name)
    return f"{make_printable(name)} (is {near} meant? --column {near}={name} says so)" if near else make_printable(name)


def make_printable(text: str) -> str:
    """On one line, without what a terminal would obey."""
    plain = "".join(each if each.isprintable() else "�" for each in text)
    return plain if len(plain) <= LONGEST else f"{plain[: LONGEST - 1]}…"
