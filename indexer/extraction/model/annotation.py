"""What is found in an article's text beside its words: places, organisations, people's names, offices and dates."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum

from indexer.extraction.model.document import Word
from schemas.dates.partial_dates import PartialDate
from schemas.statement import Span


class ToponymKind(IntEnum):
    """How a name means its place: by itself, by its people or things, through its capital, through a house of state, or
    by the side of a country in two ("the North"), which speaks for it, but does not name it.
    """

    NAME = 0
    DEMONYM = 1
    CAPITAL = 2
    SEAT = 3
    SIDE = 4


@dataclass(frozen=True, slots=True)
class Place:
    """A name of a place in the text. `stands` is False where a capital is only a spot on the map ("in Moscow").

    `codes` are ISO 3166-1 alpha-2, `territories` are names as in places.csv.
    """

    span: Span
    kind: ToponymKind
    codes: tuple[str, ...]
    territories: tuple[str, ...]
    stands: bool = True


@dataclass(frozen=True, slots=True)
class Organisation:
    """One of bodies.csv. `kinds` are the words an article may call it by later: "the alliance".

    `is_outlet`: one of outlets.csv, a newspaper or the like.
    """

    name: str
    forms: tuple[str, ...]
    kinds: frozenset[str]
    is_outlet: bool = False


@dataclass(frozen=True, slots=True)
class OrganisationMention:
    start: int
    end: int
    organisation: Organisation

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class RolePhrase:
    """The phrase for an office or a body: "the Polish minister of trade". `[start, end)` holds it all.

    `body` begins after the article; `head` is the noun, in lower case. `role` is None for a body. `organisation` is
    what the phrase names beside the office, or the body itself. `owner` is a possessive that is no place ("its", "the
    ministry's"). `nobody` is True if it speaks for no state. `words` are all but the article, in lower case.

    `is_office`: the noun is one for somebody, not for a body. `is_official`: of a state, unless more is said.
    `definite`: it means somebody in particular. `plural`: it means several.
    """

    start: int
    end: int
    body: int
    head: str
    determiner: str
    role: str | None
    organisation: str | None
    owner: str
    codes: tuple[str, ...]
    territories: tuple[str, ...]
    nobody: bool
    is_office: bool
    is_official: bool
    definite: bool
    plural: bool
    words: frozenset[str] = field(repr=False)

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class PersonName:
    """What may be a person's name. `parts` are its words folded; `honorific` is "mr", "ms" and the like, or "".

    `with_honorific` is where the name begins with it. `suffix` is "jr", "iii" and the like, or "": no part, but the
    name ends with it.
    """

    start: int
    end: int
    parts: tuple[str, ...]
    honorific: str
    with_honorific: int
    suffix: str = ""

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    def of(self, text: str) -> str:
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class TitleHolder:
    """Somebody who holds an office by the title of an article; `parts` are the words of the name folded.

    The spans of `office` point into the title.
    """

    office: RolePhrase
    name: str
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Acronym:
    """What letters such as "UPA" stand for. `phrase` is what the text says before them; `in_brackets` that the letters
    stand for its very words."""

    phrase: RolePhrase
    in_brackets: bool


@dataclass(frozen=True, slots=True)
class DateExpression:
    """`on` is None where the text does not let it be resolved. `aside` dates tell no day of what is told."""

    span: Span
    on: PartialDate | None
    aside: bool


@dataclass(frozen=True, slots=True)
class TaggedText:
    """A text with its words and the places and organisations named in it, each in the order of the text.

    Look-ups take the logarithm of their number.
    """

    text: str
    words: tuple[Word, ...]
    places: tuple[Place, ...]
    organisations: tuple[OrganisationMention, ...]
    word_starts: tuple[int, ...] = field(repr=False)
    place_starts: tuple[int, ...] = field(repr=False)
    organisation_starts: tuple[int, ...] = field(repr=False)

    def places_in(self, start: int, end: int) -> tuple[Place, ...]:
        return self.places[bisect_left(self.place_starts, start) : bisect_left(self.place_starts, end)]

    def countries_in(self, start: int, end: int) -> frozenset[str]:
        return frozenset(code for place in self.places_in(start, end) for code in place.codes)

    def organisations_in(self, start: int, end: int) -> tuple[OrganisationMention, ...]:
        first = bisect_left(self.organisation_starts, start)
        return self.organisations[first : bisect_left(self.organisation_starts, end)]

    def place_at(self, position: int) -> Place | None:
        index = bisect_right(self.place_starts, position) - 1
        return self.places[index] if index >= 0 and position < self.places[index].span.end else None

    def organisation_at(self, position: int) -> OrganisationMention | None:
        index = bisect_right(self.organisation_starts, position) - 1
        return self.organisations[index] if index >= 0 and position < self.organisations[index].end else None

    def words_in(self, start: int, end: int) -> range:
        return range(bisect_left(self.word_starts, start), bisect_left(self.word_starts, end))

    def adjacent(self, left: int) -> bool:
        """Whether only a blank lies between the word and the next, or letters in brackets, which are no word."""
        between = self.text[self.words[left].end : self.words[left + 1].start]
        return between == " " or (between.startswith(" (") and between.endswith(") "))

    def following(self, index: int) -> str:
        """The next word in lower case, "" after a mark or at the end."""
        return self.words[index + 1].low if index + 1 < len(self.words) and self.adjacent(index) else ""


@dataclass(frozen=True, slots=True)
class Annotations(TaggedText):
    """All that is annotated in one article, each sequence in the order of the text.

    No role phrase lies in another, and no name in a role phrase. `acronyms` are what letters stand for, by the letters.
    `title_places` are those of the article's title, with spans in it, `title_holders` the people with an office in it.
    """

    role_phrases: tuple[RolePhrase, ...]
    names: tuple[PersonName, ...]
    acronyms: Mapping[str, Acronym]
    dates: tuple[DateExpression, ...]
    title_places: tuple[Place, ...]
    title_holders: tuple[TitleHolder, ...]

    def names_in(self, start: int, end: int) -> tuple[PersonName, ...]:
        first = bisect_left(self.names, start, key=lambda name: name.start)
        return self.names[first : bisect_left(self.names, end, key=lambda name: name.start)]
