"""Who speaks in an article, in the order of their first words: the list in its margin, and the colour of each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from schemas.statement import Speaker, Statement

COLOURS = 8  # how many the style sheet has; those who come after share


@dataclass(frozen=True, slots=True)
class Voice:
    """One speaker's statements, in the order of the text. `speaker` is None for those of nobody named, colour 0.

    `speaker` is the first mention of the name, `colour` one of 1 to COLOURS.
    """

    speaker: Speaker | None
    colour: int
    statements: Sequence[Statement]


def voices(statements: Sequence[Statement]) -> list[Voice]:
    """The same name is the same voice: extraction gives a speaker one name throughout an article."""
    by_name: dict[str | None, list[Statement]] = {}
    for statement in statements:
        by_name.setdefault(statement.speaker.name if statement.speaker else None, []).append(statement)
    found: list[Voice] = []
    named = 0
    for name, said in by_name.items():
        named += name is not None
        found.append(Voice(said[0].speaker, (named - 1) % COLOURS + 1 if name is not None else 0, said))
    return found


def colours(cast: Sequence[Voice]) -> Mapping[str, int]:
    """By the statement's id."""
    return {statement.id: voice.colour for voice in cast for statement in voice.statements}
