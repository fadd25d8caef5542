"""What a query means, and what can't be understood."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from search.errors import QueryError
from search.language import (
    All,
    Dated,
    Either,
    Fuzzy,
    Named,
    Near,
    Node,
    Not,
    Phrase,
    Prefix,
    Term,
    Words,
    parse,
    positive,
)
from search.language.lexer import MAX_LENGTH


def day(*parts: int) -> int:
    return date(*parts).toordinal()


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
        ("a or b and c not", All((w("a"), w("or"), w("b"), w("and"), w("c"), w("not")))),
        ("a && b", All((w("a"), w("b")))),
        ("a || b", Either((w("a"), w("b")))),
        ("a||bb&&c", Either((w("a"), All((w("bb"), w("c")))))),
        ("((a))", w("a")),
        ("corrid*", Prefix("corrid")),
        ("Éta*", Prefix("eta")),
        ("cease-fire", Words(("ceas", "fire"), "ceasefir")),
        ("O’Leary’s", Words(("o", "leari"), "oleari")),
        ("S-400,", Words(("s", "400"), "s400")),
        ("10-15", w("10", "15")),
        ("cease-fire/truce", w("ceas", "fire", "truce")),
        ("speaker:O'Hara", Named("speaker", (("o", "hara"), ("ohara",)))),
        ("10:30", w("10", "30")),
        ("http://example.org/a?b=c", w("http", "exampl", "org", "a", "b", "c")),
        ("source: Moscow", All((w("sourc"), w("moscow")))),
        ("Note:this", w("note", "this")),
        ("a:b", w("a", "b")),
        ("speaker:", w("speaker")),
        ("std::move", w("std", "move")),
        ("corridoor~", Fuzzy("corridoor", 1)),
        ("Éstablished~2", Fuzzy("established", 2)),
        ("a -corridoor~1", All((w("a"), Not(Fuzzy("corridoor", 1))))),
        ("grain NEAR/5 corridors", Near(w("grain"), w("corridor"), 5)),
        ("grain NEAR corridors", Near(w("grain"), w("corridor"), 10)),
        ('"the grain" NEAR/3 corridors', Near(Phrase(("the", "grain")), Phrase(("corridors",)), 3)),
        ("a NEAR/5 b NEAR/3 c", All((Near(w("a"), w("b"), 5), Near(w("b"), w("c"), 3)))),
        ("-a NEAR/5 b c", All((Not(Near(w("a"), w("b"), 5)), w("c")))),
        ("speaker:lavrov", Named("speaker", (("lavrov",),))),
        ("Speaker:Lavrov", Named("speaker", (("lavrov",),))),
        ('speaker:"Ørn, Ása"', Named("speaker", (("orn", "asa"),))),
        ("organisation:council,UN", Named("organisation", (("council",),), ("body:united-nations",))),
        ("organisation:body:nato", Named("organisation", (), ("body:nato",))),
        (
            'organisation:"Turkish Foreign Ministry"',
            Named("organisation", (("turkish", "foreign", "ministry"),), ("body:TR:ministry-of-foreign-affairs",)),
        ),
        ("speaker_id:person:a-b:AM,q42", Term("speaker_id", ("person:a-b:AM", "q42"))),
        ('country:"south korea"', Term("country", ("KR",))),
        ("territory:artsakh,Gaza", Term("territory", ("Nagorno-Karabakh", "Gaza Strip"))),
        ('territory:"upper  Valley"', Term("territory", ("upper Valley",))),
        ("country:AM,,aze,", Term("country", ("AM", "AZ"))),
        ("source:“Lowland Gazette”", Term("source", ("lowland-gazette",))),
        ("act:Warn,deny", Term("act", ("warn", "deny"))),
        ("said:2024-02", Dated("said", day(2024, 2, 1), day(2024, 2, 29))),
        ("published:2023..2024-02", Dated("published", day(2023, 1, 1), day(2024, 2, 29))),
        ("published:..2023", Dated("published", None, day(2023, 12, 31))),
        (
            "a (kind:direct OR -about:AM)",
            All((w("a"), Either((Term("kind", ("direct",)), Not(Term("about", ("AM",))))))),
        ),
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
        ("a ||", "lone-operator", 2),
        ("&& a", "lone-operator", 0),
        ('"why, gr?in"', "misplaced-wildcard", 8),
        ("speaker:lavr*", "unknown-operator", 8),
        ("speaker:-lavrov", "unknown-operator", 8),
        ("country:AZ,-AM", "unknown-operator", 11),
        ('source:"NOT Herald"', "unknown-operator", 8),
        ('speaker:"lavrov"~2', "unknown-operator", 16),
        ("said:>2023", "bad-date", 5),
        ("site:herald", "unknown-field", 0),
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
        ("a contry:AM", "unknown-field", 2),
        ("Contry:AM", "unknown-field", 0),
        ("-foo:bar", "unknown-field", 1),
        ("from:2023", "unknown-field", 0),
        ("country:(AM OR AZ)", "empty-field", 0),
        ("country:,", "empty-field", 0),
        ('speaker:""', "empty-field", 0),
        ('speaker:"x', "unbalanced-quote", 8),
        ("speaker:…", "no-words", 8),
        ("country:AM,Atlantis", "unknown-country", 11),
        ("territory:Tibet,Armenia", "unknown-territory", 16),
        ("a kind:direkt", "unknown-value", 7),
        ("source:…", "unknown-value", 7),
        ("said:july", "bad-date", 5),
        ("said:2023..july", "bad-date", 11),
        ("said:..", "bad-date", 5),
        ("said:2023,2024", "bad-date", 10),
        ("said:2024..2023", "empty-interval", 5),
        ("word~0", "bad-fuzzy", 4),
        ("word~3", "bad-fuzzy", 4),
        ("wo~", "bad-fuzzy", 0),
        ("a word~2", "bad-fuzzy", 2),
        ("cease-fire~", "bad-fuzzy", 0),
        ('"a b"~5', "unknown-operator", 5),
        ("NEAR", "lone-operator", 0),
        ("a NEAR/5", "lone-operator", 2),
        ("… NEAR a", "lone-operator", 2),
        ("a NEAR/0 b", "bad-distance", 2),
        ("a NEAR/ b", "bad-distance", 2),
        ("a NEAR/21 b", "bad-distance", 2),
        ("a NEAR/5 -b", "bad-operand", 2),
        ("a NEAR/5 (b)", "bad-operand", 2),
        ("(a) NEAR/5 b", "bad-operand", 4),
        ("(a OR bb* NEAR/5 b)", "bad-operand", 10),
        ("word~ NEAR/5 b", "bad-operand", 6),
        (" NEAR ".join(["a"] * 12), "too-complex", 72),
        ("a" * (MAX_LENGTH + 1), "too-long", MAX_LENGTH),
        ("a " * 51, "too-complex", 100),
        ("abc* abcd~ " * 6, "too-complex", 55),
        ("country:" + ",".join(["AM"] * 101), "too-many-values", 308),
        ("(" * 30 + "a" + ")" * 30, "too-complex", 10),
        ("-(" * 30 + "a", "too-complex", 10),
    ],
)
def test_names_the_fault_and_its_place(q: str, code: str, position: int) -> None:
    with pytest.raises(QueryError) as raised:
        parse(q)
    assert (raised.value.fault.code, raised.value.fault.position, raised.value.fault.parameter) == (code, position, "q")
    assert raised.value.fault.detail
    assert raised.value.fault.hint


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
    "said:2023",
    "..",
    "NEAR/5",
    "foo:",
    ",",
    "word",
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
        fault = error.fault
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
