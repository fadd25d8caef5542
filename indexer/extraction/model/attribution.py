"""What a finder tells of a text: a stretch of it that is reported, by which cue and whom."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from schemas.statement import Act, Kind, Span


class Rule(StrEnum):
    """How an attribution was found, as people read it who ask why."""

    QUOTE_BESIDE_CUE = "quote beside its cue"
    QUOTE_BESIDE_VERB = "quote beside a verb"
    QUOTE_WITHOUT_CUE = "quote without a cue"
    NAME_BESIDE_QUOTE = "name beside a quote"
    HEADLINE = "label of a headline"
    CLAUSE = "clause"
    INFINITIVE = "infinitive"
    OBJECT_INFINITIVE = "object and infinitive"
    OBJECT = "object"
    GERUND = "gerund"
    PREPOSITION = "cue with preposition"
    PREDICATION = "object and what is said of it"
    FREE_RELATIVE = "what they call"
    CUE_AT_END = "cue at the end"
    CUE_IN_MIDDLE = "cue in the middle"
    ACCORDING_TO = "according to"
    NOUN_CLAUSE = "noun with that"
    ANSWER = "interview answer"
    GIVEN = "given"  # with the article, by somebody else


@dataclass(frozen=True, slots=True)
class AttributionCue:
    """The reporting words as they stand ("called on"), their lemma ("call on") and act."""

    span: Span
    lemma: str
    act: Act


@dataclass(frozen=True, slots=True)
class Attribution:
    """One statement as found. `mention` is where the speaker is named for it: a name, a pronoun, "the ministry".

    `spans` are in the order of the text and without outer quotation marks. `mention` is None where nobody is named;
    a quote without a cue of its own has the mention it leans on, and `cue` None. `target` is where the reporting clause
    names the party that is told, asked, thanked or judged; None where there is none.
    """

    kind: Kind
    spans: tuple[Span, ...]
    mention: Span | None
    cue: AttributionCue | None
    rule: Rule
    target: Span | None = None

    @property
    def position(self) -> int:
        """Where it is said to have been said: its cue, or where it begins."""
        return self.cue.span.start if self.cue is not None else self.spans[0].start
