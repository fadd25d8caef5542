"""What may be read when a mention is resolved: the article's annotations, and what was said before the mention."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from indexer.extraction.coreference.bodies.named_organisations import organisations
from indexer.extraction.coreference.bodies.state_groups import StateGroup, state_groups
from indexer.extraction.coreference.entities.known import KnownEntities
from indexer.extraction.coreference.offices.phrase_index import PhraseIndex
from indexer.extraction.model.annotation import Annotations
from indexer.extraction.model.coreference import Body, Entity, EntityId, Mention
from indexer.extraction.model.document import Document

LINE_FEED = re.compile("\n")
WINDOW = 150  # mentions back to which a pronoun or "the minister" can reach


@dataclass(frozen=True, slots=True)
class Discourse:
    """`entities` and `history` grow while an article is read; whoever gets a Discourse only reads them.

    `history` are the mentions outside of quotation so far. `organisations` are those of the article by their full
    names, `state_groups` the states named side by side by their number. `named` are the countries of the article,
    `home` is the one that it is written from.
    """

    annotations: Annotations
    phrases: PhraseIndex
    organisations: Mapping[str, Body]
    state_groups: Mapping[int, Sequence[StateGroup]]
    named: frozenset[str]
    home: frozenset[str]
    sentence_starts: Sequence[int]
    line_ends: Sequence[int]
    entities: KnownEntities
    history: Sequence[Mention]

    @property
    def text(self) -> str:
        return self.annotations.text

    def recent(self, reach: int = WINDOW) -> Iterator[tuple[Mention, Entity]]:
        """The latest mentions outside of quotation, the last first, with whom they mean as it is known now."""
        return ((mention, self.entities[mention.entity]) for mention in islice(reversed(self.history), reach))

    def without(self, entity: EntityId) -> Discourse:
        """As if that one had not been mentioned so far, within the window."""
        others = [mention for mention in self.history[-WINDOW:] if self.entities.itself(mention.entity) != entity]
        return replace(self, history=others)

    def sentence_at(self, position: int) -> int:
        """The number of the sentence, from 1."""
        return bisect_right(self.sentence_starts, position)

    def lines_between(self, start: int, end: int) -> int:
        return max(0, bisect_left(self.line_ends, end) - bisect_left(self.line_ends, start))


def discourse_of(
    document: Document,
    annotations: Annotations,
    phrases: PhraseIndex,
    home: frozenset[str],
    entities: KnownEntities,
    history: Sequence[Mention],
) -> Discourse:
    return Discourse(
        annotations=annotations,
        phrases=phrases,
        organisations=organisations(annotations),
        state_groups=state_groups(annotations),
        named=frozenset(code for place in annotations.places for code in place.codes),
        home=home,
        sentence_starts=[sentence.start for sentence in document.sentences],
        line_ends=[match.start() for match in LINE_FEED.finditer(document.text)],
        entities=entities,
        history=history,
    )
