"""Reports that are no statements: what nobody said, what somebody would not say, the questions of journalists, and the
notes of editors.
"""

from __future__ import annotations

from indexer.extraction.document.notes import is_in_a_note
from indexer.extraction.document.words import runs
from indexer.extraction.lang.word_lists import word_list
from indexer.extraction.model.attribution import Attribution
from schemas.statement import Act

NOBODY = word_list("nobody")
PRESS = word_list("the-press")
REFUSALS = word_list("refusals")
OF_SPEAKING = word_list("verbs-of-speaking")


def is_said(text: str, attribution: Attribution) -> bool:
    """Whether the text tells that somebody said it, and not in order to have something to print."""
    if is_in_a_note(text, attribution.spans[0].start):
        return False
    if attribution.cue is None:
        return True
    source = runs(attribution.mention.of(text).lower()) if attribution.mention is not None else []
    if source and (source[0] in NOBODY or source[-1] in NOBODY) and not source[-1].isdigit():  # "No. 10"
        return False
    if attribution.cue.act is Act.ASK and source and source[-1] in PRESS:
        return False
    content = runs(attribution.spans[0].of(text).lower()[:40])
    return not (attribution.cue.lemma in REFUSALS and len(content) > 1 and content[1] in OF_SPEAKING)
