"""The cast of an article: walks it once from front to back and tells for every naming who is meant."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from indexer.extraction.people.entities import Entity, Sort, compatible, kind_of_head
from indexer.extraction.people.names import Name, find_names, same_person
from indexer.extraction.people.nouns import FEMALE, FORMER, MALE, OFFICES, PRIVATE
from indexer.extraction.people.organisations import NamedOrganisation
from indexer.extraction.people.phrases import Ground, Phrase, find_phrases
from indexer.extraction.places.find import Place
from indexer.extraction.places.table import How
from schemas.statement import Span

PRONOUNS = {
    "he": "m", "him": "m", "she": "f", "her": "f", "they": "", "them": "", "it": "it", "i": "i", "we": "i", "who": "who",
}  # fmt: skip
WHO_DOES = re.compile(
    r",? (?:who|which) (?:also |now |currently |has |had |once |is |was )*"
    r"(?P<verb>speaks for|spoke for|speaking for|heads|leads|led|headed|represents|represented|chairs|runs|commands|commanded|handles|directs"
    r"|manages|oversees|took over|takes over|in charge of|works (?:for|at|in)|serves as|advises|coordinates|chaired)\s"
)
APPOSED = re.compile(r", (?:also |now |then )?|,? \(| [–—-] ")
AGE_OR_WHO = re.compile(r", (?:\d{1,3}\b|an? |who )")
JOINT = re.compile(
    r"(?:the )?(?P<number>two|three|four|five|six|seven|both|many|several)?\s*(?:\w+ )?"
    r"(?P<noun>governments|delegations|countries|capitals|sides|parties|neighbours|neighbors|states|ministers|leaders|nations|presidents|allies)",
    re.IGNORECASE,
)
NUMBERS = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
COORDINATED = re.compile(r"(?:, | and |, and | & |-|–)(?:the )?")


class Cast:
    """`mentions` are the speakers' mentions, `hidden` the direct quotes: who is named only there is no antecedent."""

    def __init__(self, ground: Ground, mentions: Sequence[Span], hidden: Sequence[Span], sentence_starts: list[int]):
        self.ground = ground
        self.text = ground.text
        self.mentions = sorted(set(mentions))
        self.mention_starts = [mention.start for mention in self.mentions]
        self.hidden = sorted(hidden)
        self.hidden_starts = [span.start for span in self.hidden]
        self.sentence_starts = sentence_starts
        self.phrases = find_phrases(ground)
        self.phrase_starts = [phrase.start for phrase in self.phrases]
        self.phrase_ends = {phrase.end: phrase for phrase in self.phrases}
        self.names = find_names(ground, self.phrases)
        self.entities: list[Entity] = []
        self.by_part: dict[str, list[Entity]] = {}
        self.namings: list[tuple[int, int, Entity]] = []  # every naming understood, in the order of the text
        self.recent: list[tuple[int, Entity, bool]] = []  # (position, who, is the subject)
        self.same: dict[int, Entity] = {}  # an office whose holder was named later
        self.joints: list[tuple[int, Entity]] = []
        self.of_name: dict[Name, Entity] = {}
        self.attached: dict[Phrase, Entity] = {}
        self.relative: dict[Phrase, Entity] = {}  # "who speaks for …"
        self._gather_people()
        self._attach_phrases()
        self._walk()

    # -- who is who ---------------------------------------------------------------------------------------------

    def _gather_people(self) -> None:
        for name in self.names:
            if len(name.parts) < 2:
                continue
            for entity in {
                id(e): e for part in (name.parts[-1], name.parts[0]) for e in self.by_part.get(part, ())
            }.values():
                if same_person(entity.parts, name.parts):
                    break
            else:
                near = (
                    [e for e in self.entities if e.named and same_person(e.parts, name.parts)]
                    if len(self.entities) < 60
                    else []
                )
                entity = near[0] if near else self._new_person(name)
            if len(name.parts) > len(entity.parts):
                entity.name, entity.parts = name.of(self.text), name.parts
            for part in name.parts:
                if entity not in self.by_part.setdefault(part, []):
                    self.by_part[part].append(entity)
            self.of_name[name] = entity
            entity.learn_gender({name.honorific})

    def _new_person(self, name: Name) -> Entity:
        entity = Entity(Sort.PERSON, name.of(self.text), parts=name.parts, first=name.start)
        self.entities.append(entity)
        return entity

    def _person_of(self, name: Name) -> Entity | None:
        """By surname: who bears it as the last part, the one named most recently, else the first to come."""
        if name in self.of_name:
            return self.of_name[name]
        part = name.parts[-1]
        bearers = self.by_part.get(part, [])
        last = [entity for entity in bearers if entity.parts[-1] == part]
        first = [entity for entity in bearers if entity.parts[0] == part]
        chosen = last or first or bearers
        if name.honorific and len(chosen) > 1:
            gender = "f" if name.honorific in FEMALE else "m" if name.honorific in MALE else ""
            chosen = [entity for entity in chosen if gender in (entity.gender, "")] or chosen
        if len(chosen) > 1:
            before = self._words_before(name)
            owned = {code for place in self.ground.places_in(before, name.start) for code in place.codes}
            chosen = [entity for entity in chosen if owned & entity.codes] or chosen
        for _, entity, _ in reversed(self.recent):
            if entity in chosen:
                return entity
        if chosen:
            return chosen[0]
        if name.honorific or self._mention_at(name.start, name.end):
            entity = self._new_person(name)
            self.by_part.setdefault(part, []).append(entity)
            return entity
        return None

    def _words_before(self, name: Name) -> int:
        index = bisect_left(self.ground.starts, name.start)
        return self.ground.words[max(0, index - 2)].start if index else name.start

    # -- which phrase belongs to which name --------------------------------------------------------------------

    def _attach_phrases(self) -> None:
        for name in self.names:
            entity = self.of_name.get(name)
            if entity is None:
                before = self.phrase_ends.get(name.start - 1)
                if before is not None and before.role is not None and len(name.parts) == 1:
                    entity = self._single_with_office(name)
            if entity is None:
                continue
            self._attach_before(name, entity)
            self._attach_after(name.end, entity, name)

    def _single_with_office(self, name: Name) -> Entity | None:
        """ "Commissioner Lepasaar": a surname that stands after an office."""
        bearers = self.by_part.get(name.parts[-1])
        if bearers:
            return None
        entity = self._new_person(name)
        self.by_part.setdefault(name.parts[-1], []).append(entity)
        self.of_name[name] = entity
        return entity

    def _attach_before(self, name: Name, entity: Entity) -> None:
        start = name.start
        if name.honorific:
            start = self.text.rfind(self.text[:start].split()[-1], 0, start) if start else start
        direct = self.phrase_ends.get(start - 1)
        if direct is not None and self.text[start - 1] == " " and self._is_office(direct):
            self.attached.setdefault(direct, entity)
            entity.described = True
            return
        apposed = self.phrase_ends.get(start - 2)
        if apposed is not None and self.text[start - 2 : start] == ", " and self._is_office(apposed):
            if apposed.determiner or apposed.owner or apposed.codes or self._opens_a_sentence(apposed.start):
                self.attached.setdefault(apposed, entity)
                entity.described = True

    def _is_office(self, phrase: Phrase) -> bool:
        return phrase.head in OFFICES or phrase.head in PRIVATE

    def _opens_a_sentence(self, position: int) -> bool:
        index = bisect_right(self.sentence_starts, position) - 1
        return index >= 0 and not any(c.isalnum() for c in self.text[self.sentence_starts[index] : position])

    def _attach_after(self, end: int, entity: Entity, name: Name) -> None:
        text = self.text
        match = APPOSED.match(text, end)
        if match is not None:
            phrase = self._phrase_from(match.end())
            if phrase is not None and self._is_office(phrase) and not phrase.plural:
                self._attach_apposed(phrase, entity)
                return
        if text.startswith((" of ", " from ", ", of "), end):
            self._attach_of(text.index(" ", end + 1) + 1 if text[end] == " " else end + 5, entity)
        who = WHO_DOES.match(text, end)
        if who is not None:
            self._attach_relative(who.end(), entity)
        elif AGE_OR_WHO.match(text, end):
            entity.described = True

    def _attach_apposed(self, phrase: Phrase, entity: Entity) -> None:
        entity.described = True
        if phrase in self.attached:
            return
        self.attached[phrase] = entity
        who = WHO_DOES.match(self.text, phrase.end)
        if who is not None:
            self._attach_relative(who.end(), entity)

    def _attach_relative(self, position: int, entity: Entity) -> None:
        phrase = self._phrase_from(position, 40)
        entity.described = True
        if phrase is not None:
            self.relative.setdefault(phrase, entity)
            return
        for place in self.ground.places_in(position, position + 60):
            if place.territories:
                entity.territories.update(place.territories)
            break

    def _attach_of(self, position: int, entity: Entity) -> None:
        phrase = self._phrase_from(position)
        if phrase is not None and not self._is_office(phrase):
            entity.described = True
            self.relative.setdefault(phrase, entity)
            return
        place = self.ground.place_at(position + 4 if self.text.startswith("the ", position) else position)
        if place is not None and place.how is How.NAME:
            entity.codes.update(place.codes)

    def _phrase_from(self, position: int, reach: int = 0) -> Phrase | None:
        index = bisect_left(self.phrase_starts, position)
        if index < len(self.phrases) and self.phrases[index].start <= position + reach:
            between = self.text[position : self.phrases[index].start]
            return self.phrases[index] if not any(c in between for c in ',.;\n“”"') else None
        return None

    # -- from front to back --------------------------------------------------------------------------------------

    def _walk(self) -> None:
        events: list[tuple[int, int, object]] = [(name.start, name.end, name) for name in self.names]
        events += [(phrase.start, phrase.end, phrase) for phrase in self.phrases]
        events += [
            (place.span.start, place.span.end, place) for place in self.ground.places if self._is_free(place.span)
        ]
        events += [
            (each.start, each.end, each)
            for each in self.ground.organisations
            if self._is_free(Span(each.start, each.end))
        ]
        events += [
            (mention.start, mention.end, mention)
            for mention in self.mentions
            if self._is_pronoun(mention) or self._is_joint(mention)
        ]
        events.sort(key=lambda event: (event[0], -event[1]))
        for start, end, event in events:
            spoken = self._mention_at(start, end) is not None
            if not spoken and self._is_hidden(start):
                continue
            entity = self._understand(event, spoken)
            if entity is not None:
                entity = self.who(entity)
                self.namings.append((start, end, entity))
                if not self._is_hidden(start) and (not isinstance(event, Place) or event.stands):
                    self.recent.append((start, entity, spoken or self._is_subject(start)))

    def _is_free(self, span: Span) -> bool:
        """Not part of a phrase, which has its own say."""
        index = bisect_right(self.phrase_starts, span.start) - 1
        return index < 0 or span.start >= self.phrases[index].end

    def _is_pronoun(self, mention: Span) -> bool:
        return mention.of(self.text).lower() in PRONOUNS

    def _is_joint(self, mention: Span) -> bool:
        words = mention.of(self.text)
        if JOINT.fullmatch(words) is not None and words.split()[0].lower() in ("the", *NUMBERS, "both"):
            return True
        return len({code for place in self.ground.places_in(*mention) for code in place.codes}) > 1 and bool(
            re.search(r",| and ", words)
        )

    def _is_hidden(self, position: int) -> bool:
        index = bisect_right(self.hidden_starts, position) - 1
        return index >= 0 and position < self.hidden[index].end

    def _mention_at(self, start: int, end: int) -> Span | None:
        index = bisect_left(self.mention_starts, end)
        for mention in reversed(self.mentions[max(0, index - 3) : index]):
            if mention.end > start:
                return mention
        return None

    def _is_subject(self, start: int) -> bool:
        """The first of its sentence, or after "but", "and" or a comma: what acts there."""
        index = bisect_right(self.sentence_starts, start) - 1
        begin = self.sentence_starts[index] if index >= 0 else 0
        before = self.text[begin:start].rstrip()
        if self.recent and self.recent[-1][0] >= begin:
            return False
        return (
            before.rsplit(None, 1)[-1].lower() not in ("of", "by", "with", "to", "for", "against", "from", "in")
            if before
            else True
        )

    def who(self, entity: Entity) -> Entity:
        while id(entity) in self.same:
            entity = self.same[id(entity)]
        return entity

    def _understand(self, event: object, spoken: bool) -> Entity | None:
        if isinstance(event, Name):
            return self._understand_name(event, spoken)
        if isinstance(event, Phrase):
            return self._understand_phrase(event, spoken)
        if isinstance(event, NamedOrganisation):
            return self._organisation(event)
        if isinstance(event, Place):
            return self._state(event)
        assert isinstance(event, Span)
        if self._is_joint(event):
            return self._joint(event)
        return self._pronoun(event)

    def _understand_name(self, name: Name, spoken: bool) -> Entity | None:
        entity = self._person_of(name)
        if entity is None:
            return None
        if spoken and entity.role is None and not entity.described and not entity.codes and not entity.organisation:
            self._take_office(entity)
        return entity

    def _take_office(self, person: Entity) -> None:
        """ "The minister … Ana Silva said": the office that waits for a name gets it."""
        if any(entity is person for _, entity, _ in self.recent):
            return
        for _, office, _ in reversed(self.recent[-12:]):
            office = self.who(office)
            if (
                office.sort is not Sort.PERSON
                or office.named
                or office.plural
                or {office.gender, person.gender} == {"m", "f"}
            ):
                continue
            self.same[id(office)] = person
            person.role, person.organisation = office.role, person.organisation or office.organisation
            person.codes, person.territories = set(office.codes), set(office.territories)
            person.official, person.nobody = office.official, office.nobody
            person.heads |= office.heads
            person.words |= office.words
            person.first = min(person.first, office.first)
            person.gender = person.gender or office.gender
            return

    def _understand_phrase(self, phrase: Phrase, spoken: bool) -> Entity | None:
        if phrase in self.attached:
            entity = self.who(self.attached[phrase])
            self._learn(entity, phrase)
            return None if phrase.start > entity.first else None
        if phrase in self.relative:
            self._learn_relative(self.who(self.relative[phrase]), phrase)
            return None
        if self._is_office(phrase):
            return self._office(phrase, spoken)
        return self._body(phrase)

    def _learn(self, entity: Entity, phrase: Phrase) -> None:
        """What an office beside the name tells."""
        former = bool(phrase.words & FORMER)
        entity.described = True
        entity.learn_gender({phrase.head})
        entity.heads.add(kind_of_head(phrase.head))
        entity.words |= phrase.words
        if former:
            entity.nobody = entity.nobody or entity.role is None
            return
        entity.nobody = entity.nobody or phrase.nobody
        if phrase.determiner not in ("a", "an") or not entity.role:
            entity.codes.update(phrase.codes)
            entity.territories.update(phrase.territories)
        if entity.role is None:
            entity.role = phrase.role
            entity.official = phrase.head in OFFICES and not phrase.nobody
        owner = self._owner(phrase)
        if owner is not None:
            if owner.sort is Sort.BODY:
                entity.organisation = entity.organisation or owner.name
            if not entity.codes:
                entity.codes.update(owner.codes)
            entity.nobody = entity.nobody or owner.nobody
        if phrase.organisation is not None:
            self._belong(entity, phrase.organisation, phrase.start)

    def _learn_relative(self, entity: Entity, phrase: Phrase) -> None:
        entity.described = True
        owner = self._owner(phrase)
        if owner is not None:
            entity.organisation = entity.organisation or owner.name
            entity.codes.update(owner.codes)
            entity.nobody = entity.nobody or owner.nobody
            return
        if phrase.organisation is None:
            return
        entity.codes.update(phrase.codes)
        entity.territories.update(phrase.territories)
        entity.nobody = entity.nobody or phrase.nobody
        self._belong(entity, phrase.organisation, phrase.start)

    def _belong(self, entity: Entity, organisation: str, position: int) -> None:
        body = self._known_body(organisation, position)
        if body is not None:
            entity.organisation = entity.organisation or body.name
            entity.nobody = entity.nobody or body.nobody
            if not entity.codes:
                entity.codes.update(body.codes)
        else:
            entity.organisation = entity.organisation or organisation

    def _owner(self, phrase: Phrase) -> Entity | None:
        if phrase.owner in ("its", "their"):
            return self._last_body()
        if phrase.owner and phrase.owner not in ("his", "her"):
            words = phrase.owner.split()
            bare = " ".join(words[1:]) if words[0].lower() in ("the", "a") else phrase.owner
            body = self._known_body(bare, phrase.start)
            if body is not None:
                return body
            if words[-1].lower() in ("country", "nation", "state", "republic", "kingdom", "island"):
                return self._last_body()
            return None
        return None

    def _last_body(self) -> Entity | None:
        for _, entity, is_subject in reversed(self.recent[-8:]):
            if self.who(entity).sort in (Sort.BODY, Sort.STATE) and is_subject:
                return self.who(entity)
        for _, entity, _ in reversed(self.recent[-4:]):
            if self.who(entity).sort in (Sort.BODY, Sort.STATE):
                return self.who(entity)
        return None

    # -- offices, bodies, states ---------------------------------------------------------------------------------

    def _office(self, phrase: Phrase, spoken: bool) -> Entity | None:
        if phrase.definite and (phrase.determiner or phrase.codes or phrase.owner) and not phrase.plural:
            known = self._holder(phrase)
            if known is not None:
                known.codes.update(phrase.codes if not known.nobody else ())
                known.territories.update(phrase.territories)
                known.learn_gender({phrase.head})
                known.role = known.role or phrase.role
                return known
            before = self._speaker_without_office() if spoken else None
            if before is not None:
                self._learn(before, phrase)
                return before
        if not spoken and not (phrase.definite and phrase.determiner) and not (phrase.codes and not phrase.plural):
            return None
        entity = Entity(
            Sort.PERSON, self.text[phrase.body : phrase.end], named=not phrase.definite or phrase.plural or (not phrase.determiner and not phrase.codes),
            role=phrase.role if phrase.definite and not phrase.plural else None, organisation=None, plural=phrase.plural, first=phrase.start,
        )  # fmt: skip
        self._learn(entity, phrase)
        if not phrase.definite or phrase.plural:
            entity.role = None
        self.entities.append(entity)
        return entity

    def _holder(self, phrase: Phrase) -> Entity | None:
        seen = set()
        for _, entity, _ in reversed(self.recent):
            entity = self.who(entity)
            if id(entity) in seen:
                continue
            seen.add(id(entity))
            if entity.sort is Sort.PERSON and not entity.plural and compatible(entity, phrase):
                return entity
        return None

    def _speaker_without_office(self) -> Entity | None:
        if not self.recent:
            return None
        for position, entity, is_subject in reversed(self.recent[-3:]):
            entity = self.who(entity)
            if entity.sort is Sort.PERSON and is_subject and entity.named and entity.role is None and not entity.nobody:
                return entity
        return None

    def _organisation(self, found: NamedOrganisation) -> Entity:
        for entity in self.entities:
            if entity.sort is Sort.BODY and entity.heads == {found.known.name}:
                return entity
        forms = [each for each in self.ground.organisations if each.known is found.known]
        longest = max(forms, key=lambda each: each.end - each.start)
        entity = Entity(
            Sort.BODY, self.text[longest.start : longest.end], nobody=True, first=found.start, heads={found.known.name}
        )
        entity.organisation = entity.name
        entity.words = found.known.kinds
        self.entities.append(entity)
        return entity

    def _body(self, phrase: Phrase) -> Entity | None:
        assert phrase.organisation is not None
        inside = self.ground.organisations_in(phrase.start, phrase.end)
        if inside and inside[0].start == phrase.body and inside[0].end >= phrase.end:
            return self._organisation(inside[0])
        known = self._known_body(phrase.organisation, phrase.start)
        if known is not None and not (phrase.codes and known.codes and not set(phrase.codes) & known.codes):
            return known
        entity = Entity(
            Sort.BODY,
            phrase.organisation,
            first=phrase.start,
            codes=set(phrase.codes),
            territories=set(phrase.territories),
        )
        entity.organisation = entity.name
        entity.nobody = phrase.nobody
        entity.words = phrase.words
        owner = self._owner(phrase)
        if owner is not None and not entity.codes:
            entity.codes.update(owner.codes)
        self.entities.append(entity)
        return entity

    def _known_body(self, words: str, position: int) -> Entity | None:
        """The body that `words` mean here: the longest name in the article that holds all of them."""
        wanted = frozenset(words.lower().replace("’s", "").replace("'s", "").split()) - {"the", "of"}
        for each in self.ground.organisations:
            if words in each.known.forms:
                return self._organisation(each)
        if not wanted:
            return None
        last: Entity | None = None
        for _, entity, _ in self.recent:
            entity = self.who(entity)
            if entity.sort is Sort.BODY and wanted <= entity.words:
                last = entity
        if last is not None:
            return last
        if len(wanted) == 1:
            for each in reversed(self.ground.organisations):
                if wanted <= each.known.kinds and (each.start < position or True):
                    return self._organisation(each)
        return self._body_to_come(wanted)

    def _body_to_come(self, wanted: frozenset[str]) -> Entity | None:
        if len(wanted) < 2:
            return None
        for phrase in self.phrases:
            if (
                phrase.organisation
                and not self._is_office(phrase)
                and wanted < phrase.words
                and len(phrase.words) > len(wanted) + 1
            ):
                return None
        return None

    def _state(self, place: Place) -> Entity | None:
        name = place.span.of(self.text)
        for entity in self.entities:
            if entity.sort is Sort.STATE and entity.name == name:
                return entity
        if place.how is How.PEOPLE:
            return None
        entity = Entity(
            Sort.STATE, name, codes=set(place.codes), territories=set(place.territories), first=place.span.start
        )
        self.entities.append(entity)
        return entity

    # -- several at once, and pronouns -----------------------------------------------------------------------------

    def _joint(self, mention: Span) -> Entity | None:
        words = mention.of(self.text)
        codes = {code for place in self.ground.places_in(*mention) for code in place.codes}
        if len(codes) > 1:
            entity = Entity(Sort.BODY, words, codes=codes, plural=True, first=mention.start)
            self.entities.append(entity)
            self.joints.append((mention.start, entity))
            return entity
        match = JOINT.fullmatch(words)
        number = NUMBERS.get((match.group("number") or "").lower(), 0) if match else 0
        for _, entity in reversed(self.joints):
            if not number or len(entity.codes) == number:
                return entity
        codes = self._coordinated(mention.start, number)
        return Entity(Sort.BODY, re.sub(r"^[Tt]he ", "", words), codes=codes, plural=True, first=mention.start)

    def _coordinated(self, position: int, number: int) -> set[str]:
        """The countries last named side by side before `position`, else the first after it."""
        groups: list[tuple[int, set[str]]] = []
        places = [place for place in self.ground.places if place.codes]
        run: set[str] = set()
        for left, right in zip(places, places[1:], strict=False):
            if COORDINATED.fullmatch(self.text[left.span.end : right.span.start]):
                run = run | set(left.codes) | set(right.codes)
            else:
                if len(run) > 1:
                    groups.append((left.span.start, run))
                run = set()
        if len(run) > 1:
            groups.append((places[-1].span.start, run))
        fitting = [(at, codes) for at, codes in groups if not number or len(codes) == number]
        before = [codes for at, codes in fitting if at < position]
        return before[-1] if before else fitting[0][1] if fitting else set()

    def _pronoun(self, mention: Span) -> Entity | None:
        wanted = PRONOUNS[mention.of(self.text).lower()]
        if wanted == "i":
            return None
        if wanted == "it":
            return self._last_body()
        if wanted == "":
            for _, entity, _ in reversed(self.recent[-6:]):
                if self.who(entity).plural:
                    return self.who(entity)
        for subjects in (True, False):
            for _, entity, is_subject in reversed(self.recent[-12:]):
                entity = self.who(entity)
                if entity.sort is not Sort.PERSON or entity.plural or (subjects and not is_subject):
                    continue
                if wanted in ("m", "f") and entity.gender not in ("", wanted):
                    continue
                if wanted in ("m", "f"):
                    entity.gender = wanted
                return entity
        return None

    # -- who speaks --------------------------------------------------------------------------------------------

    def speaker_at(self, mention: Span) -> Entity | None:
        """The entity that `mention` names: the last named person in it, else what else it names."""
        inside = [
            self.who(entity) for start, end, entity in self.namings if start < mention.end and end > mention.start
        ]
        for sort in (Sort.PERSON, Sort.BODY, Sort.STATE):
            chosen = [entity for entity in inside if entity.sort is sort]
            if chosen:
                return chosen[-1]
        return None
