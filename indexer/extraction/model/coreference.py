"""Whom an article speaks of, what in it tells so, and who says what: the shapes that coreference gives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from schemas.statement import Span, Speaker, Target

EntityId = str  # tells entities of one article apart: "person:120", "state:Moscow"


class Gender(StrEnum):
    FEMALE = "female"
    MALE = "male"


@dataclass(frozen=True, slots=True)
class Entity:
    """Whoever can speak. `name` is the fullest form in the article, `first` where it is mentioned first.

    It speaks for `countries` (alpha-2 codes) and `territories`; with `no_state` for none, whatever countries stand
    beside it. `plural`: it is several at once. `awaits_name`: it may be somebody who is named later.
    """

    id: EntityId
    name: str
    first: int
    countries: frozenset[str] = frozenset()
    territories: frozenset[str] = frozenset()
    no_state: bool = False
    plural: bool = False
    awaits_name: bool = False


@dataclass(frozen=True, slots=True)
class Person(Entity):
    """Somebody with a name, or an office whose holder is not named yet.

    `parts` are the words of the name, none of an office; `nouns` those by which the office is met again. `of_state`:
    the office is one of a state unless more is said. `described`: the text tells who it is beside the name; `is_human`:
    something tells that the name is a person's.
    """

    parts: tuple[str, ...] = ()
    role: str | None = None
    organisation: str | None = None
    nouns: frozenset[str] = frozenset()
    gender: Gender | None = None
    of_state: bool = False
    described: bool = False
    is_human: bool = False


@dataclass(frozen=True, slots=True)
class Body(Entity):
    """A ministry, a company, an organisation, or several states at once; `words` are those that may mean it alone."""

    organisation: str | None = None
    words: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class State(Entity):
    """A state by its name, its capital or the seat of its government."""


@dataclass(frozen=True, slots=True)
class Title:
    """An office that somebody holds: `role` as it is written, None where it is only known by its `nouns`."""

    role: str | None
    nouns: frozenset[str]
    of_state: bool


@dataclass(frozen=True, slots=True)
class Affiliation:
    """A body or a person that somebody belongs to, and for whom that one speaks."""

    organisation: str | None
    countries: frozenset[str] = frozenset()
    territories: frozenset[str] = frozenset()
    no_state: bool = False
    of_state: bool = True


@dataclass(frozen=True, slots=True)
class Allegiance:
    """Countries and territories for which somebody speaks."""

    countries: frozenset[str]
    territories: frozenset[str] = frozenset()


class EvidenceKind(StrEnum):
    """What is told of an entity, and behind it the shape of the evidence's value; nothing stands for None."""

    INTRODUCTION = "introduction"  # it is there: the Entity
    NAME = "name"  # it is called so: the folded words of the name
    PERSON = "person"  # the name is a person's
    GENDER = "gender"  # Gender
    APPOSITION = "apposition"  # an office stands beside the name
    RELATION = "relation"  # "who leads", "of": a body or an office that somebody has to do with
    DESCRIPTION = "description"  # the text tells who it is
    TITLE = "title"  # Title
    AFFILIATION = "affiliation"  # Affiliation
    COUNTRY = "country"  # Allegiance
    NO_STATE = "no state"  # it speaks for none
    NO_OFFICE_OF_STATE = "no office of state"  # the office is not known to be a state's
    SAME_AS = "same as"  # the EntityId of whom it is


Value = Entity | Title | Affiliation | Allegiance | Gender | EntityId | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the words at `span` tell of the entity `about`."""

    kind: EvidenceKind
    about: EntityId
    span: Span
    value: Value | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in the text that means an entity; `is_subject` where that one acts or speaks there."""

    span: Span
    entity: EntityId
    is_subject: bool


@dataclass(frozen=True, slots=True)
class Source:
    """Who makes one attribution: `speaker` as it is shown, and the entity, where the words for it mean one.

    `is_state`: it is a state by its name or capital, which can't be at a meeting.
    """

    speaker: Speaker | None
    entity: EntityId | None
    is_state: bool


@dataclass(frozen=True, slots=True)
class Coreference:
    """`sources` and `targets` are in the order of the attributions, `mentions` and `evidence` as they were read.

    `said_by` and `said_to` are the entities of these two, each with all that the article tells of it; None where words
    mean none.

    `entities` are by their id, each with all that the evidence tells of it; whoever proved to be somebody else is not
    there, and no mention names them.
    """

    sources: tuple[Source, ...]
    targets: tuple[Target | None, ...]
    said_by: tuple[Entity | None, ...]
    said_to: tuple[Entity | None, ...]
    entities: Mapping[EntityId, Entity]
    mentions: tuple[Mention, ...]
    evidence: tuple[Evidence, ...]
