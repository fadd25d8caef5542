"""The marks on what is found, the same on both engines."""

from __future__ import annotations

import pytest

from schemas.query import StatementQuery
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
    assert found.highlight == (expected,)


@pytest.mark.parametrize("query", [StatementQuery(), StatementQuery(q="demirsoy"), StatementQuery(q="-corridor")])
def test_no_mark_without_a_match_in_the_text(filled: Engine, query: StatementQuery) -> None:
    found = filled.search(query).data
    assert found
    assert all(one.highlight == () for one in found)


def test_text_is_escaped(engine: Engine) -> None:
    engine.replace([split(Said("He said <script>alert(1)</script> & left."))])
    (found,) = engine.search(StatementQuery(q="script")).data
    assert found.highlight == ("He said &lt;<mark>script</mark>&gt;alert(1)&lt;/<mark>script</mark>&gt; &amp; left.",)


def test_get_has_none(filled: Engine) -> None:
    found = filled.search(StatementQuery(q="convoy")).data[0]
    assert filled.get(found.statement.id).highlight == ()
