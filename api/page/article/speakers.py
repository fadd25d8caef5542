"""Who speaks in an article, in the order of their first words: the list in its margin, and the colour of each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from schemas.statement import Speaker, Statement

COLOURS = 8  # how many the style sheet has; those who come after share


@dataclass(frozen=True, slots=True)
class ArticleSpeaker:
    """One speaker's statements, in the order of the text. `speaker` is None for those of nobody named, colour 0.

    `speaker` is the first mention of the name, `colour` one of 1 to COLOURS.
    """

    speaker: Speaker | None
    colour: int
    statements: Sequence[Statement]


def speakers_of(statements: Sequence[Statement]) -> list[ArticleSpeaker]:
    """The same name is the same speaker: extraction gives a speaker one name throughout an article."""
    by_name: dict[str | None, list[Statement]] = {}
    for statement in statements:
        by_name.setdefault(statement.speaker.name if statement.speaker else None, []).append(statement)
    found: list[ArticleSpeaker] = []
    named = 0
    for name, said in by_name.items():
        named += name is not None
        found.append(ArticleSpeaker(said[0].speaker, (named - 1) % COLOURS + 1 if name is not None else 0, said))
    return found


def colours(speakers: Sequence[ArticleSpeaker]) -> Mapping[str, int]:
    """By the statement's id."""
    return {statement.id: each.colour for each in speakers for statement in each.statements}
