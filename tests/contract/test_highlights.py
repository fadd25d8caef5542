"""The marks on what is found, the same on both engines."""

from __future__ import annotations

import pytest

from schemas.query import StatementQuery
from schemas.wire.fragments import fragments
from search.engine import Engine
from tests.contract.corpus import Said, split


@pytest.mark.parametrize(
    ("q", "expected"),
    [
        ("convoys", "The corridor must stay open to every <mark>convoy</mark>."),
        ('"the corridor" convoy', "<mark>The corridor</mark> must stay open to every <mark>convoy</mark>."),
        ("conv*", "The corridor must stay open to every <mark>convoy</mark>."),
        ("demirsoy open", "The corridor must stay <mark>open</mark> to every convoy."),
    ],
)
def test_marks_what_matched(filled: Engine, q: str, expected: str) -> None:
    (found,) = filled.search(StatementQuery(q=q)).data
    assert fragments(*found.marked) == [expected]


@pytest.mark.parametrize("query", [StatementQuery(), StatementQuery(q="demirsoy"), StatementQuery(q="-corridor")])
def test_no_mark_without_a_match_in_the_text(filled: Engine, query: StatementQuery) -> None:
    found = filled.search(query).data
    assert found
    assert all(one.highlight == () for one in found)


def test_text_is_escaped(engine: Engine) -> None:
    engine.replace([split(Said("He said <script>alert(1)</script> & left."))])
    (found,) = engine.search(StatementQuery(q="script")).data
    marked = "He said &lt;<mark>script</mark>&gt;alert(1)&lt;/<mark>script</mark>&gt; &amp; left."
    assert fragments(*found.marked) == [marked]


def test_a_word_in_equal_surroundings_is_found_at_each_of_its_places(engine: Engine) -> None:
    """As a fragment of HTML one place can't be told from the other."""
    surroundings = "word " * 60
    text = f"{surroundings}corridor {surroundings}corridor {surroundings}end."
    engine.replace([split(Said(text))])
    (found,) = engine.search(StatementQuery(q="corridor")).data
    assert [span.of(text) for span in found.highlight] == ["corridor", "corridor"]
    first, second = fragments(*found.marked)
    assert first == second


def test_get_has_none(filled: Engine) -> None:
    found = filled.search(StatementQuery(q="convoy")).data[0]
    assert filled.get(found.statement.id).highlight == ()
