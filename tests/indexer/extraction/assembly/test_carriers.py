from indexer.extraction.assembly.carriers import LONGEST, carriers
from indexer.extraction.document.reading import read_document
from indexer.extraction.model.attribution import Attribution, Rule
from indexer.extraction.model.document import Document
from schemas.article import Article
from schemas.statement import Kind, Span
from tests.indexer.extraction.marked import marked


def carrying(text: str) -> list[str | None]:
    """The sentences of each statement that is marked."""
    plain, attributions = marked(text)
    document = read_document(Article(plain))
    return [span and span.of(document.text) for span in carriers(document, attributions)]


def of(document: Document, *spans: Span) -> Span | None:
    (found,) = carriers(document, [Attribution(Kind.DIRECT, spans, None, None, Rule.GIVEN)])
    return found


def test_the_sentence_with_the_words_that_report() -> None:
    assert carrying("It rained. Then [[Ilk]] denied {{it had}}. It stopped.") == ["Then Ilk denied it had."]
    assert carrying("It rained. {{It had not}}, [[Ilk]] <<said>> on Monday. It stopped.") == [
        "It had not, Ilk said on Monday."
    ]


def test_every_sentence_that_has_a_part() -> None:
    assert carrying("It rained. “{{We came. We saw,}}” said [[Ilk]] in Peru. It stopped.") == [
        "“We came. We saw,” said Ilk in Peru."
    ]
    assert carrying("It rained. “{{No.}}” So [[Ilk]] <<said>>. It stopped.") == ["“No.” So Ilk said."]


def test_two_statements_share_their_sentence() -> None:
    assert len(set(carrying("[[Ilk]] said {{it rained}} and [[Vorn]] said {{it did not}}."))) == 1


def test_of_a_sentence_far_longer_than_sentences_are_what_is_next_to_the_words() -> None:
    long = " ".join(["wood,"] * LONGEST)
    (found,) = carrying(f"{long} [[Ilk]] said {{{{it was wet}}}}, {long}")
    assert found
    assert "Ilk said it was wet" in found
    assert found.startswith("wood, ")
    assert found.endswith("wood,")
    assert LONGEST < len(found) < 2 * LONGEST + 100


def test_where_the_parts_lie_far_apart_there_is_none() -> None:
    document = read_document(Article(f"It rained. {'It was wet. ' * LONGEST}It stopped."))
    assert of(document, Span(0, 10), Span(len(document.text) - 11, len(document.text))) is None
    assert of(document, Span(0, 10), Span(11, 21)) == Span(0, 22)


def test_a_text_without_sentences_has_none() -> None:
    assert of(read_document(Article("  ")), Span(0, 1)) is None


def test_what_stands_in_no_sentence_is_held_all_the_same() -> None:
    assert of(read_document(Article("\n\nIt rained.")), Span(0, 4)) == Span(0, 12)
