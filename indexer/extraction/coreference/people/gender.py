"""The gender that a word tells: "Ms", "spokeswoman", "king", and a first name that only women or only men have."""

from __future__ import annotations

from collections.abc import Iterator

from indexer.extraction.lang.en.role_nouns import FEMALE, MALE
from indexer.extraction.lang.word_lists import word_list
from indexer.extraction.model.annotation import PersonName
from indexer.extraction.model.coreference import EntityId, Evidence, EvidenceKind, Gender
from schemas.statement import Span

GIVEN_NAMES = {
    **dict.fromkeys(word_list("female-given-names"), Gender.FEMALE),
    **dict.fromkeys(word_list("male-given-names"), Gender.MALE),
}


def gender_of(word: str) -> Gender | None:
    return Gender.FEMALE if word in FEMALE else Gender.MALE if word in MALE else None


def differ(one: Gender | None, other: Gender | None) -> bool:
    """Whether they can't be one person's."""
    return one is not None and other is not None and one is not other


def told_by(word: str, about: EntityId, span: Span) -> Iterator[Evidence]:
    gender = gender_of(word)
    if gender is not None:
        yield Evidence(EvidenceKind.GENDER, about, span, gender)


def told_by_given_name(name: PersonName, about: EntityId) -> Iterator[Evidence]:
    """ "Maria Silva"; a part that stands alone may be a surname."""
    gender = GIVEN_NAMES.get(name.parts[0]) if len(name.parts) > 1 else None
    if gender is not None:
        yield Evidence(EvidenceKind.PERSON, about, name.span)
        yield Evidence(EvidenceKind.GENDER, about, name.span, gender)
