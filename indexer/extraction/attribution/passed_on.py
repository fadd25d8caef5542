"""What one source says that another said: "Ilk said it rained, the agency reported" is Ilk's."""

from __future__ import annotations

from collections.abc import Sequence, Set

from spacy.tokens import Doc

from indexer.extraction.attribution.shapes import Report
from indexer.extraction.lang.en.outlet_patterns import CALLED_LIKE_PEOPLE
from indexer.extraction.lang.word_lists import word_list
from indexer.extraction.model.attribution import Rule

VOICES = word_list("voices-of-another")
OUTLETS = word_list("outlets")
BEFORE_THE_NAME = frozenset({"radio", "television"})  # "Radio Ilk"
REPORTS = "report"  # the lemma of what outlets do


def passes_on(doc: Doc, outer: Report, reports: Sequence[Report], people: Set[str] = frozenset()) -> bool:
    """Whether the report stands behind a whole sentence that is itself one of the reports, with a source of its own; an
    outlet may stand before it too: "according to the Herald, Ilk said it rained", "the Herald reported that Ilk said".

    `people` are those whose given names are names of outlets too, in lower case.
    """
    held = outer.content.ranges[-1]
    is_outlet = _is_an_outlet(doc, outer, people)
    is_outlet_before = is_outlet and (outer.content.rule is Rule.ACCORDING_TO or outer.lemma == REPORTS)
    is_behind = len(outer.content.ranges) == 1 and outer.cue.start >= held.end and _is_behind(doc, outer, is_outlet)
    if not (is_behind or is_outlet_before):
        return False
    return any(
        held.start <= inner.cue.start < held.end
        and inner.mention is not None
        and not any(held.start <= above.i < held.end for above in doc[inner.cue.start].ancestors)
        for inner in reports
        if inner is not outer
    )


def _is_behind(doc: Doc, outer: Report, is_outlet: bool) -> bool:
    """Whether it closes its sentence with whom that is "according to", or with the outlet that carried it."""
    if outer.content.rule is not Rule.CUE_AT_END or outer.mention is None:
        return outer.content.rule is Rule.ACCORDING_TO
    return outer.lemma == REPORTS or is_outlet or _is_a_voice_of_the_speaker(doc, outer)


def _is_a_voice_of_the_speaker(doc: Doc, outer: Report) -> bool:
    """ "His office", "her spokesman"."""
    mention = outer.mention
    if mention is None or doc[mention.start].tag_ != "PRP$":
        return False
    return doc[mention.end - 1].lower_ in VOICES


def _is_an_outlet(doc: Doc, outer: Report, people: Set[str]) -> bool:
    if outer.mention is None:
        return False
    words = [word.lower_ for word in doc[outer.mention.start : outer.mention.end]]
    name = words[-1]
    if name not in CALLED_LIKE_PEOPLE:
        return name in OUTLETS or not BEFORE_THE_NAME.isdisjoint(words[:2])
    return name not in people or doc[outer.mention.end - 1].is_upper or not OUTLETS.isdisjoint(words)
