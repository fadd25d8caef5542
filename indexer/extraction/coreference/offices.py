"""Who holds an office: the person beside whom it stands, the one who was said to hold it, or nobody named so far."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace

from indexer.extraction.coreference.affiliation import learn, learn_relation, owner_of
from indexer.extraction.coreference.apposition import Appositions
from indexer.extraction.coreference.bodies import Bodies
from indexer.extraction.coreference.entities import ANYONE, Entity, History, Sort
from indexer.extraction.coreference.persons import Persons
from indexer.extraction.document.layout import HEADLINE
from indexer.extraction.model.annotation import Annotations, RolePhrase

NO_LESS = ANYONE | {"envoy"}
LINE_FEED = re.compile("\n")
WAITING = 40  # namings back to an office whose holder is not yet named


class Offices:
    """Reads the phrases of an article in their order; `home` is the country that the article is written from."""

    def __init__(
        self,
        annotations: Annotations,
        history: History,
        persons: Persons,
        bodies: Bodies,
        appositions: Appositions,
        home: frozenset[str],
    ) -> None:
        self.text, self.history, self.persons, self.bodies = annotations.text, history, persons, bodies
        self.appositions, self.home = appositions, home
        self._waiting: list[Entity] = []  # offices in a headline
        self._line_ends = [match.start() for match in LINE_FEED.finditer(self.text)]

    def meant(self, phrase: RolePhrase, spoken: bool) -> Entity | None:
        if phrase in self.appositions.office:
            person = self.appositions.office[phrase].itself
            learn(person, phrase, owner_of(phrase, self.history, self.bodies, self.persons), self.bodies)
            self._fill_waiting(person)
            unnamed = (
                self.history.holder(phrase, self.home) if phrase.determiner == "the" and not person.codes else None
            )
            if unnamed is not None and unnamed is not person and not unnamed.parts:
                unnamed.become(person)  # "summoned the Polish ambassador. The ambassador, Ana Silva, …"
            return person
        if phrase in self.appositions.relative:
            person = self.appositions.relative[phrase].itself
            learn_relation(person, phrase, owner_of(phrase, self.history, self.bodies, self.persons), self.bodies)
            if not phrase.codes and len(phrase.words) == 1 and not person.role:
                self.take(person, phrase.start)  # "Ana Silva, who has led the ministry": the minister
            return person
        return self._office(phrase, spoken) if phrase.is_office else self._body(phrase)

    def take(self, person: Entity, position: int) -> None:
        """ "The minister was late. … Ana Silva said": the office that waits for a name gets it."""
        for naming in self.history.back(WAITING):
            office = naming.meant
            if office is person and naming.subject:
                return
            waits = office.sort is Sort.PERSON and not office.named and not office.plural and naming.subject
            foreign = office.codes and person.codes and not office.codes & person.codes
            foreign = foreign or (office.codes and self._lines_between(naming.end, position) > 2)
            if waits and not foreign and {office.gender, person.gender} != {"m", "f"}:
                office.become(person)
                return

    def _lines_between(self, start: int, end: int) -> int:
        return max(0, bisect_left(self._line_ends, end) - bisect_left(self._line_ends, start))

    def _fill_waiting(self, person: Entity) -> None:
        for office in self._waiting:
            fits = not (office.codes and person.codes) or office.codes & person.codes
            if office.same is None and office.heads & person.heads and fits:
                office.become(person)

    def _office(self, phrase: RolePhrase, spoken: bool) -> Entity | None:
        told = bool(phrase.determiner or phrase.codes or phrase.territories or phrase.owner)
        if phrase.definite and told and not phrase.plural:
            person = (
                self.history.holder(phrase, self.home) or self._anyone(phrase) or self._bare_speaker(phrase, spoken)
            )
            if person is not None:
                self._is_also(person, phrase)
                return person
        elif not spoken and (phrase.plural or not told) and not self._opens_a_headline(phrase.start):
            return None
        office = Entity(Sort.PERSON, self.text[phrase.body : phrase.end], phrase.start, plural=phrase.plural)
        learn(office, phrase, owner_of(phrase, self.history, self.bodies, self.persons), self.bodies)
        office.described = False
        office.named = phrase.plural or not phrase.definite
        if office.named:
            office.role, office.official = None, False
        elif phrase.start < HEADLINE:
            self._waiting.append(office)
        return office

    def _opens_a_headline(self, position: int) -> bool:
        return position <= HEADLINE and self.text[max(0, position - 1) : position] in ("", "\n")

    def _is_also(self, person: Entity, phrase: RolePhrase) -> None:
        """What a later "the Polish minister" adds."""
        if not person.nobody:
            person.codes.update(phrase.codes)
            person.territories.update(phrase.territories)
        if phrase.head in ANYONE:
            return
        person.role = person.role or (phrase.role if person.named and person.parts else person.role)
        person.learn_gender(phrase.head)

    def _anyone(self, phrase: RolePhrase) -> Entity | None:
        """ "The official", "the Polish leader": whoever spoke last and is no less."""
        if phrase.head not in ANYONE or phrase.role != self.text[phrase.end - len(phrase.head) : phrase.end]:
            return None
        wanted = {*phrase.codes, *phrase.territories}
        for naming in self.history.back(WAITING):
            person = naming.meant
            if person.sort is Sort.PERSON and not person.plural and (person.official or person.heads & NO_LESS):
                known = person.codes | person.territories
                fits = not wanted or wanted & known or (not known and (person.official or person.nobody))
                return person if fits else None
        return None

    def _bare_speaker(self, phrase: RolePhrase, spoken: bool) -> Entity | None:
        """ "Ana Silva wrote a letter. The chief negotiator denied …": a person of whom no office was told yet."""
        if not spoken:
            return None
        last = next(
            (naming for naming in self.history.back(3) if naming.meant.sort is Sort.PERSON and naming.subject), None
        )
        if last is None or self._lines_between(last.end, phrase.start):
            return None
        person = last.meant
        if person.role is not None or not person.parts or person.nobody:
            return None
        learn(person, phrase, None, self.bodies)
        return person

    def _body(self, phrase: RolePhrase) -> Entity:
        owner = owner_of(phrase, self.history, self.bodies, self.persons)
        if owner is not None and owner.sort is Sort.PERSON and owner.codes and not phrase.codes:
            phrase = replace(phrase, codes=tuple(sorted(owner.codes)))  # "his ministry"
        body = self.bodies.body(phrase)
        if owner is not None and not body.codes and not body.nobody:
            body.codes.update(owner.codes)
        return body
