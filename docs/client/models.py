"""What the API answers: made from its description by `python -m docs.client.generate`, not by hand."""

from __future__ import annotations

from typing import Any, Literal, NotRequired, TypedDict


class Fault(TypedDict):
    code: str
    detail: str
    parameter: str | None
    position: int | None
    hint: str | None


class Problem(TypedDict):
    code: str
    detail: str
    parameter: str | None
    position: int | None
    hint: str | None
    type: str
    title: str
    status: int
    request_id: str
    errors: list[Fault]


class Sentence(TypedDict):
    text: str
    span: list[int]


class Speaker(TypedDict):
    id: str | None
    name: str
    mention: list[int]
    role: str | None
    organisation: str | None
    countries: list[str]
    basis: Literal["name", "surname", "office", "state", "pronoun", "continued", "label", "commitment", "issuer"] | None


class Target(TypedDict):
    id: str | None
    name: str
    mention: list[int]
    countries: list[str]


class Cue(TypedDict):
    text: str
    span: list[int]
    lemma: str
    act: Literal["assert", "deny", "accuse", "demand", "promise", "warn", "praise", "condemn", "ask", "announce"]


class Context(TypedDict):
    before: str
    after: str


class ArticleHead(TypedDict):
    id: str
    title: str
    url: str | None


class Source(TypedDict):
    id: str
    name: str


class Copy(TypedDict):
    id: str
    article: ArticleHead
    source: Source | None
    published_on: str | None


class Carried(TypedDict):
    statements: int
    outlets: int
    others: list[Copy]


class FoundStatement(TypedDict):
    id: str
    kind: Literal["direct", "mixed", "indirect"]
    text: str
    parts: list[str]
    spans: list[list[int]]
    sentence: Sentence | None
    speaker: Speaker | None
    target: Target | None
    cue: Cue | None
    countries: list[str]
    territories: list[str]
    said_on: str | None
    context: Context
    fingerprint: str
    published_on: str | None
    article: ArticleHead
    source: Source | None
    highlight: list[str]
    carried: Carried | None


class Total(TypedDict):
    value: int
    relation: Literal["eq", "gte", "approx"]


class FacetRow(TypedDict):
    value: str
    label: str
    count: int
    selected: bool
    toggle: str


StatementQuery = TypedDict(
    "StatementQuery",
    {
        "q": str,
        "country": list[str],
        "speaker_country": list[str],
        "target": list[str],
        "about": list[str],
        "territory": list[str],
        "speaker": list[str],
        "speaker_id": list[str],
        "target_id": list[str],
        "organisation": list[str],
        "source": list[str],
        "kind": list[Literal["direct", "mixed", "indirect"]],
        "act": list[
            Literal["assert", "deny", "accuse", "demand", "promise", "warn", "praise", "condemn", "ask", "announce"]
        ],
        "basis": list[
            Literal["name", "surname", "office", "state", "pronoun", "continued", "label", "commitment", "issuer"]
        ],
        "from": str | None,
        "to": str | None,
        "dates": Literal["said", "published"],
        "within": Literal["statement", "article"],
        "sort": Literal["relevance", "newest", "oldest"] | None,
        "collapse": bool,
        "limit": int,
        "cursor": str | None,
    },
)


class Statements(TypedDict):
    data: list[FoundStatement]
    total: Total
    next: str | None
    facets: dict[str, Any]
    applied: StatementQuery


class Statement(TypedDict):
    id: str
    kind: Literal["direct", "mixed", "indirect"]
    text: str
    parts: list[str]
    spans: list[list[int]]
    sentence: Sentence | None
    speaker: Speaker | None
    target: Target | None
    cue: Cue | None
    countries: list[str]
    territories: list[str]
    said_on: str | None
    context: Context
    fingerprint: str


class Neighbours(TypedDict):
    before: Statement | None
    after: Statement | None


class OneStatement(TypedDict):
    data: FoundStatement
    neighbours: Neighbours


class SimilarStatements(TypedDict):
    data: list[FoundStatement]


class OtherArticle(TypedDict):
    id: str
    title: str
    url: str | None
    source: Source | None
    published_on: str | None


class CarriedArticle(TypedDict):
    articles: int
    outlets: int
    others: list[OtherArticle]


class FoundArticle(TypedDict):
    id: str
    url: str | None
    title: str
    source: Source | None
    published_on: str | None
    language: str | None
    split: bool
    countries: list[str]
    territories: list[str]
    statement_count: int
    ingested_at: str
    extractor: str
    carried: CarriedArticle | None


