from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.page.article.paragraphs import Close, Open, Paragraph, Token, heading, neighbours, number, paragraphs
from schemas.article import Article
from schemas.statement import Context, Extraction, Kind, Span, SplitArticle, Statement
from tests.api.corpus import INGESTED


def article(text: str, *spans: list[tuple[int, int]]) -> SplitArticle:
    statements = tuple(
        Statement(
            id=f"a-{place:02}",
            kind=Kind.INDIRECT,
            text="",
            spans=tuple(Span(*span) for span in each),
            speaker=None,
            cue=None,
            countries=(),
            territories=(),
            said_on=None,
            context=Context(),
            fingerprint="",
        )
        for place, each in enumerate(spans, 1)
    )
    return SplitArticle(Article(text=text), Extraction((), (), statements, "test-1"), INGESTED)


def drawn(paragraph: Paragraph) -> str:
    """`[1 … 1]` for a statement, `(1 … 1)` for the parts of one that goes on."""

    def one(token: Token) -> str:
        match token:
            case Open(statement, first):
                return ("[" if first else "(") + str(int(number(statement)))
            case Close(statement, last):
                return str(int(number(statement))) + ("]" if last else ")")
        return token

    return "".join(map(one, paragraph.tokens))


def drawing(text: str, *spans: list[tuple[int, int]]) -> list[str]:
    return [drawn(paragraph) for paragraph in paragraphs(article(text, *spans))]


def test_lines_are_paragraphs_and_blank_ones_none() -> None:
    assert drawing("one\r\n\r\ntwo\n  \nthree\n") == ["one", "two", "three"]


def test_lines_before_the_prose_are_its_header() -> None:
    found = paragraphs(article("Categories: 2024\nSource: A Post\n\nA title\nNote: this is prose.\n"))
    assert [paragraph.header for paragraph in found] == [True, True, False, False]


def test_a_statement_is_marked_in_place() -> None:
    assert drawing("abcdef", [(2, 4)]) == ["ab[1cd1]ef"]


def test_an_interrupted_statement_begins_once_and_ends_once() -> None:
    assert drawing("abcdef", [(0, 2), (4, 6)]) == ["[1ab1)cd(1ef1]"]


def test_a_statement_within_another() -> None:
    assert drawing("abcdef", [(0, 6)], [(2, 4)]) == ["[1ab[2cd2]ef1]"]


def test_statements_of_the_same_place() -> None:
    assert drawing("abcd", [(0, 4)], [(0, 4)]) == ["[1[2abcd2]1]"]


def test_statements_that_cross_are_cut_so_that_tags_nest() -> None:
    assert drawing("abcdef", [(0, 4)], [(2, 6)]) == ["[1ab[2cd2)1](2ef2]"]


def test_a_statement_over_two_paragraphs() -> None:
    found = paragraphs(article("abc\ndef", [(1, 6)]))
    assert [drawn(paragraph) for paragraph in found] == ["a[1bc1)", "(1de1]f"]
    assert [len(paragraph.begins) for paragraph in found] == [1, 0]


def test_neighbours_are_told_by_their_numbers() -> None:
    statements = article("abcdef", [(0, 1)], [(2, 3)], [(4, 5)]).extraction.statements
    assert neighbours(statements) == {"a-01": (None, "02"), "a-02": ("01", "03"), "a-03": ("02", None)}
    assert neighbours(()) == {}


spans = st.tuples(st.integers(0, 30), st.integers(1, 12)).map(lambda pair: (pair[0], pair[0] + pair[1]))
lines = st.text("ab \n", min_size=42, max_size=42)


statements = st.lists(st.lists(spans, min_size=1, max_size=2).map(sorted), max_size=6)


@given(lines, statements)
def test_whatever_the_spans_the_text_is_whole_and_tags_nest(text: str, given: list[list[tuple[int, int]]]) -> None:
    written = []
    for paragraph in paragraphs(article(text, *given)):
        open_: list[Statement] = []
        for token in paragraph.tokens:
            match token:
                case Open(statement):
                    open_.append(statement)
                case Close(statement):
                    assert open_.pop() is statement
                case words:
                    written.append(words)
        assert not open_
        written.append("\n")
    assert "".join(written).split() == text.split()


@pytest.mark.parametrize("line", ["a" + " " * 100_000 + "b", " " * 100_000, "\t" * 100_000 + "\r\n", "\n" * 100_000])
def test_a_line_of_blanks_is_read_in_time(line: str) -> None:
    began = process_time()
    paragraphs(article(line))
    assert process_time() - began < 2  # 25 minutes where every blank is a beginning


def test_statements_on_thousands_of_lines_are_placed_in_time() -> None:
    text = "It rains.\n" * 10_000
    began = process_time()
    found = paragraphs(article(text, *[[(at, at + 9)] for at in range(0, len(text), 10)]))
    assert len(found) == 10_000
    assert process_time() - began < 4  # some minutes where every line looks at every statement


@pytest.mark.parametrize(
    ("text", "title", "shown"),
    [
        ("A dike\nbroke.", "Dikes", "Dikes"),
        ("Source: a dump\n\n  A dike broke.  \nIt was old.", " ", "A dike broke."),
        ("Source: a dump", "", ""),
        ("dike " * 100, "", "dike " * 23 + "…"),
    ],
)
def test_without_a_title_the_first_line_is_its_heading(text: str, title: str, shown: str) -> None:
    assert heading(Article(text=text, title=title)) == shown
