"""All that is annotated in an article, each kind once, for the layers above."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from indexer.extraction.annotation.acronyms import find_acronyms
from indexer.extraction.annotation.capitals import in_title_case, labels_in_capitals
from indexer.extraction.annotation.dates.expressions import find_dates
from indexer.extraction.annotation.names import find_names
from indexer.extraction.annotation.places.toponyms import find_places
from indexer.extraction.annotation.roles.phrases import find_role_phrases
from indexer.extraction.annotation.tagging import tag
from indexer.extraction.annotation.title_holders import title_holders
from indexer.extraction.document.notes import is_in_a_note
from indexer.extraction.document.words import words_of
from indexer.extraction.model.annotation import Annotations, PersonName, RolePhrase
from indexer.extraction.model.attribution import Attribution
from indexer.extraction.model.document import Document


def annotate(document: Document, attributions: Sequence[Attribution]) -> Annotations:
    """`attributions` are those of the document: no name goes on beyond the mention of a speaker.

    The text is that of the document, with labels in capitals read in title case.
    """
    capitals = labels_in_capitals(document.text, document.turns, attributions)
    text = in_title_case(document.text, capitals)
    tagged = tag(text, words_of(text) if capitals else document.words)
    phrases = find_role_phrases(tagged)
    mentions = {attribution.mention for attribution in attributions if attribution.mention is not None}
    found = find_names(tagged, phrases, sorted(mentions))
    names = tuple(name for name in found if not is_in_a_note(text, name.start))
    return Annotations(
        text=tagged.text,
        words=tagged.words,
        places=tagged.places,
        organisations=tagged.organisations,
        word_starts=tagged.word_starts,
        place_starts=tagged.place_starts,
        organisation_starts=tagged.organisation_starts,
        role_phrases=_outside_of(names, phrases),
        names=names,
        acronyms=find_acronyms(tagged.text, phrases),
        dates=find_dates(tagged.text, document.published_on),
        title_places=find_places(document.title),
        title_holders=title_holders(document.title),
    )


def _outside_of(names: Sequence[PersonName], phrases: Sequence[RolePhrase]) -> tuple[RolePhrase, ...]:
    """Without those that are a nickname: "the Baker" in 'Ali "the Baker" Mansour'."""
    starts = [name.start for name in names]

    def is_in_a_name(phrase: RolePhrase) -> bool:
        index = bisect_right(starts, phrase.start) - 1
        return index >= 0 and phrase.end <= names[index].end

    return tuple(phrase for phrase in phrases if not is_in_a_name(phrase))
