"""The cast of an article: walks it once from front to back and tells for every naming who is meant."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from indexer.extraction.annotation.places.gazetteer import names_by_first_word
from indexer.extraction.coreference.apposition import Appositions
from indexer.extraction.coreference.bodies import Bodies
from indexer.extraction.coreference.entities import Entity, History, Naming, Sort
from indexer.extraction.coreference.groups import Groups
from indexer.extraction.coreference.offices import WAITING, Offices
from indexer.extraction.coreference.persons import Persons
from indexer.extraction.lang.en.roles import NAMED_ACRONYM
from indexer.extraction.model.annotation import (
    Annotations,
    OrganisationMention,
    PersonName,
    Place,
    RolePhrase,
    ToponymKind,
)
from schemas.statement import Span

PRONOUNS = {
    "he": "m",
    "him": "m",
    "she": "f",
    "her": "f",
    "they": "",
    "them": "",
    "who": "",
    "it": "it",
    "i": "i",
    "we": "i",
}
LEAD = re.compile(
    r"(?:on )?(?:(?:last|late|early|this) )*(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?"
    r"(?:(?:the|a|an) )?[“\"‘']?",
    re.IGNORECASE,
)
WITHIN = re.compile(r"\b(?:in|at|near|from|to|against|with) (?:the )?\Z")
NO_SUBJECT = frozenset(["of", "by", "with", "to", "for", "against", "from", "in", "at", "on", "than"])
TWO_PEOPLE = re.compile(r"\b(?:two|both) (?:\w+ )?(?:ministers|leaders|presidents|premiers|envoys|diplomats)\Z")
REACH = 20  # characters before a name that tell whether it is an aside
LONGEST = max(map(len, NO_SUBJECT))

Event = PersonName | RolePhrase | OrganisationMention | Place | Span


class Resolution:
    """`mentions` are the speakers' mentions; in `hidden`, the direct quotes, nobody is named for the rest."""

    def __init__(
        self,
        annotations: Annotations,
        mentions: Sequence[Span],
        hidden: Sequence[Span],
        sentence_starts: Sequence[int],
        home: Sequence[str] = (),
    ):
        self.annotations, self.text = annotations, annotations.text
        self.sentence_starts = sentence_starts
        self.groups = Groups(annotations)
        self._widened = {mention: self.groups.widened(mention) for mention in mentions}
        self.mentions = sorted(set(self._widened.values()))
        self._mention_starts = [mention.start for mention in self.mentions]
        self._hidden = sorted(hidden)
        self._hidden_starts = [span.start for span in self._hidden]
        self.phrases = annotations.role_phrases
        self._phrase_starts = [phrase.start for phrase in self.phrases]
        names = annotations.names
        self.persons = Persons(annotations, names)
        self.appositions = Appositions(annotations, self.phrases, names, self.persons, sentence_starts)
        for name in names:
            bearer = self.persons.bearer(name) if self._in_a_mention(name.start, name.end) else None
            if bearer is not None:
                bearer.human = True
        self.bodies = Bodies(annotations)
        self.history = History()
        self.namings: list[Naming] = []
        self._states: dict[str, Entity] = {}
        self.offices = Offices(annotations, self.history, self.persons, self.bodies, self.appositions, frozenset(home))
        for start, end, event in self._events(names):
            self._walk_over(start, end, event)
        self._naming_starts = [naming.start for naming in self.namings]

    def at(self, mention: Span) -> Entity | None:
        """Whom `mention` names: a person in it, else a body, else a state."""
        mention = self._widened.get(mention, mention)
        first = bisect_left(self._naming_starts, mention.start)
        last = bisect_left(self._naming_starts, mention.end)
        begin = LEAD.match(self.text, mention.start, mention.end)
        inside = [
            n
            for n in self.namings[max(0, first - 1) : last]
            if n.end > mention.start and not self._is_aside(n, mention)
        ]
        if len(inside) > 1 and inside[-1].meant.sort is Sort.BODY and self._ends_with(mention, *inside[-2:]):
            return inside[-1].meant  # "President Silva's office"
        for sort in Sort:
            chosen = [
                n.meant
                for n in inside
                if n.meant.sort is sort and (sort is not Sort.STATE or (begin and n.start <= begin.end()))
            ]
            if chosen:
                return chosen[-1] if sort is Sort.PERSON else chosen[0]
        return self._by_letters(mention)

    def _ends_with(self, mention: Span, before: Naming, last: Naming) -> bool:
        return last.end == mention.end and self.text[before.end : last.start] == " "

    def _by_letters(self, mention: Span) -> Entity | None:
        """ "The KCNA": a body of which the text tells elsewhere what it is."""
        letters = NAMED_ACRONYM.fullmatch(mention.of(self.text))
        if letters is None:
            return None
        found = self.annotations.acronyms.get(letters["letters"])
        if found is None:
            return Entity(Sort.BODY, letters["letters"], mention.start, organisation=letters["letters"])
        if found.in_brackets:
            return self.bodies.body(found.phrase)
        return self.bodies.called(letters["letters"], found.phrase, found.phrase.start)

    def _is_aside(self, naming: Naming, mention: Span) -> bool:
        """ "Staff in Renk", "ambassador to Malta": not who speaks."""
        return self._is_behind_a_preposition(naming.start, mention)

    def _is_behind_a_preposition(self, position: int, mention: Span) -> bool:
        return WITHIN.search(self.text[max(mention.start, position - REACH) : position]) is not None

    def _events(self, names: Sequence[PersonName]) -> list[tuple[int, int, Event]]:
        whole = [mention for mention in self.mentions if self._is_pronoun(mention) or self.groups.is_one(mention)]
        events: list[tuple[int, int, Event]] = [(mention.start, mention.end, mention) for mention in whole]
        taken = {position for mention in whole for position in (mention.start, mention.end)}
        others: list[tuple[int, int, Event]] = [(name.start, name.end, name) for name in names]
        others += [(phrase.start, phrase.end, phrase) for phrase in self.phrases]
        others += [(*place.span, place) for place in self.annotations.places if self._is_free(place.span.start)]
        others += [(each.start, each.end, each) for each in self.annotations.organisations if self._is_free(each.start)]
        whole_starts = [mention.start for mention in sorted(whole)]
        whole.sort()
        for start, end, event in others:
            index = bisect_right(whole_starts, end) - 1
            if not taken or index < 0 or whole[index].end <= start or whole[index].start >= end:
                events.append((start, end, event))
        return sorted(events, key=lambda event: (event[0], -event[1]))

    def _is_free(self, position: int) -> bool:
        """Not inside a phrase, which has its own say."""
        index = bisect_right(self._phrase_starts, position) - 1
        return index < 0 or position >= self.phrases[index].end

    def _is_pronoun(self, mention: Span) -> bool:
        words = mention.of(self.text)
        return words.lower() in PRONOUNS and (words == "I" or not words.isupper())

    def _walk_over(self, start: int, end: int, event: Event) -> None:
        hidden = self._is_hidden(start)
        spoken = self._in_a_mention(start, end)
        if hidden and not spoken:
            return
        entity = self._meant_by(event, spoken)
        if entity is None:
            return
        naming = Naming(start, end, entity, spoken or self._is_subject(start))
        self.namings.append(naming)
        if not hidden and (not isinstance(event, Place) or event.stands):
            self.history.add(naming)

    def _is_hidden(self, position: int) -> bool:
        index = bisect_right(self._hidden_starts, position) - 1
        return index >= 0 and position < self._hidden[index].end

    def _mention_around(self, start: int, end: int) -> Span | None:
        index = bisect_left(self._mention_starts, end)
        return next((mention for mention in self.mentions[max(0, index - 2) : index] if mention.end > start), None)

    def _in_a_mention(self, start: int, end: int) -> bool:
        return self._mention_around(start, end) is not None

    def _is_subject(self, start: int) -> bool:
        """The first that is named in its sentence, and not after a preposition."""
        index = bisect_right(self.sentence_starts, start) - 1
        begin = self.sentence_starts[index] if index >= 0 else 0
        last = next(self.history.back(1), None)
        if last is not None and last.start >= begin:
            return False
        return self._word_before(begin, start).lower() not in NO_SUBJECT

    def _word_before(self, begin: int, end: int) -> str:
        """What stands between blanks before `end`; of a long word no more than its last letters."""
        while end > begin and self.text[end - 1].isspace():
            end -= 1
        start = end
        while start > begin and not self.text[start - 1].isspace() and end - start <= LONGEST:
            start -= 1
        return self.text[start:end]

    def _meant_by(self, event: Event, spoken: bool) -> Entity | None:
        if isinstance(event, PersonName):
            return self._name(event, spoken)
        if isinstance(event, RolePhrase):
            return self.offices.meant(event, spoken)
        if isinstance(event, OrganisationMention):
            return self.bodies.organisation(event)
        if isinstance(event, Place):
            mention = self._mention_around(*event.span)
            alone = mention is not None and mention.end == event.span.end
            return self._somebody_from(event) if event.kind is ToponymKind.DEMONYM and alone else self._state(event)
        return self._pronoun(event) if self._is_pronoun(event) else self._several(event)

    # -- people -------------------------------------------------------------------------------------------------

    def _name(self, name: PersonName, spoken: bool) -> Entity | None:
        if name.parts in self.appositions.named_bodies:
            people = self.annotations.place_at(name.start - 2)  # "The Serb List"
            start = people.span.start if people is not None and people.span.end == name.start - 1 else name.start
            return self.bodies.called(self.text[start : name.end], self.appositions.named_bodies[name.parts], start)
        person = self.persons.meant(name, self.history)
        if person is None:
            is_place = len(name.parts) == 1 and self.text[name.start : name.end] in names_by_first_word()
            mention = self._mention_around(name.start, name.end)
            named = mention is not None and self._is_all_of(name, mention)
            if is_place or not (name.honorific or named):
                return None
            person = self.persons.add(name)
            person.human = True
        if spoken and not (person.described or person.role or person.codes or person.organisation):
            self.offices.take(person, name.start)
        return person.itself

    def _is_all_of(self, name: PersonName, mention: Span) -> bool:
        """ "Orlik", "Orlik, 61", but neither "staff in Renk" nor "Hospital staff"."""
        after = self.text[name.end : min(mention.end, name.end + 2)]
        return not (self._is_behind_a_preposition(name.start, mention) or after.strip().isalnum())

    # -- bodies, states and pronouns ------------------------------------------------------------------------------

    def _somebody_from(self, place: Place) -> Entity | None:
        """ "The Egyptian said": the last one who speaks for Egypt."""
        for naming in self.history.back(WAITING):
            if naming.meant.sort is Sort.PERSON and naming.meant.codes & set(place.codes):
                return naming.meant
        return None

    def _state(self, place: Place) -> Entity | None:
        if place.kind is ToponymKind.DEMONYM:
            return None
        name = place.span.of(self.text)
        if name not in self._states:
            state = Entity(Sort.STATE, name, place.span.start)
            state.codes, state.territories = set(place.codes), set(place.territories)
            self._states[name] = state
        return self._states[name]

    def _several(self, mention: Span) -> Entity:
        """ "The two ministers" are those last named, where no two countries were named side by side."""
        several = self.groups.entity(mention)
        if not several.codes and TWO_PEOPLE.search(self.text, *mention):
            for naming in self.history.back(WAITING):
                person = naming.meant
                if person.sort is Sort.PERSON and person.codes and not person.codes & several.codes:
                    several.codes |= person.codes
                if len(several.codes) > 1:
                    break
        return several

    def _pronoun(self, mention: Span) -> Entity | None:
        wanted = PRONOUNS[mention.of(self.text).lower()]
        if wanted == "i":
            return None
        if wanted == "it":
            return self.history.last_body()
        if not wanted:
            return self.history.last_several() or self.history.last_person("")
        person = self.history.last_person(wanted)
        if person is not None:
            person.gender = wanted
        return person