ArticleQuery = TypedDict(
    "ArticleQuery",
    {
        "q": str,
        "country": list[str],
        "territory": list[str],
        "source": list[str],
        "from": str | None,
        "to": str | None,
        "sort": Literal["newest", "oldest"],
        "collapse": bool,
        "limit": int,
        "cursor": str | None,
    },
)


class Articles(TypedDict):
    data: list[FoundArticle]
    total: Total
    next: str | None
    applied: ArticleQuery


class StoredArticle(TypedDict):
    id: str
    url: str | None
    title: str
    source: Source | None
    published_on: str | None
    language: str | None
    split: bool
    text: str
    content_hash: str
    countries: list[str]
    territories: list[str]
    ingested_at: str
    extractor: str
    statements: list[Statement]


class OneArticle(TypedDict):
    data: StoredArticle


class ArticleCopy(TypedDict):
    article: ArticleHead
    source: Source | None
    published_on: str | None
    likeness: Literal["same", "version", "near"]
    share: float


class Copies(TypedDict):
    data: list[ArticleCopy]
    total: Total


Filter = TypedDict(
    "Filter",
    {
        "q": str,
        "country": list[str],
        "speaker_country": list[str],
        "target": list[str],
        "about": list[str],
        "territory": list[str],
        "speaker": list[str],
        "speaker_id": list[str],
        "target_id": list[str],
        "organisation": list[str],
        "source": list[str],
        "kind": list[Literal["direct", "mixed", "indirect"]],
        "act": list[
            Literal["assert", "deny", "accuse", "demand", "promise", "warn", "praise", "condemn", "ask", "announce"]
        ],
        "basis": list[
            Literal["name", "surname", "office", "state", "pronoun", "continued", "label", "commitment", "issuer"]
        ],
        "from": str | None,
        "to": str | None,
        "dates": Literal["said", "published"],
        "within": Literal["statement", "article"],
    },
)


class Counts(TypedDict):
    data: list[FacetRow]
    total: Total
    more: bool
    applied: Filter


class Office(TypedDict):
    role: str
    organisation: str | None
    first: int | None
    last: int | None
    told_by: str


class Namesake(TypedDict):
    id: str
    name: str
    country: str | None
    count: int


class Party(TypedDict):
    id: str
    name: str
    country: str | None
    spellings: list[str]
    offices: list[Office]
    same_name: list[Namesake]
    similar_names: list[Namesake]


class Stretch(TypedDict):
    start: str
    count: int
    all: int
    share: float | None


class OverTime(TypedDict):
    data: list[Stretch]
    interval: Literal["day", "week", "month", "year"]
    undated: int


class OneParty(TypedDict):
    data: Party
    total: Total
    facets: dict[str, Any]
    timeline: OverTime
    applied: Filter


class Series(TypedDict):
    value: str
    label: str
    count: int
    counts: list[int]


class Timeline(TypedDict):
    data: list[Stretch]
    by: str | None
    series: list[Series]
    rest: list[int]
    interval: Literal["day", "week", "month", "year"]
    undated: int
    total: Total
    applied: Filter


class SentStatement(TypedDict):
    kind: Literal["direct", "mixed", "indirect"]
    spans: list[list[int]]
    id: NotRequired[Any]
    text: NotRequired[Any]
    parts: NotRequired[Any]
    sentence: NotRequired[Any]
    speaker: NotRequired[Any]
    target: NotRequired[Any]
    cue: NotRequired[Any]
    countries: NotRequired[Any]
    territories: NotRequired[Any]
    said_on: NotRequired[Any]
    context: NotRequired[Any]
    fingerprint: NotRequired[Any]


class Source5(TypedDict):
    id: NotRequired[Any]
    name: str


class SentArticle(TypedDict):
    id: NotRequired[str | int]
    title: NotRequired[str]
    url: NotRequired[str | None]
    source: NotRequired[str | Source5]
    published_on: NotRequired[str | None]
    language: NotRequired[str | None]
    text: str
    statements: NotRequired[list[SentStatement] | None]
    countries: NotRequired[Any]
    territories: NotRequired[Any]
    extractor: NotRequired[Any]
    ingested_at: NotRequired[Any]
    checksum: NotRequired[Any]
    split: NotRequired[Any]
    content_hash: NotRequired[Any]


class Received(TypedDict):
    status: Literal["added", "updated", "unchanged", "superseded", "refused"]
    id: str | None
    url: str | None
    statements: int | None
    language: str | None
    split: bool | None
    errors: list[Fault]
    warnings: list[Fault]


class Written(TypedDict):
    data: list[Received]
    counts: dict[str, Any]


class Extracted(TypedDict):
    id: str
    content_hash: str
    language: str | None
    split: bool
    countries: list[str]
    territories: list[str]
    extractor: str
    statements: list[Statement]


class OneExtracted(TypedDict):
    data: Extracted
