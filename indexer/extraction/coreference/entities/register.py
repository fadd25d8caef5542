"""The one place that writes entities: folds each piece of evidence into the entity that it is about."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from indexer.extraction.coreference.entities.fold import folded, merged
from indexer.extraction.coreference.entities.known import KnownEntities
from indexer.extraction.model.coreference import Body, Entity, EntityId, Evidence, EvidenceKind

GROUP = "group:"  # how the id of several states begins


class Register(KnownEntities):
    """Entities with the evidence that made them, in its order."""

    def __init__(self) -> None:
        super().__init__()
        self.evidence: list[Evidence] = []

    def apply(self, evidence: Iterable[Evidence]) -> None:
        """All of it is read before any is written."""
        for each in tuple(evidence):
            self.evidence.append(each)
            index = INDEXES.get(each.kind)
            if index is not None:
                index(self, each)
            about = self.itself(each.about)
            self._by_id[about] = folded(self._by_id[about], each)

    def _introduce(self, evidence: Evidence) -> None:
        entity = evidence.value
        assert isinstance(entity, Entity)
        if entity.id in self._by_id:
            return
        self._by_id[entity.id] = entity
        if entity.awaits_name:
            self._awaiting_names[type(entity)].append(entity.id)
        elif entity.id.startswith(GROUP):
            self._groups[len(entity.countries)] = self._groups[0] = entity.id
        if isinstance(entity, Body):
            for word in entity.words:
                self._by_word.setdefault(word, []).append(entity.id)
            if entity.name.lower() in entity.words:
                self._by_own_name.setdefault(entity.name, entity.id)

    def _name(self, evidence: Evidence) -> None:
        assert isinstance(evidence.value, tuple)
        for part in evidence.value:
            self._by_part.setdefault(part, {})[evidence.about] = None
            self._surnamed.pop(part, None)
        self._by_name_at[evidence.span.start] = evidence.about

    def _appose(self, evidence: Evidence) -> None:
        self._beside.setdefault(evidence.span.start, evidence.about)

    def _relate(self, evidence: Evidence) -> None:
        self._related.setdefault(evidence.span.start, evidence.about)

    def _identify(self, evidence: Evidence) -> None:
        """From now on the entity is the other, of whom all is known that was known of it."""
        other = evidence.value
        assert isinstance(other, EntityId)
        about, other = self.itself(evidence.about), self.itself(other)
        self._by_id[other] = merged(self._by_id[other], self._by_id[about])
        self._same[about] = other


INDEXES: Mapping[EvidenceKind, Callable[[Register, Evidence], None]] = {
    EvidenceKind.INTRODUCTION: Register._introduce,
    EvidenceKind.NAME: Register._name,
    EvidenceKind.APPOSITION: Register._appose,
    EvidenceKind.RELATION: Register._relate,
    EvidenceKind.SAME_AS: Register._identify,
}
