from dataclasses import replace

import pytest

from schemas.query import StatementQuery
from search.errors import QueryError
from search.language import QueryText, parse


def test_is_the_text_with_its_tree() -> None:
    text = QueryText("grain -port")
    assert text == "grain -port"
    assert text.tree == parse("grain -port")


def test_a_blank_one_asks_for_everything() -> None:
    assert QueryText(" ").tree is None


def test_what_can_not_be_parsed_says_so_when_it_is_asked_for_its_tree() -> None:
    text = QueryText("grain (port")
    assert text == "grain (port"
    for _ in range(2):
        with pytest.raises(QueryError, match="never closed"):
            _ = text.tree


def test_is_parsed_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    text = QueryText("grain")
    monkeypatch.setattr("search.language.query_text.parse", None)
    query = replace(StatementQuery(q=text, limit=1), cursor="x")
    assert QueryText.of(query.q) is text
    with pytest.raises(TypeError):
        QueryText.of("grain")
