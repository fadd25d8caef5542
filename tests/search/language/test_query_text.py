import gc
import weakref
from contextlib import suppress
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


def test_keeps_no_traceback() -> None:
    """What a request held is let go of when it is over, not when garbage is collected: a slot for an export."""

    class Held:
        pass

    def fail() -> "weakref.ref[Held]":
        held = Held()
        reference, text = weakref.ref(held), QueryText("grain (port")
        with suppress(QueryError):
            _ = text.tree
        kept.append(text)
        return reference

    kept: list[QueryText] = []
    gc.disable()
    try:
        assert fail()() is None
    finally:
        gc.enable()


def test_is_parsed_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    text = QueryText("grain")
    monkeypatch.setattr("search.language.query_text.parse", None)
    query = replace(StatementQuery(q=text, limit=1), cursor="x")
    assert QueryText.of(query.q) is text
    with pytest.raises(TypeError):
        QueryText.of("grain")
