from collections.abc import Sequence

import pytest

from indexer.extraction.assembly.wording import WIDEST, Wording, wordings
from indexer.extraction.document.reading import read_document
from indexer.extraction.model.attribution import Attribution, Rule
from schemas.article import Article
from schemas.statement import Kind, Sentence, Span


def worded(text: str, *words: str) -> Wording:
    """Of the statement whose parts, in the plain text, are these words."""
    article = Article(text)
    document = read_document(article)
    spans: list[Span] = []
    for part in words:
        start = document.text.index(part, spans[-1].end if spans else 0)
        spans.append(Span(start, start + len(part)))
    (wording,) = wordings(article, document, [Attribution(Kind.DIRECT, tuple(spans), None, None, Rule.GIVEN)])
    assert [span.of(text) for span in wording.spans] == list(wording.parts)
    assert wording.sentence is None or wording.sentence.span.of(text) == wording.sentence.text
    return wording


@pytest.mark.parametrize(
    ("text", "parts", "joint"),
    [
        ("“The ferry,” Ilk said, “is old.”", ("The ferry,", "is old."), "The ferry, … is old."),
        ("“The ferry” – she laughed – “is old.”", ("The ferry", "is old."), "The ferry … is old."),
        ("“The ferry …” “is old.”", ("The ferry", "is old."), "The ferry … is old."),
        ("The ferry, is old.", ("The ferry", "is old."), "The ferry … is old."),
        ("“It is old.\n\n“We are not.”", ("It is old.", "We are not."), "It is old. We are not."),
        ("“It is old.” “We are not.”", ("It is old.", "We are not."), "It is old. We are not."),
        ("«It is old.» «We are not.»", ("It is old.", "We are not."), "It is old. We are not."),
        ("''It is old.''\u00a0``We are not.''", ("It is old.", "We are not."), "It is old. We are not."),
        ("“It is old.” \u200b “We are not.”", ("It is old.", "We are not."), "It is old. We are not."),
    ],
)
def test_parts_are_joined_by_what_stands_between(text: str, parts: Sequence[str], joint: str) -> None:
    assert worded(text, *parts).text == joint


def test_parts_are_as_the_article_was_received() -> None:
    wording = worded(
        "“The fer\u00adry\u00a0was,” Ilk said, “not\nthere at all that day.”", "The ferry was,", "not there at all"
    )
    assert wording.parts == ("The fer\u00adry\u00a0was,", "not\nthere at all")
    assert wording.text == "The fer\u00adry\u00a0was, … not\nthere at all"


def test_what_is_far_behind_is_no_run() -> None:
    assert worded(f"It is old.{' ' * (WIDEST + 1)}We are not.", "It is old.", "We are not.").text.count("…") == 1


def test_the_sentence_is_as_received_too() -> None:
    assert worded("It rained. Ilk\u00a0said: “No.” It stopped.", "No.").sentence == Sentence(
        "Ilk\u00a0said: “No.”", Span(11, 26)
    )
