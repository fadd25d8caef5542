"""All statements over time, counted once for one state of the index."""

from __future__ import annotations

from search.embedded.searching.counts_of_all import CountsOfAll
from search.queries.timeline import Counts


def test_each_field_and_width_is_counted_once_for_a_state() -> None:
    asked = []

    def count() -> Counts:
        asked.append(len(asked))
        return {2024: len(asked)}

    counts = CountsOfAll()
    assert counts.of("1", "published_year", 1, count) == {2024: 1}
    assert counts.of("1", "published_year", 1, count) == {2024: 1}
    assert counts.of("1", "said_year", 1, count) == {2024: 2}
    assert counts.of("1", "published_year", 7, count) == {2024: 3}
    assert counts.of("2", "published_year", 1, count) == {2024: 4}
    assert len(asked) == 4


def test_the_counts_of_an_older_state_are_none_of_a_newer_one() -> None:
    """Another thread looks at the newer state while this one counts."""
    counts = CountsOfAll()

    def overtaken() -> Counts:
        counts.of("2", "published_year", 1, lambda: {2024: 2})
        return {2024: 1}

    assert counts.of("1", "published_year", 1, overtaken) == {2024: 1}
    assert counts.of("2", "published_year", 1, lambda: {2024: 3}) == {2024: 2}
