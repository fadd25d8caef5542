"""A statement: who said what, on whose behalf, about whom, when, and where exactly in the text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from schemas.article import Article, Source
from schemas.dates.partial_dates import PartialDate


class Span(NamedTuple):
    """`[start, end)` in code points of the article's text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        return text[self.start : self.end]


class Kind(StrEnum):
    """Direct: wholly in quotation marks; indirect: reported without; mixed: a reported clause with quoted words."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class Act(StrEnum):
    """What the speaker does by saying it, as the cue tells."""

    ASSERT = "assert"
    DENY = "deny"
    ACCUSE = "accuse"
    DEMAND = "demand"
    PROMISE = "promise"
    WARN = "warn"
    PRAISE = "praise"
    CONDEMN = "condemn"
    ASK = "ask"
    ANNOUNCE = "announce"


class Basis(StrEnum):
    """How the text leads to a speaker; what a pronoun stands for, who goes on speaking and for whom an office makes
    a promise are inferred.

    A ministry, a company and the like is named by what it is called, "the ministry" too; whoever is only described
    ("a spokesman", "officials in Minsk", "both governments") is told by office. A person of whom the article gives a
    single name is named by that.
    """

    NAME = "name"  # named there
    SURNAME = "surname"  # one of the names of somebody who is named in full elsewhere
    OFFICE = "office"  # "the minister"
    STATE = "state"  # a state or its capital, or several by their names
    PRONOUN = "pronoun"
    CONTINUED = "continued"  # a quote without a cue, carried on from the statement or the words before
    LABEL = "label"  # of an interview or a transcript
    COMMITMENT = "commitment"  # an office, whose country is inferred from what it promises: "Norway would sign"
    ISSUER = "issuer"  # whoever issued the release, or the paper that is said to speak: "the statement said"


@dataclass(frozen=True, slots=True)
class Speaker:
    """`name` is the fullest form in the article, `mention` where this statement names the speaker.

    `countries` are those the speaker speaks for, as ISO 3166-1 alpha-2 codes: none for the UN or a private person,
    several for a joint statement. `basis` is None where nobody told how the speaker was found. `id` is the same for the
    same person, body or state in every article; None where nothing tells who that is.
    """

    name: str
    mention: Span
    role: str | None = None
    organisation: str | None = None
    countries: tuple[str, ...] = ()
    basis: Basis | None = None
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Target:
    """The party told, warned, asked, thanked, or accused, blamed, praised, condemned, rejected by the statement.

    `name` is the fullest form in the article, `mention` where the reporting clause names it, `countries` (alpha-2) are
    those that it stands or speaks for, `id` is as that of a speaker.
    """

    name: str
    mention: Span
    countries: tuple[str, ...] = ()
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Cue:
    """The words that report the speech ("called on", "according to"), and the lemma and act of them."""

    text: str
    span: Span
    lemma: str
    act: Act


@dataclass(frozen=True, slots=True)
class Context:
    """The sentences around a statement; "" at the edge of the article."""

    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """The whole sentences that carry a statement, its reporting clause included, as the article has them."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Statement:
    """`id` is the article's id and the statement's place in it; `parts` are its spans, word for word, and `text` is the
    parts joined (schemas/parts.py).

    `countries` (alpha-2) and `territories` (names) are those mentioned in the statement or its target. `said_on` is
    None where the text does not tell. `fingerprint` is equal for the same words, whoever carries them. `parts` are ()
    and `sentence` is None only of what was stored before either was told; `sentence` also where the spans lie too far
    apart.
    """

    id: str
    kind: Kind
    text: str
    spans: tuple[Span, ...]
    speaker: Speaker | None
    cue: Cue | None
    countries: tuple[str, ...]
    territories: tuple[str, ...]
    said_on: PartialDate | None
    context: Context
    fingerprint: str
    parts: tuple[str, ...] = ()
    sentence: Sentence | None = None
    target: Target | None = None


GIVEN = "given-"  # begins the extractor of statements that came with their article


@dataclass(frozen=True, slots=True)
class Extraction:
    """What extraction finds in one article; `extractor` is the version that found it ("rules-1.3f09ac").

    `split` is False where the article's language is one that is not split: nothing was looked for then.
    """

    countries: tuple[str, ...]
    territories: tuple[str, ...]
    statements: tuple[Statement, ...]
    extractor: str
    split: bool = True


@dataclass(frozen=True, slots=True)
class SplitArticle:
    """An article with its statements: what an engine stores, replaces and deletes as one."""

    article: Article
    extraction: Extraction
    ingested_at: datetime


@dataclass(frozen=True, slots=True)
class ArticleHead:
    """What a result says of the article it comes from."""

    id: str
    title: str
    url: str | None
    source: Source | None
    published_on: PartialDate | None


@dataclass(frozen=True, slots=True)
class Copy:
    """The same words in another article."""

    statement_id: str
    article: ArticleHead


@dataclass(frozen=True, slots=True)
class Carried:
    """Who carried the words of a result that stands for all copies that a query finds, itself included.

    `statements` and `outlets` are how many (articles without a source count as one outlet each); `others` are the
    first copies by date of publication besides the result itself.
    """

    statements: int
    outlets: int
    others: tuple[Copy, ...]


@dataclass(frozen=True, slots=True)
class CarriedArticle:
    """Who carried the text of an article that stands for all of its copies that a query finds, itself included.

    `articles` and `outlets` are how many (articles without a source count as one outlet each); `others` are the first
    by date of publication besides the result itself.
    """

    articles: int
    outlets: int
    others: tuple[ArticleHead, ...]


@dataclass(frozen=True, slots=True)
class FoundStatement:
    """A statement as a search returns it. `highlight` is where its text matches the query, in code points of that text.

    `carried` is there where copies were folded into one result.
    """

    statement: Statement
    article: ArticleHead
    highlight: tuple[Span, ...] = ()
    carried: Carried | None = None

    @property
    def marked(self) -> tuple[str, tuple[Span, ...]]:
        """The text, and where it is to be marked."""
        return self.statement.text, self.highlight


@dataclass(frozen=True, slots=True)
class FoundArticle:
    """An article as a list of articles gives it: all but its text. `statements` is how many were found in it, `split`
    whether any were looked for.

    `carried` is there where copies of its text were folded into one result.
    """

    article: ArticleHead
    language: str | None
    split: bool
    countries: tuple[str, ...]
    territories: tuple[str, ...]
    statements: int
    extractor: str
    ingested_at: datetime
    carried: CarriedArticle | None = None
