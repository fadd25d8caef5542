"""What a query means, and what can't be understood."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from search.errors import QueryError
from search.language import All, Either, Node, Not, Phrase, Prefix, Words, parse, positive
from search.language.lexer import MAX_LENGTH


def w(*stems: str) -> Words:
    return Words(stems)


@pytest.mark.parametrize(
    ("q", "expected"),
    [
        ("", None),
        (" \t\n", None),
        ("corridors", w("corridor")),
        ("Lachin corridors", All((w("lachin"), w("corridor")))),
        ('"The Corridors"', Phrase(("the", "corridors"))),
        ("“a b” «c d»", All((Phrase(("a", "b")), Phrase(("c", "d"))))),
        ('a"b"c', All((w("a"), Phrase(("b",)), w("c")))),
        ("-a", Not(w("a"))),
        ("a -b", All((w("a"), Not(w("b"))))),
        ('a -"b c"', All((w("a"), Not(Phrase(("b", "c")))))),
        ("a -bb* NOT c", All((w("a"), Not(Prefix("bb")), Not(w("c"))))),
        ("a OR b c", Either((w("a"), All((w("b"), w("c")))))),
        ("a OR b OR c", Either((w("a"), w("b"), w("c")))),
        ("(a OR b) c", All((Either((w("a"), w("b"))), w("c")))),
        ("-(a b)", Not(All((w("a"), w("b"))))),
        ("--a", w("a")),
        ("- - a -", w("a")),
        ("a AND b", All((w("a"), w("b")))),
        ("a AND -b", All((w("a"), Not(w("b"))))),
        ("a or b and not c", All((w("a"), w("or"), w("b"), w("and"), w("not"), w("c")))),
        ("((a))", w("a")),
        ("corrid*", Prefix("corrid")),
        ("Éta*", Prefix("eta")),
        ("cease-fire", w("ceas", "fire")),
        ("10:30", w("10", "30")),
        ("http://example.org/a?b=c", w("http", "exampl", "org", "a", "b", "c")),
        ("source: Moscow", All((w("sourc"), w("moscow")))),
        ("Speaker:x", w("speaker", "x")),
        ("note:x", w("note", "x")),
        ("talks – border - now", All((w("talk"), w("border"), w("now")))),
        ("AT&T ~100 +5 a\\b", All((w("at", "t"), w("100"), w("5"), w("a", "b")))),
        ("U.S. NEARBY", All((w("us"), w("nearbi")))),
        ("Azerbaijan’s", w("azerbaijan")),
    ],
)
def test_parses(q: str, expected: Node | None) -> None:
    assert parse(q) == expected


@pytest.mark.parametrize(
    ("q", "code", "position"),
    [
        ('a "b', "unbalanced-quote", 2),
        ('a" b', "unbalanced-quote", 1),
        ('"a" "', "unbalanced-quote", 4),
        ("a (b", "unbalanced-group", 2),
        ("a) b", "unbalanced-group", 1),
        ("(a))", "unbalanced-group", 3),
        ("a ()", "empty-group", 2),
        ("a (…)", "empty-group", 2),
        ('a ""', "empty-phrase", 2),
        ('a "…"', "empty-phrase", 2),
        ("OR", "lone-operator", 0),
        ("a OR", "lone-operator", 2),
        ("OR a", "lone-operator", 0),
        ("a OR OR b", "lone-operator", 2),
        ("a OR …", "lone-operator", 2),
        ("(a OR) b", "lone-operator", 3),
        ("AND a", "lone-operator", 0),
        ("a AND", "lone-operator", 2),
        ("a NOT", "lone-operator", 2),
        ("a -…", "lone-operator", 2),
        (" … ", "no-words", 1),
        ("-", "no-words", 0),
        ("\ud800", "no-words", 0),
        ("*", "misplaced-wildcard", 0),
        ("a *b", "misplaced-wildcard", 2),
        ("a b*c", "misplaced-wildcard", 3),
        ('a "b* c"', "misplaced-wildcard", 4),
        ("a b*", "bad-prefix", 2),
        ("cease-fi*", "bad-prefix", 0),
        ("…*", "bad-prefix", 0),
        ("a speaker:kedrov", "field-in-query", 2),
        ("-country:AM", "field-in-query", 1),
        ("said:2023-07", "field-in-query", 0),
        ("a word~", "unknown-operator", 6),
        ("word~1", "unknown-operator", 4),
        ("a NEAR/5 b", "unknown-operator", 2),
        ("a" * (MAX_LENGTH + 1), "too-long", MAX_LENGTH),
        ("a " * 51, "too-complex", 100),
        ("(" * 30 + "a" + ")" * 30, "too-complex", 20),
        ("-(" * 30 + "a", "too-complex", 20),
    ],
)
def test_names_the_fault_and_its_place(q: str, code: str, position: int) -> None:
    with pytest.raises(QueryError) as raised:
        parse(q)
    assert (raised.value.code, raised.value.position, raised.value.parameter) == (code, position, "q")
    assert raised.value.detail
    assert raised.value.hint


PIECES = [
    "a",
    "bb*",
    '"',
    "“",
    "(",
    ")",
    " ",
    "-",
    "OR",
    "AND",
    "NOT",
    "…",
    "*",
    "~1",
    ":",
    "speaker:",
    "\x00",
    "'",
    "\\",
]


@given(
    st.one_of(
        st.text(), st.lists(st.sampled_from(PIECES)).map("".join), st.lists(st.sampled_from(PIECES)).map(" ".join)
    )
)
@example("-" * 900 + "a")
@example("NOT " * 240 + "a")
@example("(" * 1000)
@example("- " * 500)
def test_any_text_parses_or_names_its_fault(q: str) -> None:
    try:
        tree = parse(q)
    except QueryError as error:
        fault = error
    else:
        assert (tree is None) == (not q.strip())
        assert repr(tree) == repr(parse(q))
        return
    assert fault.position is not None
    assert 0 <= fault.position <= len(q)


def test_positive_leaves_are_those_a_result_may_match_by() -> None:
    tree = parse('a -b (cc* OR "d e") -(f -g)')
    assert list(positive(tree)) == [w("a"), Prefix("cc"), Phrase(("d", "e"))]
    assert list(positive(None)) == []
