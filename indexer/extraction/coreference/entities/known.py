"""The entities of an article as far as it is read, for those who only read them: by id, name, place and word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from indexer.extraction.model.coreference import Body, Entity, EntityId, Person


class KnownEntities:
    """Who proved to be somebody else is that one under every id. What is found here is written by `Register` alone."""

    def __init__(self) -> None:
        self._by_id: dict[EntityId, Entity] = {}
        self._same: dict[EntityId, EntityId] = {}
        self._by_name_at: dict[int, EntityId] = {}
        self._by_part: dict[str, dict[EntityId, None]] = {}
        self._surnamed: dict[str, tuple[EntityId, ...]] = {}
        self._by_word: dict[str, list[EntityId]] = {}
        self._by_own_name: dict[str, EntityId] = {}
        self._groups: dict[int, EntityId] = {}
        self._awaiting_names: dict[type[Entity], list[EntityId]] = {Person: [], Body: []}
        self._beside: dict[int, EntityId] = {}
        self._related: dict[int, EntityId] = {}

    def __getitem__(self, entity: EntityId) -> Entity:
        return self._by_id[self.itself(entity)]

    def __contains__(self, entity: EntityId) -> bool:
        return entity in self._by_id

    def latest(self, entity: EntityId | None) -> Entity | None:
        """What is known of it by now; None for nobody, or one who was never introduced."""
        return self._by_id.get(self.itself(entity)) if entity is not None else None

    def itself(self, entity: EntityId) -> EntityId:
        while entity in self._same:
            entity = self._same[entity]
        return entity

    def all(self) -> Mapping[EntityId, Entity]:
        return MappingProxyType({key: entity for key, entity in self._by_id.items() if key not in self._same})

    # -- people -------------------------------------------------------------------------------------------------------

    def person(self, entity: EntityId) -> Person:
        found = self[entity]
        assert isinstance(found, Person)
        return found

    def people(self, entities: Iterable[EntityId]) -> list[Person]:
        return [self.person(entity) for entity in entities]

    def named_at(self, position: int) -> EntityId | None:
        """Whose name begins there, where it was read as somebody's."""
        return self._by_name_at.get(position)

    def called(self, part: str) -> Mapping[EntityId, None]:
        """Who has it in any name, in the order of the text."""
        return self._by_part.get(part, {})

    def surnamed(self, part: str) -> tuple[EntityId, ...]:
        """Who has it as the last part of the name, else as the first (East Asian names), else anywhere in it."""
        if part not in self._surnamed:
            bearers = self.people(self.called(part))
            last = [person for person in bearers if person.parts[-1] == part]
            chosen = last or [person for person in bearers if person.parts[0] == part] or bearers
            self._surnamed[part] = tuple(person.id for person in chosen)
        return self._surnamed[part]

    def beside(self, phrase: int) -> EntityId | None:
        """The person beside whose name the phrase that begins there stands: "Minister Ana Silva"."""
        return self._beside.get(phrase)

    def related_to(self, phrase: int) -> EntityId | None:
        """The person who leads, or is "of", what the phrase that begins there means."""
        return self._related.get(phrase)

    def offices_awaiting_names(self) -> Iterator[Person]:
        """Those that may be held by somebody who is named later, in the order of the text."""
        return (self.person(entity) for entity in self._awaiting_names[Person] if entity not in self._same)

    # -- bodies -------------------------------------------------------------------------------------------------------

    def with_word(self, word: str) -> Sequence[EntityId]:
        """Bodies that the word may mean, in the order in which they were introduced."""
        return self._by_word.get(word, ())

    def with_name(self, name: str) -> EntityId | None:
        """The body of that name of its own."""
        return self._by_own_name.get(name)

    def group_of(self, number: int) -> EntityId | None:
        """The group of so many states that was named in full last, or of any number for 0."""
        return self._groups.get(number)

    def groups_awaiting_names(self) -> Iterator[Entity]:
        return (self[entity] for entity in self._awaiting_names[Body] if entity not in self._same)

    def body(self, entity: EntityId) -> Body:
        found = self[entity]
        assert isinstance(found, Body)
        return found
