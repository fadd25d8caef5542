"""Which words of a phrase are the name of a body, and whether the phrase means the body or somebody of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import takewhile

from indexer.extraction.lang.en.determiners import DETERMINERS, INDEFINITE_DETERMINERS
from indexer.extraction.lang.word_lists import word_list
from indexer.extraction.model.coreference import Body, Entity
from schemas.identity.body_names import offices, words_of_body
from schemas.identity.country_words import parted
from schemas.identity.letters import plain
from schemas.identity.words import words_of_kind

ABROAD = "embassy"
ENDS_A_PHRASE = word_list("ends-a-phrase")
BETWEEN_WORDS = re.compile(r"[\s/]+")


def name_of_body(phrase: str) -> str | None:
    """ "Congressional Budget Office" of "nonpartisan Congressional Budget Office"; None for "management of the Office".

    "foreign ministry of Portugal" is a name, for it is a body's word that is in small letters. "Foreign ministry" of
    "foreign ministry in Lisbon", for that is where it is.
    """
    phrase = _without_place(phrase)
    words = phrase.split()
    before = list(takewhile(str.islower, words))
    if len(before) in {0, len(words)} or _has_word_of_body(before):
        return phrase
    if words[-1].islower() and not _has_preposition(before):
        return phrase  # "retired Portuguese border guard" may be a man
    return None if _has_preposition(before) else " ".join(words[len(before) :])


def is_somebody_of(entity: Entity, shown: str) -> bool:
    """Whether the words shown mean no body, but somebody or something of it: "Taliban member", "some Taliban", "voters
    in a Taliban poll"; or a longer name: "Ana Lisbon" where the body is called Lisbon.
    """
    if not isinstance(entity, Body) or entity.name not in shown:
        return False
    before, _, after = shown.partition(entity.name)
    first, behind = before.partition(" ")[0].lower(), [word for word in BETWEEN_WORDS.split(after) if word]
    return (
        first in INDEFINITE_DETERMINERS
        or _has_preposition(before.split())
        or (before[-1:] == " " and before.split()[-1].istitle() and before.split()[-1].lower() not in DETERMINERS)
        or any(word[0].islower() for word in takewhile(lambda word: word not in ENDS_A_PHRASE, behind))
    )


def _without_place(phrase: str) -> str:
    """Of what each state has once. An embassy in another place is another; "government in exile" is no place."""
    name, _, place = phrase.partition(" in ")
    office = offices().get(" ".join(parted(words_of_body(name))[1]), ABROAD)
    return name if office != ABROAD and place[:1].isupper() else phrase


def _has_preposition(words: Iterable[str]) -> bool:
    return any(word in ENDS_A_PHRASE for word in words)


def _has_word_of_body(words: Sequence[str]) -> bool:
    return not words_of_kind()["body"].isdisjoint(plain(" ".join(words)).split())
