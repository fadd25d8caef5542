"""Who holds which office by the title of an article: "President Ilk says …", "Ana Vorel, foreign minister, resigns"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from indexer.extraction.annotation.names import find_names
from indexer.extraction.annotation.roles.phrases import find_role_phrases
from indexer.extraction.annotation.roles.states import is_former
from indexer.extraction.annotation.tagging import tag
from indexer.extraction.document.words import words_of
from indexer.extraction.lang.cues import cues
from indexer.extraction.lang.word_lists import word_list
from indexer.extraction.model.annotation import PersonName, RolePhrase, TaggedText, TitleHolder
from indexer.extraction.model.document import Word

ACTS = word_list("acts-of-a-state")
LONGEST = 3  # words of a name
SHORT = 3  # letters of the longest word that is small in a title whose other words have capitals
MARKS = (",", ":", "'", "’", ";")  # behind a name, they end it


def title_holders(title: str) -> tuple[TitleHolder, ...]:
    """In the order of the title; nobody whose name may go on with other words that have capitals, as all have there."""
    if not title:
        return ()
    tagged = tag(title, words_of(title))
    phrases = find_role_phrases(tagged)
    offices = [each for each in phrases if each.is_office and not each.plural and not is_former(each.words)]
    return tuple(_holders(tagged, offices, find_names(tagged, offices)))


def _holders(tagged: TaggedText, offices: Sequence[RolePhrase], names: Sequence[PersonName]) -> Iterator[TitleHolder]:
    before, behind = ({phrase.end: phrase for phrase in offices}, {phrase.start: phrase for phrase in offices})
    for name in names:
        office = before.get(name.with_honorific - len(" "))
        words = _words_of(name, tagged)
        if office is None:
            office = behind.get(name.end + len(", ")) if tagged.text.startswith(", ", name.end) else None
            if office is not None and not tagged.text.startswith(",", office.end):
                office = None  # "Ilk, minister discuss roads"
        if office is not None and 0 < len(words) <= LONGEST:
            end = words[-1].start + len(words[-1].bare)
            yield TitleHolder(office, tagged.text[name.start : end], name.parts[: len(words)])


def _words_of(name: PersonName, tagged: TaggedText) -> Sequence[Word]:
    """Those before a verb with a capital; none where nothing tells which of them are the name."""
    within = tagged.words_in(name.start, name.end)
    words = tagged.words[within.start : within.stop + 1]
    act = next((at for at, word in enumerate(words) if _is_an_act(word)), None)
    named = words[: len(within) if act is None else act]
    is_told = act is not None or tagged.text.startswith(MARKS, name.end) or _has_small_words(tagged)
    return named if is_told else ()


def _is_an_act(word: Word) -> bool:
    return word.low.endswith("s") and (word.low in cues() or word.low in ACTS)


def _has_small_words(tagged: TaggedText) -> bool:
    """Whether it is written as sentences are, and not as "Ilk Says Dam Is Safe"."""
    return any(word.bare.islower() and len(word.bare) > SHORT for word in tagged.words)
