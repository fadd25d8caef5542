"""How many questions a request asks, and that all of an answer reads one state of the index."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from benchmarks.questions import ADDRESSES, counts_of

QUESTIONS = {
    "page": 3,
    "page, a word": 4,  # and which speakers have the word as a name
    "page, a word and filters": 5,  # the values that are chosen and not among the counted are one question more
    "API": 1,
    "API, facets": 2,
    "API, facets and filters": 3,
    "a country": 8,
    "a speaker": 10,  # what articles tell of them, the same name for other countries, and similar names
    "a statement": 3,
}


@pytest.fixture(scope="module")
def counts(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Mapping[str, int]]:
    return counts_of(f"embedded://{tmp_path_factory.mktemp('questions')}/index")


@pytest.mark.parametrize("name", ADDRESSES)
def test_no_more_questions_than_these_are_asked(counts: Mapping[str, Mapping[str, int]], name: str) -> None:
    assert counts[name]["questions"] == QUESTIONS[name]


@pytest.mark.parametrize("name", ADDRESSES)
def test_an_answer_reads_one_state(counts: Mapping[str, Mapping[str, int]], name: str) -> None:
    """The API looks at the newest state once more before, for the entity tag."""
    assert counts[name]["states"] == 1 + name.startswith("API")
