import dataclasses

import pytest

from indexer.extraction.coreference.entities.fold import FOLDS
from indexer.extraction.coreference.entities.register import INDEXES
from indexer.extraction.model.coreference import Body, Evidence, EvidenceKind, Mention, Person, State
from schemas.statement import Span

SHAPES = [
    Person("a", "Ana", 0),
    Body("b", "army", 0),
    State("c", "Moscow", 0),
    Mention(Span(0, 1), "a", True),
    Evidence(EvidenceKind.PERSON, "a", Span(0, 1)),
]


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: type(shape).__name__)
def test_shapes_are_frozen(shape: object) -> None:
    field = dataclasses.fields(shape)[0].name  # type: ignore[arg-type]
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(shape, field, "other")


@pytest.mark.parametrize("kind", EvidenceKind)
def test_every_kind_of_evidence_is_put_to_use(kind: EvidenceKind) -> None:
    assert kind in FOLDS or kind in INDEXES
