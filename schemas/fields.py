"""The one table of fields: what statements and articles are filtered by, counted by, and found by within `q`.

Parameters, the query language, facets, lists of counts, forms, what both engines index, and the table in docs/api.md
are made from it. A field of a kind that there is needs one more line here, and its test; what is special to a kind
(`Value`) stands once in each of these places.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum, StrEnum
from functools import lru_cache
from types import MappingProxyType

from schemas.article import Article
from schemas.dates.partial_dates import PartialDate
from schemas.geography.territory_lookup import territory_name
from schemas.identity import body_id, id_of
from schemas.statement import Act, ArticleHead, Basis, FoundStatement, Kind, Speaker, SplitArticle, Target


class Value(Enum):
    """Kinds of values, by how one asks for them."""

    COUNTRY = "an ISO 3166-1 alpha-2 code, asked for by code or by any English name"
    TERRITORY = "the name of a territory, asked for by any of its names"
    NAME = "a name of a person or body, asked for by some of its words; it is not counted by, for ids are"
    IDENTITY = "an id of a person, body or state, asked for by it; a statement has one at most, under some name"
    BODY = "an id of a body, asked for by it or by any of its names; a statement has one at most, under some name"
    SOURCE = "the id of an outlet, asked for by id or by name"
    CHOICE = "a member of an enumeration"
    DATE = "an interval of days, asked for by one that overlaps it; results can be sorted by its first"


IDENTITIES = (Value.IDENTITY, Value.BODY)

Known = tuple[str, ...] | PartialDate | None  # values, or, of a field of dates, the date where it is known


@dataclass(frozen=True, slots=True)
class InArticles:
    """The same field of an article as a whole, for lists of articles."""

    of: Callable[[SplitArticle], Known]
    meaning: str


@dataclass(frozen=True, slots=True)
class Counts:
    """The address /v1/`path` lists the field's values with their counts; `title` says what they are."""

    path: str
    title: str


@dataclass(frozen=True, slots=True)
class Field:
    """`name` is the name of the parameter, of field:value in `q`, of the facet, and begins those of the index.

    `of` reads the field of a statement; where it is a field of ids, `spelling` reads the name under which the statement
    has the id. `label` stands above its box and its counts on the page; `meaning` and `example` (values, as one would
    write them) explain it. `choices` are those of a CHOICE. `synonyms` are names that other search engines have for it.
    The page shows the box of an `upfront` field at once, those of others below more filters; `beside` says whether it
    shows the field's counts beside results.
    """

    name: str
    value: Value
    of: Callable[[FoundStatement], Known]
    label: str
    meaning: str
    example: tuple[str, ...]
    choices: tuple[StrEnum, ...] = ()
    synonyms: tuple[str, ...] = ()
    spelling: Callable[[FoundStatement], tuple[str, ...]] | None = None
    counts: Counts | None = None
    in_articles: InArticles | None = None
    upfront: bool = False
    beside: bool = True


def speaker_countries(found: FoundStatement) -> tuple[str, ...]:
    return found.statement.speaker.countries if found.statement.speaker else ()


def target_countries(found: FoundStatement) -> tuple[str, ...]:
    return found.statement.target.countries if found.statement.target else ()


def speaker_basis(found: FoundStatement) -> tuple[str, ...]:
    speaker = found.statement.speaker
    return (speaker.basis.value,) if speaker and speaker.basis else ()


def speaker_name(found: FoundStatement) -> tuple[str, ...]:
    return (found.statement.speaker.name,) if found.statement.speaker else ()


def speaker_id(found: FoundStatement) -> tuple[str, ...]:
    return identity(found.statement.speaker)


def target_id(found: FoundStatement) -> tuple[str, ...]:
    return identity(found.statement.target)


def target_name(found: FoundStatement) -> tuple[str, ...]:
    return (found.statement.target.name,) if found.statement.target else ()


def identity(party: Speaker | Target | None) -> tuple[str, ...]:
    """The id under which a party is found: its own, or where nobody told one, that of its name."""
    if party is None:
        return ()
    known = party.id or id_of_name(party.name, party.countries)
    return (known,) if known else ()


def organisation_id(found: FoundStatement) -> tuple[str, ...]:
    speaker = found.statement.speaker
    known = id_of_body(speaker.organisation, speaker.countries) if speaker and speaker.organisation else None
    return (known,) if known else ()


def organisation_name(found: FoundStatement) -> tuple[str, ...]:
    speaker = found.statement.speaker
    return (speaker.organisation,) if speaker and speaker.organisation else ()


id_of_name, id_of_body = (lru_cache(maxsize=1 << 14)(make) for make in (id_of, body_id))  # names come again and again


def territories(told: Iterable[str]) -> tuple[str, ...]:
    return tuple(filter(None, map(territory_name, told)))


def source_id(article: Article | ArticleHead) -> tuple[str, ...]:
    return (article.source.id,) if article.source else ()


