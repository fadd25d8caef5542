"""The people of an article by their names, full and short, in all spellings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from indexer.extraction.annotation.names import same_person
from indexer.extraction.annotation.places.gazetteer import fold
from indexer.extraction.coreference.entities import Entity, History, Sort, gender_of
from indexer.extraction.model.annotation import Annotations, PersonName

FEW = 60  # people in an article, or of one surname, up to which all are compared for other spellings of a name


class Persons:
    def __init__(self, annotations: Annotations, names: Sequence[PersonName]) -> None:
        self.annotations = annotations
        self.people: list[Entity] = []
        self._by_part: dict[str, dict[Entity, None]] = {}  # in the order in which they were named
        self._of: dict[PersonName, Entity] = {}
        self._entered: dict[tuple[str, ...], Entity] = {}
        self._borne: dict[str, list[Entity]] = {}
        for name in names:
            if len(name.parts) > 1:
                self._enter(name)
        self._choose_names({name.parts[0] for name in names if len(name.parts) == 1})

    def _enter(self, name: PersonName) -> None:
        person = self._entered.get(name.parts) or next(
            (person for person in self._alike(name) if same_person(person.parts, name.parts)), None
        )
        if person is None:
            person = self.add(name)
        self._index(name, person)
        self._entered[name.parts] = person
        person.learn_gender(name.honorific)
        person.human = person.human or bool(name.honorific)

    def _alike(self, name: PersonName) -> Iterator[Entity]:
        """Who may be called so in another spelling."""
        yield from islice(self._by_part.get(name.parts[-1], ()), FEW)
        yield from islice(self._by_part.get(name.parts[0], ()), FEW)
        if len(self.people) < FEW:
            yield from self.people

    def _choose_names(self, surnames: set[str]) -> None:
        """The longest form, but not a headline's "Ana Silva Urges" where "Silva" alone follows."""
        forms: dict[int, list[PersonName]] = {}
        for name, person in self._of.items():
            forms.setdefault(id(person), []).append(name)
        for person in self.people:
            known = forms[id(person)]
            base = known[0]
            if base.parts[-1] not in surnames:
                base = next((form for form in known if form.parts[-1] in surnames and _begins(base, form)), base)
            same_end = [form for form in known if form.parts[-1] == base.parts[-1]]
            name = max(same_end, key=lambda form: len(form.parts))
            person.name, person.parts = name.of(self.annotations.text), name.parts

    def _index(self, name: PersonName, person: Entity) -> None:
        for part in name.parts:
            self._by_part.setdefault(part, {})[person] = None
            self._borne.pop(part, None)
        self._of[name] = person

    def add(self, name: PersonName) -> Entity:
        person = Entity(Sort.PERSON, name.of(self.annotations.text), name.start, parts=name.parts)
        person.learn_gender(name.honorific)
        person.human = bool(name.honorific)
        self.people.append(person)
        self._index(name, person)
        return person

    def bearer(self, name: PersonName) -> Entity | None:
        """Who has it in full, or, for a name of one part, the only one who can."""
        known = self._of.get(name)
        if known is not None:
            return known
        bearers = self._bearers(name)
        return bearers[0] if len(bearers) == 1 else None

    def named(self, part: str) -> Entity | None:
        """The only one who is called so."""
        bearers = self._by_part.get(fold(part), {})
        return next(iter(bearers)) if len(bearers) == 1 else None

    def is_shared(self, name: PersonName) -> bool:
        return len(self._bearers(name)) > 1

    def meant(self, name: PersonName, history: History) -> Entity | None:
        """By surname: who bears it, was named last, or else comes first."""
        known = self._of.get(name)
        if known is not None:
            return known
        bearers = self._bearers(name)
        if len(bearers) > FEW:
            latest = history.latest(self._by_part[name.parts[-1]])
            bearers = [person for person in latest if person.parts[-1] == name.parts[-1]] or latest or bearers[:1]
        if len(bearers) > 1:
            bearers = self._of_gender(bearers, name) or bearers
            bearers = self._of_country(bearers, name) or bearers
        return history.last_mention(bearers) or (bearers[0] if bearers else None)

    def _bearers(self, name: PersonName) -> list[Entity]:
        """As the last part of the name, else as its first (East Asian names), else anywhere in it."""
        part = name.parts[-1]
        if part not in self._borne:
            bearers = list(self._by_part.get(part, ()))
            last = [person for person in bearers if person.parts[-1] == part]
            self._borne[part] = last or [person for person in bearers if person.parts[0] == part] or bearers
        return self._borne[part]

    def _of_gender(self, bearers: list[Entity], name: PersonName) -> list[Entity]:
        gender = gender_of(name.honorific)
        return [person for person in bearers if not gender or person.gender in ("", gender)]

    def _of_country(self, bearers: list[Entity], name: PersonName) -> list[Entity]:
        """ "Seoul's Park"."""
        first = max(0, self.annotations.words_in(0, name.start).stop - 2)
        before = self.annotations.words[first].start if self.annotations.words else 0
        codes = {code for place in self.annotations.places_in(before, name.start) for code in place.codes}
        return [person for person in bearers if codes & person.codes]


def _begins(longer: PersonName, shorter: PersonName) -> bool:
    return longer.parts[: len(shorter.parts)] == shorter.parts
