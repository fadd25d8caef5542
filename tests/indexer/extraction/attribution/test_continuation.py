from __future__ import annotations

from indexer.extraction.attribution.continuation import join
from indexer.extraction.attribution.shapes import ReadSentence
from indexer.extraction.model.attribution import Attribution, AttributionCue, Rule
from schemas.statement import Act, Kind, Span
from tests.indexer.extraction.documents import document


def joined(text: str, cue: str | None = None, about: str | None = None) -> list[list[str]]:
    """Each quote beside the word `cue` is a statement of its own; each sentence is about the word `about`."""
    sentences = []
    for sentence in document(text).folded:
        at = text.find(about) if about is not None and about in sentence.text else -1
        subject = Span(at, at + len(about)) if about is not None and at >= 0 else None
        spans = tuple(fold.quote.inner for fold in sentence.folds) if cue is not None and cue in sentence.text else ()
        found = Attribution(
            Kind.DIRECT, spans, None, AttributionCue(Span(0, 1), "say", Act.ASSERT), Rule.QUOTE_BESIDE_CUE
        )
        sentences.append(ReadSentence(sentence, (found,) if spans else (), subject))
    return [
        [attribution.mention.of(text) if attribution.mention else "", *(span.of(text) for span in attribution.spans)]
        for attribution in sorted(join(text, sentences), key=lambda each: each.spans)
    ]


def test_the_rest_of_a_quote_goes_on_in_its_paragraph() -> None:
    assert joined("“It rains,” Ilk said. “It pours.”", "said") == [["", "It rains,", "It pours."]]
    assert joined("“It rains,” Ilk said.\n\n“It pours.”", "said") == [["", "It rains,"]]


def test_a_long_quote_goes_on_in_the_next_paragraph_and_may_have_its_cue_there() -> None:
    text = "“It rains on all of us.\n\n“It pours,” Ilk said."
    assert joined(text, "said") == [["", "It rains on all of us.", "It pours,"]]


def test_a_quote_that_nobody_says_is_of_whom_its_sentence_or_the_one_before_is_about() -> None:
    assert joined("Ilk sat down. “It rains on all of us.”", about="Ilk") == [["Ilk", "It rains on all of us."]]
    assert joined("“It rains on all of us,” with Ilk about.", about="Ilk") == [["Ilk", "It rains on all of us,"]]
    assert joined("“It rains on all of us.” Ilk sat down.", about="Ilk") == [["", "It rains on all of us."]]


def test_nothing_goes_on_past_a_sentence_that_is_about_somebody_else() -> None:
    text = "“It rains,” Ilk said. Vorn rose. “It pours.”"
    assert joined(text, "said", about="Vorn") == [["", "It rains,"], ["Vorn", "It pours."]]
    text = "“It rains,” Ilk said. (Vorn left.) “It pours.”"
    assert joined(text, "said", about="Vorn") == [["", "It rains,", "It pours."]]


def test_a_short_quote_within_a_sentence_is_nobodys() -> None:
    assert joined("Ilk sang of “rain on rain.”", about="Ilk") == []
    assert joined("Ilk was brief: “It rains.”", about="Ilk") == [["Ilk", "It rains."]]


def test_few_words_and_titles_are_no_quotes() -> None:
    assert joined("“It rains.”") == []
    assert joined("“A Rainy Day in the Old Town.”") == []
