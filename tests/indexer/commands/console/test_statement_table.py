"""An article's statements as a table."""

import io
from dataclasses import replace

from rich.console import Console

from indexer.commands.console.statement_table import cue_and_target, table, who, why
from indexer.extraction.model.attribution import Attribution, Rule
from schemas.article import Article, Source
from schemas.statement import Act, Basis, Context, Cue, Extraction, Kind, Span, Speaker, Statement, Target

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


def test_how_the_text_leads_to_a_speaker_is_shown() -> None:
    assert str(who(Speaker("Ilk", Span(0, 3), basis=Basis.PRONOUN))) == "Ilk\nby pronoun"
    assert str(who(Speaker("Ilk", Span(0, 3), None, None, ("PL",), Basis.NAME))) == "Ilk\nfor PL\nby name"


def test_whom_it_is_said_to_is_shown_with_the_cue() -> None:
    cue = Cue("warned", Span(0, 6), "warn", Act.WARN)
    assert str(cue_and_target(cue, Target("Ana Vorel", Span(7, 12), ("AZ", "AM")))) == (
        "warned\nwarn\nto Ana Vorel (AZ, AM)"
    )
    assert str(cue_and_target(None, Target("Ana Vorel", Span(7, 12)))) == "-\nto Ana Vorel"


def test_the_words_behind_a_statement_are_shown_with_their_places() -> None:
    attribution = Attribution(Kind.INDIRECT, (Span(17, 37),), Span(0, 4), None, Rule.CLAUSE)
    said = replace(statement(Speaker("Baku", Span(0, 4))), target=Target("gate", Span(19, 23)))
    told = "clause\nspeaker “Baku” at 0\ncue “denied” at 5"
    assert str(why(TEXT, said, attribution)) == f"{told}\ntarget “gate” at 19"
    assert str(why(TEXT, statement(None), attribution)) == told
    known = replace(said, speaker=Speaker("Azerbaijan", Span(0, 4), id="state:AZ"), target=None)
    assert str(why(TEXT, known, attribution)) == "clause\nspeaker “Baku” at 0: state:AZ\ncue “denied” at 5"
