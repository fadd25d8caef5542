"""The answers of an interview: every word behind the label is said by whoever it names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from indexer.extraction.model.attribution import Attribution, Rule
from indexer.extraction.model.document import Turn
from schemas.statement import Kind, Span


def answers(turns: Sequence[Turn], interviewed: Span | None) -> Iterator[Attribution]:
    """One attribution for each turn of those who are asked; `interviewed` is who answers to the letter A."""
    for turn in turns:
        if turn.spans and not turn.asks:
            mention = turn.label if turn.is_named else interviewed
            yield Attribution(Kind.DIRECT, turn.spans, mention, None, Rule.ANSWER)
