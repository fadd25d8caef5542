from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from indexer.extraction.document.reading import read_document
from schemas.article import Article, Source
from schemas.dates.partial_dates import PartialDate
from tests.indexer.extraction.documents import document


def test_a_document_tells_what_later_layers_need_of_the_article() -> None:
    day = PartialDate.parse("2024-05-16")
    read = read_document(Article("It rains.", "Rain", None, Source.named("Harbour Post"), day))
    assert (read.text, read.title, read.source, read.published_on) == ("It rains.", "Rain", "Harbour Post", day)
    assert document("It rains.").source == ""


def test_its_parts_are_in_the_order_of_the_text() -> None:
    read = document("OSLO, May 4 (Wire) - It rains. “We wait,” Ilk said.\n\nIt stopped.")
    assert [word.low for word in read.words][:3] == ["oslo", "may", "4"]
    assert [sentence.of(read.text) for sentence in read.sentences] == [
        "OSLO, May 4 (Wire) - It rains.",
        "“We wait,” Ilk said.",
        "It stopped.",
    ]
    assert [sentence.text for sentence in read.folded] == ["It rains.", '"This," Ilk said.', "It stopped."]
    assert [[quote.inner.of(read.text) for quote in paragraph.quotes] for paragraph in read.paragraphs] == [
        ["We wait,"],
        [],
    ]


def test_answers_of_an_interview_are_not_folded_and_a_label_is_no_content() -> None:
    read = document("Post: Deep?\n\nVoss: As deep as we dug it.\n\nPost: Wide?\n\nVoss: As wide as a mountain is.")
    assert [paragraph.content.of(read.text) for paragraph in read.paragraphs][:2] == ["Deep?", "As deep as we dug it."]
    assert [sentence.text for sentence in read.folded] == ["Deep?", "Wide?"]


@given(st.text())
def test_any_text_can_be_read(text: str) -> None:
    read = document(text)
    assert read.sentences == tuple(sentence for paragraph in read.paragraphs for sentence in paragraph.sentences)
    for paragraph in read.paragraphs:
        assert paragraph.span.start <= paragraph.content.start < paragraph.content.end == paragraph.span.end
