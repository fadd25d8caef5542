from __future__ import annotations

from indexer.extraction.attribution.answers import answers
from indexer.extraction.attribution.finder import RuleFinder
from indexer.extraction.model.document import Turn
from schemas.statement import Kind, Span
from tests.indexer.extraction.documents import document

WHO, WORDS = Span(20, 24), (Span(26, 40),)


def test_the_mention_is_the_label_and_there_is_no_cue() -> None:
    (answer,) = answers([Turn(WHO, WHO.end, True, False, range(1, 2), WORDS)], None)
    assert (answer.spans, answer.mention, answer.cue, answer.kind) == (WORDS, WHO, None, Kind.DIRECT)
    assert answer.rule == "interview answer"


def test_a_letter_stands_for_who_is_interviewed() -> None:
    turn = Turn(WHO, WHO.end, False, False, range(1, 2), WORDS)
    assert [answer.mention for answer in answers([turn], Span(0, 5))] == [Span(0, 5)]
    assert [answer.mention for answer in answers([turn], None)] == [None]


def test_questions_and_turns_without_words_are_no_answers() -> None:
    assert not list(
        answers(
            [Turn(WHO, WHO.end, True, True, range(1, 2), WORDS), Turn(WHO, WHO.end, True, False, range(2, 3), ())], None
        )
    )


def test_who_asks_says_nothing_of_themselves() -> None:
    text = "Q: I have to ask about the vote. The envoy said it was late. Is it?\n\nA: It is late by a month."
    (found,) = RuleFinder().find([document(text)])
    assert [attribution.spans[0].of(text) for attribution in found] == ["it was late", "It is late by a month."]
