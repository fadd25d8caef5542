from indexer.extraction.model.document import Fold, FoldedSentence, Origins, Quote
from schemas.statement import Span

ORIGINS = Origins((0, 7, 15), (12, 20, 40))
QUOTE = Quote(Span(20, 40), Span(21, 39))


def test_an_offset_leads_back_through_the_piece_that_it_lies_in() -> None:
    assert [ORIGINS.of(at) for at in (0, 6, 7, 15, 18)] == [12, 18, 20, 40, 43]


def test_a_fold_that_is_touched_counts_whole() -> None:
    sentence = FoldedSentence('it is "This!" now', 0, (Fold(6, 13, QUOTE),), 1, ORIGINS)
    assert sentence.origin(0, 2) == Span(13, 15)
    assert sentence.origin(8, 10) == QUOTE.outer
    assert sentence.origin(3, 17) == Span(16, 43)
