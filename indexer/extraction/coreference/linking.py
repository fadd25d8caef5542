"""One step through an article: whom a candidate means, with what is known before it.

What a step reads is told as evidence; the register folds it before the next is read.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from indexer.extraction.coreference.bodies.groups import is_several, same_groups, several, states_before, two_people
from indexer.extraction.coreference.bodies.lookup import body_of, organisation
from indexer.extraction.coreference.bodies.own_names import body_called
from indexer.extraction.coreference.bodies.people_together import is_several_people, pair_before, people_together
from indexer.extraction.coreference.bodies.state_names import somebody_from, state
from indexer.extraction.coreference.entities.discourse import Discourse
from indexer.extraction.coreference.entities.evidence import allegiance, introduction
from indexer.extraction.coreference.entities.register import Register
from indexer.extraction.coreference.mention_candidates import Candidate
from indexer.extraction.coreference.offices.holders import anyone, holder, speaker_without_office
from indexer.extraction.coreference.offices.owners import owner_of
from indexer.extraction.coreference.offices.successions import of_predecessor
from indexer.extraction.coreference.offices.titles import office_of, relation_to
from indexer.extraction.coreference.offices.unnamed import (
    is_nobody,
    means_a_holder,
    office_taken,
    offices_in_the_headline,
    same_office,
    told_of_office,
    unnamed_before,
    unnamed_office,
)
from indexer.extraction.coreference.people.full_names import is_a_new_person, new_person
from indexer.extraction.coreference.people.short_names import meant
from indexer.extraction.coreference.pronouns import PRONOUN_MEANINGS, antecedent, gender_told, is_pronoun
from indexer.extraction.coreference.target_antecedents import (
    known_by_noun,
    plural_before,
    pronoun_target,
    two_others,
)
from indexer.extraction.model.annotation import OrganisationMention, PersonName, Place, RolePhrase, ToponymKind
from indexer.extraction.model.coreference import Entity, EntityId, Evidence, EvidenceKind, Person
from schemas.statement import Span


@dataclass(frozen=True, slots=True)
class Linker:
    """`register` are the entities of `discourse`, for writing.

    `named_bodies` are names that are no person's, with what the text tells the body to be.
    """

    discourse: Discourse
    register: Register
    named_bodies: Mapping[tuple[str, ...], RolePhrase | None]

    def link(self, candidate: Candidate, speaker: EntityId | None = None) -> EntityId | None:
        """The entity that is meant; None where nobody is. `speaker` is who speaks to it, if it is a target."""
        span, annotation, words = candidate.span, candidate.annotation, candidate.words
        if isinstance(annotation, PersonName):
            return self._name(annotation, words)
        if isinstance(annotation, RolePhrase):
            return self._phrase(annotation, words, candidate.target is not None)
        if isinstance(annotation, OrganisationMention):
            return self._introduced(organisation(annotation, self.discourse), span)
        if isinstance(annotation, Place):
            return self._place(annotation, words)
        if words is None:
            return self._target(span, speaker)
        if is_pronoun(span.of(self.discourse.text)):
            return self._pronoun(span)
        return self._several(span)

    def _introduced(self, entity: Entity, span: Span) -> EntityId:
        if entity.id not in self.register:
            self.register.apply(introduction(entity, span, self.register))
        return entity.id

    def _name(self, name: PersonName, words: Span | None) -> EntityId | None:
        if name.parts in self.named_bodies:
            return self._introduced(body_called(name, self.named_bodies[name.parts], self.discourse), name.span)
        person = meant(name, self.discourse)
        if person is None:
            if not is_a_new_person(name, words, self.discourse.text):
                return None
            self.register.apply(new_person(self.discourse.text, name))
            person = self.register.named_at(name.start)
            assert person is not None
            self.register.apply([Evidence(EvidenceKind.PERSON, person, name.span)])
        known = self.register.person(person)
        if words is not None and not (known.described or known.role or known.countries or known.organisation):
            self.register.apply(office_taken(known, name.span, self.discourse))
        return person

    def _phrase(self, phrase: RolePhrase, words: Span | None, is_target: bool) -> EntityId | None:
        person = self.register.beside(phrase.start)
        if person is not None:
            return self._office_beside(phrase, person)
        person = self.register.related_to(phrase.start)
        if person is not None:
            return self._relation(phrase, person)
        return self._office(phrase, words is not None, is_target) if phrase.is_office else self._body(phrase)

    def _owner(self, phrase: RolePhrase) -> Entity | None:
        owner = owner_of(phrase, self.discourse)
        if owner is not None:
            self._introduced(owner, phrase.span)
        return owner

    def _office_beside(self, phrase: RolePhrase, person: EntityId) -> EntityId:
        """ "Minister Ana Silva"."""
        owner = self._owner(phrase)
        self.register.apply(office_of(self.register.person(person), phrase, owner, self.discourse))
        self.register.apply(of_predecessor(self.register.person(person), phrase, owner, self.discourse))
        self.register.apply(offices_in_the_headline(self.register.person(person), phrase.span, self.discourse))
        self.register.apply(unnamed_before(phrase, self.register.person(person), self.discourse))
        return person

    def _relation(self, phrase: RolePhrase, person: EntityId) -> EntityId:
        """ "Ana Silva of the ministry"; "Ana Silva, who has led the ministry": the minister."""
        owner = self._owner(phrase)
        self.register.apply(relation_to(self.register.person(person), phrase, owner, self.discourse))
        known = self.register.person(person)
        if not phrase.codes and len(phrase.words) == 1 and not known.role:
            self.register.apply(office_taken(known, phrase.span, self.discourse))
        return person

    def _office(self, phrase: RolePhrase, is_spoken: bool, is_target: bool) -> EntityId | None:
        if means_a_holder(phrase):
            person = self._holder(phrase, is_spoken)
            if person is not None:
                self.register.apply(same_office(phrase, self.register.person(person)))
                return person
        elif is_nobody(phrase, is_spoken or is_target, self.discourse.text):
            return None
        office = unnamed_office(phrase, self.discourse.text)
        owner = self._owner(phrase)
        self._introduced(office, phrase.span)
        self.register.apply(told_of_office(office, phrase, owner, self.discourse))
        return office.id

    def _holder(self, phrase: RolePhrase, is_spoken: bool) -> EntityId | None:
        person = holder(phrase, self.discourse) or anyone(phrase, self.discourse)
        if person is None and is_spoken:
            person = speaker_without_office(phrase, self.discourse)
            if person is not None:
                self.register.apply([Evidence(EvidenceKind.DESCRIPTION, person.id, phrase.span)])
                self.register.apply(office_of(person, phrase, None, self.discourse))
        return person.id if person is not None else None

    def _body(self, phrase: RolePhrase) -> EntityId:
        """ "The ministry"; "his ministry" is one of his country."""
        owner = self._owner(phrase)
        countries = owner.countries if isinstance(owner, Person) else ()
        body = self._introduced(body_of(phrase, self.discourse, countries), phrase.span)
        known = self.register[body]
        if owner is not None and not known.countries and not known.no_state:
            self.register.apply(allegiance(body, phrase.span, owner.countries))
        return body

    def _place(self, place: Place, words: Span | None) -> EntityId | None:
        if place.kind is not ToponymKind.DEMONYM:
            return self._introduced(state(place, self.discourse.text), place.span)
        return somebody_from(place, self.discourse) if words is not None and words.end == place.span.end else None

    def _pronoun(self, words: Span) -> EntityId | None:
        text = words.of(self.discourse.text).lower()
        meaning = PRONOUN_MEANINGS[text]
        together = (
            pair_before(words, self.discourse) or states_before(words, self.discourse) if text == "they" else None
        )
        if together is not None:
            return self._introduced(together, words)
        entity = antecedent(meaning, self.discourse)
        if entity is None:
            return None
        self.register.apply(gender_told(meaning, entity, words))
        return entity.id

    def _target(self, words: Span, speaker: EntityId | None) -> EntityId | None:
        """ "Them", "both neighbours", "the senator" in "the senator's request"; none of them is the speaker."""
        text = words.of(self.discourse.text)
        others = self.discourse.without(speaker) if speaker is not None else self.discourse
        if is_pronoun(text):
            phrase = plural_before(words, self.discourse)
            if phrase is not None:
                return self._office(phrase, False, True)
            entity = pronoun_target(words, others)
        elif is_several_people(text) or is_several(words, self.discourse.annotations):
            group = self._several(words)
            if group is not None and speaker is not None:
                self.register.apply(two_others(self.register[group], words, self.register[speaker], self.discourse))
            return group
        else:
            entity = known_by_noun(words, others)
        return entity.id if entity is not None else None

    def _several(self, words: Span) -> EntityId | None:
        people = people_together(words, self.discourse)
        if people is not None:
            return self._introduced(people, words)
        if not is_several(words, self.discourse.annotations):
            return None
        group = several(words, self.discourse)
        self._introduced(group, words)
        self.register.apply(same_groups(group, words, self.discourse))
        self.register.apply(two_people(group, words, self.discourse))
        return group.id
