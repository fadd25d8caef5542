"""Who issued a paper that is said to speak: "the statement said" after "the ministry said in a statement"."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from indexer.extraction.coreference.entities.discourse import Discourse
from indexer.extraction.coreference.speakers.joint import joint
from indexer.extraction.lang.en.coreference_patterns import JOINED
from indexer.extraction.lang.en.issuer_patterns import BY, IN_A_PAPER, ISSUED, PAPER, PAPER_BY, SOME_PAPER
from indexer.extraction.model.coreference import Entity, Mention
from schemas.statement import Span

BACK = 3000  # characters before a paper in which its issuer is told
REACH = 60  # characters from "by" to its end
ARTICLE = len("the ")


@dataclass(frozen=True, slots=True)
class Issuers:
    """`mentions` are all of the article in its order, `speakers` those that speak and were read, in its order too."""

    discourse: Discourse
    mentions: Sequence[Mention]
    speakers: Sequence[tuple[Span, Entity | None]]

    def of(self, words: Span) -> Entity | None:
        """Who issued the paper that `words` name; None where they name none, or nobody tells."""
        text = self.discourse.text
        if PAPER.fullmatch(text, *words) is None:
            return None
        by = BY.match(text, words.end, words.end + REACH)
        if by is not None:
            return self._beginning(by.end())
        return self._told_before(words.start) if SOME_PAPER.match(text, words.start) is None else None

    def _told_before(self, position: int) -> Entity | None:
        text, begin = self.discourse.text, max(0, position - BACK)
        told = [
            *((match.end(), self._beginning) for match in PAPER_BY.finditer(text, begin, position)),
            *((match.start(), self._speaking_in_sentence) for match in IN_A_PAPER.finditer(text, begin, position)),
            *((match.start(), self._named_before) for match in ISSUED.finditer(text, begin, position)),
        ]
        for at, read in sorted(told, key=lambda each: each[0], reverse=True):
            found = read(at)
            if found is not None:
                return None if self._others_speak(found, Span(at, position)) else found
        return None

    def _others_speak(self, issuer: Entity, between: Span) -> bool:
        """Whether somebody else has spoken since, whose paper it may be."""
        first = bisect_right(self.speakers, between.start, key=lambda speaker: speaker[0].start)
        last = bisect_left(self.speakers, between.end, key=lambda speaker: speaker[0].start)
        return any(entity is not None and entity.id != issuer.id for _, entity in self.speakers[first:last])

    def _beginning(self, position: int) -> Entity | None:
        """Whoever is named at `position`: "the Polish ministry", "Ana Silva and Jan Kos"."""
        index = bisect_right(self.mentions, position + ARTICLE, key=lambda mention: mention.span.start) - 1
        first = self.mentions[index] if index >= 0 else None
        if first is None or first.span.end <= position:
            return None
        entities, text = self.discourse.entities, self.discourse.text
        named = [(first, entities[first.entity])]
        for mention in self.mentions[index + 1 :]:
            if JOINED.fullmatch(text, named[-1][0].span.end, mention.span.start) is None:
                break
            named.append((mention, entities[mention.entity]))
        if len(named) == 1:
            return named[0][1]
        return joint(Span(first.span.start, named[-1][0].span.end), named, text)

    def _speaking_in_sentence(self, position: int) -> Entity | None:
        sentence = self._sentence(position)
        first = bisect_left(self.speakers, sentence.start, key=lambda speaker: speaker[0].start)
        last = bisect_left(self.speakers, sentence.end, key=lambda speaker: speaker[0].start)
        speaking = (entity for _, entity in reversed(self.speakers[first:last]) if entity is not None)
        return next(speaking, None) or self._named_before(position)

    def _named_before(self, position: int) -> Entity | None:
        """The first person or body that the sentence names."""
        sentence = self._sentence(position)
        first = bisect_right(self.mentions, sentence.start - 1, key=lambda mention: mention.span.start)
        for mention in self.mentions[first:]:
            if mention.span.start >= position:
                return None
            if mention.is_subject:
                return self.discourse.entities[mention.entity]
        return None

    def _sentence(self, position: int) -> Span:
        starts = self.discourse.sentence_starts
        index = bisect_right(starts, position)
        end = starts[index] if index < len(starts) else len(self.discourse.text)
        return Span(starts[max(0, index - 1)] if starts else 0, end)
