"""Of statements that match alike, what can be read alone stands first."""

from __future__ import annotations

from schemas.query import Sort, StatementQuery
from search.engine import Engine
from tests.api.corpus import said, split

ARTICLE = split(
    "Amra Vell said that the ferry to the harbour will sail again in May.\n"
    "Tomas Orr said a harbour ferry.\nIt was said that the ferry of the harbour was late again.",
    said("the ferry to the harbour will sail again in May", by="Amra Vell"),
    said("a harbour ferry", by="Tomas Orr"),
    said("the ferry of the harbour was late again"),
    title="A day in June",
)


def test_scraps_and_what_nobody_is_named_for_stand_below(engine: Engine) -> None:
    engine.replace([ARTICLE])
    found = engine.search(StatementQuery(q="harbour ferry", limit=2))
    assert found.data[0].statement.text == "the ferry to the harbour will sail again in May"
    assert found.total.value == 3
    rest = engine.search(StatementQuery(q="harbour ferry", limit=2, cursor=found.next)).data
    assert {each.statement.id for each in (*found.data, *rest)} == {each.id for each in ARTICLE.extraction.statements}
    newest = engine.search(StatementQuery(q="harbour ferry", sort=Sort.NEWEST)).data
    assert [each.statement.id for each in newest] == [each.id for each in ARTICLE.extraction.statements]
