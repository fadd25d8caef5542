from __future__ import annotations

from collections.abc import Iterable, Iterator

import pytest

from indexer.extraction.extractor import Extractor
from indexer.extraction.model.attribution import Attribution, Rule
from indexer.extraction.model.document import Document
from indexer.extraction.version import EXTRACTOR
from schemas.article import Article
from schemas.dates.partial_dates import PartialDate
from schemas.statement import Kind, Span

TEXT = """Categories: 2022

Norway Calls In Icelandic Envoy Over Herring Quota

A trawler leaves the port of Bodø, May 2022

The Norwegian Fisheries Ministry called in Iceland’s envoy to Oslo, Ketill Brandsson, to speak about what the ministry \
called “the quiet growth of a very loud fleet in waters that two neighbours share.”

“The Norwegian side repeated that a quota is a promise,” read a statement from the Norwegian Fisheries Ministry.

Iceland rejected the charge, which, according to Reykjavik, ignores last year’s count.

Lars Example:"""


def test_a_whole_article_is_split_and_attributed() -> None:
    extraction = Extractor().extract(Article(TEXT, published_on=PartialDate.parse("2022")))
    assert extraction.extractor == EXTRACTOR
    assert [
        (statement.kind, statement.speaker and statement.speaker.countries) for statement in extraction.statements
    ] == [
        ("mixed", ("NO",)),
        ("direct", ("NO",)),
        ("indirect", ("IS",)),
        ("indirect", ("IS",)),
    ]
    assert extraction.statements[3].text == "ignores last year’s count"


def test_many_articles_come_out_in_the_order_they_went_in() -> None:
    articles = [Article(f"Vera Ilk said {number} ferries had sunk.") for number in range(20)]
    texts = [extraction.statements[0].text for extraction in Extractor().extract_many(articles)]
    assert texts == [f"{number} ferries had sunk" for number in range(20)]


class Whole:
    """Takes all of a text for what was said."""

    version = "whole-1"

    def find(self, documents: Iterable[Document]) -> Iterator[tuple[Attribution, ...]]:
        for document in documents:
            yield (Attribution(Kind.INDIRECT, (Span(0, len(document.text)),), None, None, Rule.CLAUSE),)


def test_another_finder_may_be_given_and_its_version_is_told() -> None:
    split, french = Extractor(Whole()).extract_many([Article("It rained."), Article("Il pleut.", language="fr")])
    assert ([one.text for one in split.statements], split.extractor) == (["It rained."], "whole-1")
    assert (french.split, french.extractor) == (False, "whole-1")


FRENCH = "“Le pont est ouvert”, said Ilk. Le ministre a déclaré que la route restera fermée."


def test_an_article_in_a_language_that_is_not_split_has_no_statements() -> None:
    articles = [
        Article("Ilk said it rained."),
        Article(FRENCH, language="fr"),
        Article("Ilk said it snowed.", language="en"),
    ]
    first, french, last = Extractor().extract_many(articles)
    assert (french.split, french.statements, french.countries, french.extractor) == (False, (), (), EXTRACTOR)
    assert [one.statements[0].text for one in (first, last)] == ["it rained", "it snowed"]
    assert first.split
    assert last.split


def test_articles_that_are_not_split_are_taken_as_they_are_needed() -> None:
    taken = []

    def endless() -> Iterator[Article]:
        while True:
            taken.append(1)
            yield Article(FRENCH, language="fr")

    assert not next(Extractor().extract_many(endless())).split
    assert len(taken) < 40


def test_articles_are_taken_as_they_are_needed() -> None:
    taken = []

    def endless() -> Iterator[Article]:
        while True:
            taken.append(1)
            yield Article("Ilk said it rained.")

    assert next(Extractor().extract_many(endless())).statements
    assert len(taken) < 40


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", " \n  "])
def test_a_sentence_broken_over_lines_keeps_its_cue_and_speaker(end: str) -> None:
    text = "“We were there,” said the\nminister, and added that the\ncanal “had been\ndry”.".replace("\n", end)
    first, second = Extractor().extract(Article(text)).statements
    assert [span.of(text) for span in first.spans] == ["We were there,"]
    assert first.speaker is not None
    assert first.speaker.mention.of(text) == f"the{end}minister"
    assert first.speaker.name == "minister"
    assert second.text == f"the{end}canal “had been{end}dry”"


def test_offsets_are_those_of_the_text_as_received() -> None:
    text = "\ufeff  Über 😀\r\n\r\nIlk\u00adov sa\u00adid that it\u00a0rained.  "
    (statement,) = Extractor().extract(Article(text)).statements
    assert [span.of(text) for span in statement.spans] == ["it\u00a0rained"] == [statement.text]
    assert statement.speaker is not None
    assert (statement.speaker.name, statement.speaker.mention.of(text)) == ("Ilkov", "Ilk\u00adov")
    assert statement.cue is not None
    assert (statement.cue.text, statement.cue.span.of(text)) == ("said", "sa\u00adid")
