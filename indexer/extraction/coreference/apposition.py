"""Which phrase belongs to which name: "Minister Ana Silva", "Ana Silva, the envoy", "Ana Silva of the ministry"."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from indexer.extraction.annotation.roles.phrases import possessive_body
from indexer.extraction.coreference.entities import Entity
from indexer.extraction.coreference.persons import Persons
from indexer.extraction.lang.en.role_nouns import ABBREVIATIONS
from indexer.extraction.model.annotation import Annotations, PersonName, RolePhrase, ToponymKind

WHO = re.compile(
    r",? (?:who|which) (?:also |now |currently |has |had |once |is |was |has been )*"
    r"(?:speaks for|spoke for|speaking for|heads|leads|led|headed|represents|represented|chairs|runs|commands"
    r"|commanded|handles|directs|manages|oversees|took over|takes over|in charge of|works (?:for|at|in)|serves as"
    r"|advises|coordinates|chaired|appointed)\s"
)
A_SOMEBODY_WHO = re.compile(r", an? (?:[\w-]+ ){1,3}(?=who )")  # ", an Ethiopian who heads the office"
APPOSED = re.compile(r", (?:also |now |then |currently )?|,? \(| [–—-] ")
TELLS_MORE = re.compile(r", (?:aged )?\d{1,3}\b|, an? ")
THE_NEXT = re.compile(r", [A-Z]\w+ [A-Z]")
POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’]) \Z")
MARKS = frozenset(',.;:\n“”"()')
RELATIVE_REACH = 40  # characters from "who leads" to the body led


class Appositions:
    """`office` gives the person beside whom a phrase stands, `relative` the one who "leads" or is "of" it.

    `named_bodies` are the names that are no person's: "Lakeside Holdings, a shipping company,".
    """

    def __init__(
        self,
        annotations: Annotations,
        phrases: Sequence[RolePhrase],
        names: Sequence[PersonName],
        persons: Persons,
        starts: Sequence[int],
    ):
        self.annotations, self.text, self.phrases = annotations, annotations.text, phrases
        self.office: dict[RolePhrase, Entity] = {}
        self.relative: dict[RolePhrase, Entity] = {}
        self.named_bodies: dict[tuple[str, ...], RolePhrase | None] = {}
        self._starts = [phrase.start for phrase in phrases]
        self._by_end = {phrase.end: phrase for phrase in phrases}
        self._sentence_starts = starts
        for name in names:
            self._place(name, persons)

    def _place(self, name: PersonName, persons: Persons) -> None:
        before = self._office_before(name)
        if before is None and not name.honorific and self._is_a_body(name):
            return
        person = persons.bearer(name)
        if person is None and before is not None and not persons.is_shared(name):
            person = persons.add(name)  # "Commissioner Lepasaar", who is never named in full
        if person is None:
            return
        if before is not None and before not in self.office:
            outer = self._by_end.get(before.start - len(", "))
            if (
                outer is not None
                and outer.is_office
                and outer not in self.office
                and self.text[outer.end : before.start] == ", "
            ):
                self._stands_beside(outer, person)  # "Mali's junta leader, Captain …"
            self._stands_beside(before, person)
        else:
            self._owned_by_a_country(name, person)
        self._read_after(name.end, person)

    def _is_a_body(self, name: PersonName) -> bool:
        if self.text.startswith(", which ", name.end):
            self.named_bodies.setdefault(name.parts, None)
            return True
        apposed = APPOSED.match(self.text, name.end)
        phrase = self._phrase_from(apposed.end()) if apposed is not None else None
        if phrase is None or phrase.is_office or not phrase.determiner or self.text[phrase.end : phrase.end + 1] != ",":
            return False
        self.named_bodies.setdefault(name.parts, phrase)
        return True

    def _stands_beside(self, phrase: RolePhrase, person: Entity) -> None:
        person.described = person.human = True
        self.office.setdefault(phrase, person)

    def _office_before(self, name: PersonName) -> RolePhrase | None:
        start = name.with_honorific
        for gap in (" ", ". ", ", "):
            phrase = self._by_end.get(start - len(gap))
            if (
                phrase is None
                or not phrase.is_office
                or phrase.plural
                or not self.text.startswith(gap, start - len(gap))
            ):
                continue
            if gap == ". " and phrase.head not in ABBREVIATIONS:
                continue
            if gap != ", " or phrase.determiner or phrase.owner or phrase.codes or self._opens_a_sentence(phrase.start):
                return phrase
        return None

    def _opens_a_sentence(self, position: int) -> bool:
        index = bisect_right(self._sentence_starts, position) - 1
        return index >= 0 and not self.annotations.words_in(self._sentence_starts[index], position)

    def _owned_by_a_country(self, name: PersonName, person: Entity) -> None:
        """ "Turkey's Selin Karaosman"."""
        mark = POSSESSIVE.search(self.text, max(0, name.start - 3), name.start)
        if mark is None or person.codes:
            return
        body = possessive_body(self.annotations, self.annotations.words_in(0, name.start).stop - 1)
        if body is not None:
            person.described = person.human = True
            person.organisation, person.nobody = person.organisation or body.organisation, body.nobody
            person.codes.update(body.codes)
            person.territories.update(body.territories)
            return
        several = self.annotations.organisation_at(mark.start() - 1)
        if several is not None:
            person.described = person.human = person.nobody = True
            person.organisation = person.organisation or self.text[several.start : several.end]
            return
        place = self.annotations.place_at(mark.start() - 1)
        if place is not None and place.kind in (ToponymKind.NAME, ToponymKind.CAPITAL):
            person.codes.update(place.codes)
            person.territories.update(place.territories)

    def _read_after(self, end: int, person: Entity) -> None:
        apposed = APPOSED.match(self.text, end)
        phrase = self._phrase_from(apposed.end()) if apposed is not None else None
        if phrase is not None and phrase.head == "counterpart" and THE_NEXT.match(self.text, phrase.end):
            return  # "Poland's minister, Ana Silva, her Czech counterpart, Jan Kos, and …"
        if phrase is not None and phrase.is_office and not phrase.plural:
            if phrase not in self.office:
                self._stands_beside(phrase, person)
                self._read_relative(phrase.end, person)
            return
        somebody = A_SOMEBODY_WHO.match(self.text, end)
        if self._read_relative(somebody.end() - 1 if somebody else end, person):
            return
        if self.text.startswith((" of ", " from "), end):
            self._read_of(self.text.index(" ", end + 1) + 1, person)
        if TELLS_MORE.match(self.text, end):
            person.described = person.human = True

    def _read_relative(self, end: int, person: Entity) -> bool:
        who = WHO.match(self.text, end)
        if who is None:
            return False
        phrase = self._phrase_from(who.end(), RELATIVE_REACH)
        if "chair" in who.group() and person.described:
            return True  # "President X, who chairs the bloc", speaks for her country all the same
        if phrase is not None:
            self.relative.setdefault(phrase, person)
            return True
        for place in self.annotations.places_in(who.end(), who.end() + RELATIVE_REACH):
            person.described = True
            person.territories.update(place.territories)
            break
        return True

    def _read_of(self, position: int, person: Entity) -> None:
        phrase = self._phrase_from(position)
        if phrase is not None:
            if not phrase.is_office:
                person.described = True
                self.relative.setdefault(phrase, person)
            return
        place = self.annotations.place_at(position + 4 if self.text.startswith("the ", position) else position)
        if place is not None and place.kind is ToponymKind.NAME:
            person.codes.update(place.codes)
            person.territories.update(place.territories)

    def _phrase_from(self, position: int, reach: int = 0) -> RolePhrase | None:
        """The phrase that begins at `position`, or at most `reach` characters later with no mark between."""
        index = bisect_left(self._starts, position)
        if index == len(self.phrases) or self.phrases[index].start > position + reach:
            return None
        return None if MARKS & set(self.text[position : self.phrases[index].start]) else self.phrases[index]
