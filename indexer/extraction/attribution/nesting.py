"""Statements within statements: what somebody reports is a part of what they say."""

from __future__ import annotations

from collections.abc import Iterable

from indexer.extraction.model.attribution import Attribution

NEAR = 8  # attributions, or spans of one, that are looked back at


def outermost(attributions: Iterable[Attribution]) -> tuple[Attribution, ...]:
    """In the order of the text, without those that stand within another."""
    kept: list[Attribution] = []
    reached = -1  # where the furthest span kept so far ends
    for attribution in sorted(attributions, key=lambda each: (each.spans[0].start, -each.spans[-1].end)):
        if attribution.spans[0].start < reached and any(_overlap(other, attribution) for other in kept[-NEAR:]):
            continue
        kept.append(attribution)
        reached = max(reached, attribution.spans[-1].end)
    return tuple(kept)


def _overlap(other: Attribution, attribution: Attribution) -> bool:
    start, end = attribution.spans[0].start, attribution.spans[-1].end
    return any(span.start < end and start < span.end for span in other.spans[-NEAR:])
