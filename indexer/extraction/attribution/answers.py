"""The turns of an interview: every word behind the label of who answers is theirs, and who asks says nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from indexer.extraction.attribution.shapes import ReadSentence
from indexer.extraction.lang.word_lists import word_list
from indexer.extraction.model.attribution import Attribution, Rule
from indexer.extraction.model.document import Turn
from schemas.statement import Kind, Span

OWN_PRONOUNS = word_list("own-pronouns")


def answers(turns: Sequence[Turn], interviewed: Span | None) -> Iterator[Attribution]:
    """One attribution for each turn of those who are asked; `interviewed` is who answers to the letter A."""
    for turn in turns:
        if turn.spans and not turn.asks:
            mention = turn.label if turn.is_named else interviewed
            yield Attribution(Kind.DIRECT, turn.spans, mention, None, Rule.ANSWER)


def without_questions(text: str, turns: Sequence[Turn], sentences: Sequence[ReadSentence]) -> list[ReadSentence]:
    """The sentences without what those who ask say of themselves: "I have to ask about the vote"."""
    asking = frozenset(number for turn in turns if turn.asks for number in turn.paragraphs)
    return [_of_others(text, read) if read.sentence.paragraph in asking else read for read in sentences]


def _of_others(text: str, read: ReadSentence) -> ReadSentence:
    reported = (each for each in read.attributions if each.mention is not None)
    kept = tuple(each for each in reported if each.mention and each.mention.of(text).lower() not in OWN_PRONOUNS)
    return replace(read, attributions=kept)
