"""The gender that a word tells: "Ms", "spokeswoman", "king"."""

from __future__ import annotations

from collections.abc import Iterator

from indexer.extraction.lang.en.role_nouns import FEMALE, MALE
from indexer.extraction.model.coreference import EntityId, Evidence, EvidenceKind, Gender
from schemas.statement import Span


def gender_of(word: str) -> Gender | None:
    return Gender.FEMALE if word in FEMALE else Gender.MALE if word in MALE else None


def differ(one: Gender | None, other: Gender | None) -> bool:
    """Whether they can't be one person's."""
    return one is not None and other is not None and one is not other


def told_by(word: str, about: EntityId, span: Span) -> Iterator[Evidence]:
    gender = gender_of(word)
    if gender is not None:
        yield Evidence(EvidenceKind.GENDER, about, span, gender)
