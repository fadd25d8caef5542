"""An article's statements as a table."""

import io

from rich.console import Console

from indexer.commands.console.statement_table import table, who
from schemas.article import Article, Source
from schemas.statement import Act, Context, Cue, Extraction, Kind, Span, Speaker, Statement

TEXT = "Baku denied that a gate had been shut."


def drawn(article: Article, extraction: Extraction) -> str:
    console = Console(width=160, record=True, file=io.StringIO())
    console.print(table(article, extraction))
    return console.export_text()


def statement(speaker: Speaker | None) -> Statement:
    return Statement(
        id="a-00",
        kind=Kind.INDIRECT,
        text="a gate had been shut",
        spans=(Span(17, 37),),
        speaker=speaker,
        cue=Cue("denied", Span(5, 11), "deny", Act.DENY),
        countries=("AZ",),
        territories=(),
        said_on=None,
        context=Context("", ""),
        fingerprint="f",
    )


def test_a_row_says_who_said_what() -> None:
    speaker = Speaker("Baku", Span(0, 4), None, None, ("AZ",))
    extraction = Extraction(("AZ",), (), (statement(speaker),), "rules")
    shown = drawn(Article(TEXT, title="A gate", source=Source.named("Herald")), extraction)
    for told in ("A gate", "Herald, undated, mentions AZ", "indirect", "Baku", "denied", "a gate had been shut"):
        assert told in shown


def test_nothing_is_said_too() -> None:
    shown = drawn(Article(TEXT), Extraction((), (), (), "rules"))
    assert "(no title)" in shown
    assert "unknown outlet, undated, mentions no country" in shown
    assert "no statements" in shown


def test_a_speaker_is_shown_with_what_is_known_of_them() -> None:
    speaker = Speaker("Ilk", Span(0, 3), "minister", "Ilk", ("AZ", "AM"))
    assert str(who(speaker)) == "Ilk\nminister\nfor AZ, AM"
    assert str(who(None)) == "nobody named"
