from indexer.extraction.coreference.mention_candidates import Spans, candidates
from schemas.statement import Span
from tests.indexer.extraction.coreference.reading import annotated, span

TEXT = "She left. Peru and Chile told NATO’s envoy, the Polish minister and Ana Silva so."


NOBODY = Spans.of(())


def found(*speakers: str, targets: tuple[str, ...] = ()) -> list[str]:
    spoken, told = (Spans.of(span(TEXT, words) for words in named) for named in (speakers, targets))
    return [each.span.of(TEXT) for each in candidates(annotated(TEXT), spoken, told)]


def test_names_phrases_and_places_are_candidates_but_for_what_lies_in_a_phrase() -> None:
    assert found() == ["Peru", "Chile", "NATO’s envoy", "the Polish minister", "Ana Silva"]


def test_a_pronoun_and_several_that_speak_are_read_whole() -> None:
    assert found("She", "Peru and Chile", "Ana Silva")[:3] == ["She", "Peru and Chile", "NATO’s envoy"]
    assert found("Peru")[0] == "Peru"


def test_a_candidate_has_the_words_for_a_speaker_that_it_is_in() -> None:
    words = span(TEXT, "minister and Ana Silva")
    of_candidates = [each.words for each in candidates(annotated(TEXT), Spans.of([words]), NOBODY)]
    assert of_candidates == [None, None, None, words, words]


def test_so_is_a_target_and_one_in_which_nothing_is_annotated() -> None:
    assert found(targets=("She", "Peru and Chile", "Ana Silva"))[:3] == ["She", "Peru and Chile", "NATO’s envoy"]
    assert found(targets=("told", "left")) == ["left", "Peru", "Chile", "told", *found()[2:]]


def test_a_candidate_has_the_words_for_a_target_that_it_is_in() -> None:
    words = span(TEXT, "minister and Ana Silva")
    of_candidates = [(each.words, each.target) for each in candidates(annotated(TEXT), NOBODY, Spans.of([words]))]
    assert of_candidates == [(None, None)] * 3 + [(None, words)] * 2


def test_spans_are_looked_up_by_a_position_and_by_what_overlaps() -> None:
    spans = Spans.of([Span(5, 9), Span(0, 3), Span(0, 3)])
    assert spans.spans == [Span(0, 3), Span(5, 9)]
    assert [spans.hold(position) for position in (0, 3, 5, 9)] == [True, False, True, False]
    assert spans.around(Span(2, 6)) == Span(0, 3)
    assert spans.around(Span(3, 5)) is None


def test_the_end_of_a_seat_is_none() -> None:
    text = "The Foreign, Commonwealth & Development Office and the Water Office met."
    named = [each.span.of(text) for each in candidates(annotated(text), NOBODY, NOBODY)]
    assert named == ["Foreign, Commonwealth & Development Office", "the Water Office"]
