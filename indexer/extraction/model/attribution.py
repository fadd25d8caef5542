"""What finding hands to resolving: a reported stretch of text, not yet anybody's."""

from __future__ import annotations

from dataclasses import dataclass

from schemas.statement import Act, Kind, Span


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
    a quote without a cue of its own has the mention it leans on, and `cue` None. `rule` names the rule that found it,
    for people who ask why.
    """

    kind: Kind
    spans: tuple[Span, ...]
    mention: Span | None
    cue: AttributionCue | None
    rule: str