def cue_act(found: FoundStatement) -> tuple[str, ...]:
    return (found.statement.cue.act.value,) if found.statement.cue else ()


FIELDS = (
    Field(
        "country",
        Value.COUNTRY,
        lambda found: (*speaker_countries(found), *target_countries(found), *found.statement.countries),
        label="Country",
        meaning="spoken for, spoken to or mentioned",
        example=("AM", "AZ"),
        counts=Counts("countries", "Countries in any role"),
        in_articles=InArticles(lambda split: split.extraction.countries, "mentioned in the article"),
        beside=False,  # for whom and about whom tell more
    ),
    Field(
        "speaker_country",
        Value.COUNTRY,
        speaker_countries,
        label="Speaks for",
        meaning="for whom the speaker speaks",
        example=("AM",),
        upfront=True,
    ),
    Field(
        "target",
        Value.COUNTRY,
        target_countries,
        label="Told or accused",
        meaning="country of the party that is told, asked, warned, thanked or accused",
        example=("AZ",),
        synonyms=("recipient", "addressee"),
    ),
    Field(
        "about",
        Value.COUNTRY,
        lambda found: found.statement.countries,
        label="About or to",
        meaning="mentioned in the statement or its target",
        example=("RU",),
        upfront=True,
    ),
    Field(
        "territory",
        Value.TERRITORY,
        lambda found: territories(found.statement.territories),
        label="Territory",
        meaning="disputed or self-governing territory mentioned in the statement or its target",
        example=("Nagorno-Karabakh",),
        counts=Counts("territories", "Disputed and self-governing territories"),
        in_articles=InArticles(
            lambda split: territories(split.extraction.territories),
            "disputed or self-governing territory mentioned in the article",
        ),
    ),
    Field(
        "speaker",
        Value.NAME,
        speaker_name,
        label="Speaker",
        meaning="words of the speaker's name",
        example=("Vardumyan",),
        synonyms=("author", "who"),
        upfront=True,
        beside=False,
    ),
    Field(
        "speaker_id",
        Value.IDENTITY,
        speaker_id,
        label="Speaker",
        meaning="id of the speaker, in every spelling",
        example=("person:anahit-vardumian:AM",),
        spelling=speaker_name,
        counts=Counts("speakers", "Speakers"),
    ),
    Field(
        "target_id",
        Value.IDENTITY,
        target_id,
        label="Told or accused",
        meaning="id of the party that is told, asked, warned, thanked or accused",
        example=("state:AZ",),
        spelling=target_name,
        counts=Counts("targets", "Parties told or accused"),
        beside=False,  # mostly states, which its country tells
    ),
    Field(
        "organisation",
        Value.BODY,
        organisation_id,
        label="Organisation",
        meaning="the speaker's organisation: by id, any name or abbreviation of a known one, or words of its name",
        example=("NATO",),
        synonyms=("org",),
        spelling=organisation_name,
        counts=Counts("organisations", "Organisations of the speakers"),
    ),
    Field(
        "source",
        Value.SOURCE,
        lambda found: source_id(found.article),
        label="Source",
        meaning="the outlet, by id or name",
        example=("caucasus-courier",),
        synonyms=("site", "outlet"),
        counts=Counts("sources", "Outlets"),
        in_articles=InArticles(lambda split: source_id(split.article), "the outlet, by id or name"),
    ),
    Field(
        "kind",
        Value.CHOICE,
        lambda found: (found.statement.kind.value,),
        label="Wording",
        meaning="whose words: quoted, partly, or reported",
        example=("direct",),
        choices=tuple(Kind),
    ),
    Field(
        "act",
        Value.CHOICE,
        cue_act,
        label="Act",
        meaning="what the speaker does by saying it",
        example=("accuse",),
        choices=tuple(Act),
    ),
    Field(
        "basis",
        Value.CHOICE,
        speaker_basis,
        label="Speaker known by",
        meaning="how the text leads to the speaker; pronoun, continued and commitment are inferred",
        example=("name", "surname"),
        choices=tuple(Basis),
        beside=False,  # most are named, or known by their office
    ),
    Field(
        "said",
        Value.DATE,
        lambda found: found.statement.said_on,
        label="Said",
        meaning="the day it was said, where that is known",
        example=("2023-07",),
    ),
    Field(
        "published",
        Value.DATE,
        lambda found: found.article.published_on,
        label="Published",
        meaning="the day the article was published",
        example=("2023-07..2023-09",),
        in_articles=InArticles(lambda split: split.article.published_on, "the day it was published"),
    ),
)
BY_NAME = MappingProxyType({field.name: field for field in FIELDS})
FILTERS = MappingProxyType({field.name: field for field in FIELDS if field.value is not Value.DATE})
FACETS = MappingProxyType({name: field for name, field in FILTERS.items() if field.value is not Value.NAME})
