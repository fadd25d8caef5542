"""The people of an article by their full names, each in all of its spellings and lengths."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice, pairwise

from indexer.extraction.annotation.places.gazetteer import names_by_first_word
from indexer.extraction.coreference.people.gender import told_by, told_by_given_name
from indexer.extraction.coreference.people.spellings import same_person
from indexer.extraction.coreference.speakers.asides import is_behind_a_preposition, is_behind_of
from indexer.extraction.model.annotation import PersonName
from indexer.extraction.model.coreference import Evidence, EvidenceKind, Person
from schemas.statement import Span

AND_RELATIVE = re.compile(r" and (?:(?:his|her|the) (?:[a-z]+ ){0,2}[a-z]+,? )?")
FEW = 60  # people in an article, or of one surname, up to which all are compared for other spellings of a name


@dataclass(slots=True)
class _People:
    """The forms in which each person is named, by the first of them; filled while names are grouped."""

    forms: list[list[PersonName]] = field(default_factory=list)
    by_part: dict[str, dict[int, None]] = field(default_factory=dict)  # persons by number, in the order of the text
    by_name: dict[tuple[tuple[str, ...], str], int] = field(default_factory=dict)  # by parts and suffix

    def alike(self, name: PersonName) -> Iterator[int]:
        """Who may be called so in another spelling."""
        yield from islice(self.by_part.get(name.parts[-1], ()), FEW)
        yield from islice(self.by_part.get(name.parts[0], ()), FEW)
        if len(self.forms) < FEW:
            yield from range(len(self.forms))

    def _bearer(self, name: PersonName) -> int | None:
        """Whose name it is in another form; nobody's where it is an initial of two."""
        bearers = (number for number in self.alike(name) if _are_one(self.forms[number], name))
        first = next(bearers, None)
        is_shared = len(name.parts[0].rstrip(".")) == 1 and any(number != first for number in bearers)
        return None if is_shared else first

    def enter(self, name: PersonName) -> None:
        number = self.by_name.get((name.parts, name.suffix))
        if number is None:
            number = self._bearer(name)
        if number is None:
            number = len(self.forms)
            self.forms.append([])
        self.forms[number].append(name)
        self.by_name[name.parts, name.suffix] = number
        for part in name.parts:
            self.by_part.setdefault(part, {})[number] = None


def _are_one(forms: Sequence[PersonName], name: PersonName) -> bool:
    """Whether the name is another form of whoever has `forms`; a Jr. and a Sr. are two."""
    suffix = next((form.suffix for form in forms if form.suffix), "")
    return not (suffix and name.suffix and suffix != name.suffix) and same_person(forms[0].parts, name.parts)


def forms_of_people(names: Sequence[PersonName]) -> list[list[PersonName]]:
    """For each person named in full all such names, in the order of the text."""
    people = _People()
    for name in names:
        if len(name.parts) > 1:
            people.enter(name)
    return people.forms


def people(text: str, names: Sequence[PersonName]) -> Iterator[Evidence]:
    """Everybody who is named in full, and the names that are theirs."""
    forms = forms_of_people(names)
    surnames = {name.parts[0] for name in names if len(name.parts) == 1}
    for known in forms:
        yield _introduction(text, known[0], _fullest(known, surnames))
    named = sorted((name.start, known[0], name) for known in forms for name in known)
    for _, first, name in named:
        yield from _called(first, name)
    for name in _relatives(text, names, Counter(known[0].parts[-1] for known in forms)):
        yield from new_person(text, name)
    for known in forms:
        yield from told_by_given_name(known[0], _id(known[0]))  # what "Ms" tells goes before it


def _relatives(text: str, names: Sequence[PersonName], bearers: Mapping[str, int]) -> Iterator[PersonName]:
    """Surnames beside the only full name with them: "Mr Silva and his wife, Ana Silva"."""
    for name, following in pairwise(names):
        is_surname = len(name.parts) == 1 < len(following.parts) and name.parts[-1] == following.parts[-1]
        if (
            is_surname
            and bearers.get(name.parts[-1]) == 1
            and AND_RELATIVE.fullmatch(text, name.end, following.with_honorific)
        ):
            yield name


def is_a_new_person(name: PersonName, words: Span | None, text: str) -> bool:
    """Whether a surname of nobody known is a person's: by what stands before it, or as all of a speaker's `words`."""
    if len(name.parts) == 1 and name.of(text) in names_by_first_word():
        return False  # a place
    return bool(name.honorific) or (words is not None and _is_all_of(name, words, text))


def _is_all_of(name: PersonName, words: Span, text: str) -> bool:
    """ "Orlik", "Orlik, 61", but neither "staff in Renk" nor "the Duke of Renk" nor "Hospital staff"."""
    after = text[name.end : min(words.end, name.end + 2)]
    is_aside = is_behind_a_preposition(name.start, words, text) or is_behind_of(name.start, words, text)
    return not (is_aside or after.strip().isalnum())


def new_person(text: str, name: PersonName) -> Iterator[Evidence]:
    """Somebody whom the article never names in full."""
    yield _introduction(text, name, name)
    yield from _called(name, name)


def _introduction(text: str, first: PersonName, fullest: PersonName) -> Evidence:
    person = Person(_id(first), fullest.of(text), first.start, parts=fullest.parts)
    return Evidence(EvidenceKind.INTRODUCTION, person.id, Span(first.start, first.end), person)


def _id(first: PersonName) -> str:
    return f"person:{first.start}"


def _called(first: PersonName, name: PersonName) -> Iterator[Evidence]:
    about = _id(first)
    yield Evidence(EvidenceKind.NAME, about, Span(name.start, name.end), name.parts)
    if name.honorific:
        span = Span(name.with_honorific, name.start)
        yield Evidence(EvidenceKind.PERSON, about, span)
        yield from told_by(name.honorific, about, span)


def _fullest(forms: Sequence[PersonName], surnames: set[str]) -> PersonName:
    """The longest form, rather "Ana Silva" than "A. Silva".

    But not a headline's "Ana Silva Urges" where "Silva" alone follows.
    """
    base = forms[0]
    if base.parts[-1] not in surnames:
        base = next((form for form in forms if form.parts[-1] in surnames and _begins(base, form)), base)
    same_end = [form for form in forms if form.parts[-1] == base.parts[-1]]
    return max(same_end, key=lambda form: (len(form.parts), len(form.parts[0].rstrip(".")) > 1, form.suffix))


def _begins(longer: PersonName, shorter: PersonName) -> bool:
    return longer.parts[: len(shorter.parts)] == shorter.parts
