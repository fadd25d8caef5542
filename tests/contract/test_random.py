"""Random queries over a random corpus find what a naive filter finds, in the same order, with the same counts."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance.OSA import distance

from schemas.article import Article
from schemas.dates.partial_dates import PartialDate
from schemas.fields import FACETS, FILTERS, id_of_body, identity
from schemas.filters import Filters
from schemas.page import Bucket
from schemas.query import Dates, Sort, StatementQuery
from schemas.statement import Act, Basis, FoundStatement, Kind, Statement
from search.documents.index_fields import sort_keys
from search.documents.serialization import head
from search.engine import Engine
from search.opening import open_engine
from search.queries.labels import label
from search.queries.spellings import most_frequent
from tests.contract.corpus import Said, split
from tests.elasticsearch.indices import Addresses

WORDS = ("corridor", "border", "grain", "summit", "envoy", "harbour", "the", "of")
NAMES = ("Anna Petrosjan", "Orhan Demirsoy", "Ivan Kedrov", None)
TERRITORIES = ("Abkhazia", "Tibet", "Upper Valley")
BODIES = ("Harbour Council", "Ministry of Grain", None)
CODES = ("AM", "AZ", "RU", "TR")
OUTLETS = ("Lowland Gazette", "Harbour Post", None)
DAYS = ("2024-05-10", "2024-05-11", "2024-05", "2024", "2023-12-31", None)


@dataclass(frozen=True)
class Row:
    """A statement as the naive filter sees it: words are whatever stands between spaces."""

    article: Article
    statement: Statement
    place: int

    @property
    def fields(self) -> list[list[str]]:
        speaker = self.statement.speaker
        spoken = (speaker.name, speaker.organisation or "") if speaker else ()
        searched = (*self.statement.parts, *spoken, self.article.title)
        return [text.lower().split() for text in searched]

    @property
    def speaks_for(self) -> tuple[str, ...]:
        return self.statement.speaker.countries if self.statement.speaker else ()

    @property
    def told(self) -> tuple[str, ...]:
        return self.statement.target.countries if self.statement.target else ()

    def day(self, dates: Dates) -> PartialDate | None:
        return self.statement.said_on if dates is Dates.SAID else self.article.published_on

    def values(self, facet: str) -> set[str]:
        statement, speaker, cue = self.statement, self.statement.speaker, self.statement.cue
        found: dict[str, Iterable[str | None]] = {
            "country": (*statement.countries, *self.speaks_for, *self.told),
            "speaker_country": self.speaks_for,
            "target": self.told,
            "about": statement.countries,
            "territory": statement.territories,
            "speaker": (speaker.name,) if speaker else (),
            "speaker_id": identity(speaker),
            "target_id": identity(statement.target),
            "source": (self.article.source.id,) if self.article.source else (),
            "kind": (statement.kind.value,),
            "organisation": (id_of_body(speaker.organisation, speaker.countries),)
            if speaker and speaker.organisation
            else (),
            "act": (cue.act.value,) if cue else (),
            "basis": (speaker.basis,) if speaker else (),
        }
        return set(map(str, filter(None, found[facet])))

    def named(self, facet: str) -> set[str]:
        """The words by which it is found."""
        speaker = self.statement.speaker
        names = {"speaker": speaker and speaker.name, "organisation": speaker and speaker.organisation}
        return set((names[facet] or "").lower().split())


def some(dice: random.Random, values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dice.sample(values, dice.randint(0, 2)))


def said(dice: random.Random) -> Said:
    return Said(
        " ".join(dice.choices(WORDS, k=dice.randint(1, 6))),
        by=dice.choice(NAMES),
        organisation=dice.choice(BODIES),
        act=dice.choice(list(Act)),
        speaks_for=some(dice, CODES),
        about=some(dice, CODES),
        territories=some(dice, TERRITORIES),
        kind=dice.choice(list(Kind)),
        on=dice.choice(DAYS),
        basis=dice.choice(list(Basis)),
        to=dice.choice(NAMES),
        to_countries=some(dice, CODES),
        then=tuple(" ".join(dice.choices(WORDS, k=dice.randint(1, 3))) for _ in range(dice.randint(0, 2))),
    )


DICE = random.Random(20240510)
ARTICLES = tuple(
    split(
        *(said(DICE) for _ in range(DICE.randint(0, 8))),
        title=f"{DICE.choice(WORDS)} {number}",
        source=DICE.choice(OUTLETS),
        published=DICE.choice(DAYS),
    )
    for number in range(60)
)
ROWS = tuple(
    Row(one.article, statement, place) for one in ARTICLES for place, statement in enumerate(one.extraction.statements)
)

Matches = Callable[[Row], bool]
Asked = tuple[str, Matches]  # a piece of the query language, and what it means


def word(text: str) -> Asked:
    return text, lambda row: any(text in words for words in row.fields)


def prefix(text: str) -> Asked:
    return f"{text}*", lambda row: any(one.startswith(text) for words in row.fields for one in words)


def phrase(first: str, second: str) -> Asked:
    return f'"{first} {second}"', lambda row: any((first, second) in pairwise(words) for words in row.fields)


def fuzzy(text: str, edits: int) -> Asked:
    def matches(row: Row) -> bool:
        return any(distance(text, one) <= edits for words in row.fields for one in words)

    return f"{text}~{edits}", matches


def near(first: str, second: str, most: int) -> Asked:
    def matches(row: Row) -> bool:
        return any(
            {one, other} == {first, second} and here - there <= most
            for words in row.fields
            for here, one in enumerate(words)
            for there, other in enumerate(words[:here])
        )

    return f"{first} NEAR/{most} {second}", matches


def field(facet: str, value: str) -> Asked:
    return f'{facet}:"{value}"', lambda row: fits(row, facet, (value,))


def dated(dates: Dates, first: str, last: str) -> Asked:
    asked = StatementQuery(date_from=PartialDate.parse(first), date_to=PartialDate.parse(last), dates=dates)
    return f"{dates}:{first}..{last}", lambda row: filtered(asked, row)


def negation(asked: Asked) -> Asked:
    return f"-({asked[0]})", lambda row: not asked[1](row)


def every(parts: list[Asked]) -> Asked:
    return " ".join(f"({text})" for text, _ in parts), lambda row: all(matches(row) for _, matches in parts)


def either(parts: list[Asked]) -> Asked:
    return " OR ".join(text for text, _ in parts), lambda row: any(matches(row) for _, matches in parts)


days = st.sampled_from(["2023", "2023-12-31", "2024-01-01", "2024-05", "2024-05-10", "2024-05-11", "2025"])
terms = st.sampled_from([*WORDS, "anna", "kedrov", "absent"])
leaves = st.one_of(
    st.builds(word, terms),
    st.builds(prefix, st.sampled_from(["co", "cor", "har", "su", "pet", "zz"])),
    st.builds(phrase, terms, terms),
    st.builds(fuzzy, st.sampled_from(["coridor", "brodre", "sumit", "hrabuor"]), st.integers(1, 2)),
    st.builds(near, terms, terms, st.integers(1, 4)),
    st.builds(field, st.sampled_from(["country", "speaker_country", "target", "about"]), st.sampled_from(CODES)),
    st.builds(field, st.just("territory"), st.sampled_from(TERRITORIES)),
    st.builds(field, st.just("speaker"), st.sampled_from(NAMES[:3])),
    st.builds(field, st.just("speaker_id"), st.sampled_from(["person:ivan-kedrov:RU", "person:orhan-demirsoy"])),
    st.builds(field, st.just("target_id"), st.sampled_from(["person:ivan-kedrov:RU", "person:orhan-demirsoy"])),
    st.builds(field, st.just("organisation"), st.sampled_from(BODIES[:2])),
    st.builds(field, st.just("source"), st.just("harbour-post")),
    st.builds(field, st.just("act"), st.sampled_from([act.value for act in Act])),
    st.builds(field, st.just("basis"), st.sampled_from([basis.value for basis in Basis])),
    st.builds(lambda dates, ends: dated(dates, *sorted(ends)), st.sampled_from(Dates), st.tuples(days, days)),
)
languages = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.builds(negation, inner),
        st.builds(every, st.lists(inner, min_size=2, max_size=3)),
        st.builds(either, st.lists(inner, min_size=2, max_size=3)),
    ),
    max_leaves=5,
)
chosen = st.sets(st.sampled_from(CODES), max_size=2).map(tuple)


@st.composite
def queries(draw: st.DrawFn) -> tuple[StatementQuery, Matches]:
    text, matches = draw(st.one_of(st.just(("", lambda row: True)), languages))
    first, last = sorted([draw(days), draw(days)])
    query = StatementQuery(
        q=text,
        filters=Filters(
            country=draw(chosen),
            speaker_country=draw(chosen),
            target=draw(chosen),
            about=draw(chosen),
            territory=draw(st.sets(st.sampled_from(TERRITORIES), max_size=2).map(tuple)),
            speaker=draw(st.sampled_from([(), ("petrosjan",), ("Demirsoy Orhan", "kedrov"), ("anna kedrov",)])),
            source=draw(st.sampled_from([(), ("harbour-post",), ("harbour-post", "lowland-gazette")])),
            organisation=draw(st.sampled_from([(), ("council",), ("grain ministry", "absent")])),
            act=draw(st.sets(st.sampled_from(Act), max_size=6).map(tuple)),
            basis=draw(st.sets(st.sampled_from(Basis), max_size=6).map(tuple)),
            kind=draw(st.sampled_from([(), (Kind.DIRECT,), (Kind.MIXED, Kind.INDIRECT)])),
        ),
        date_from=draw(st.none() | st.just(PartialDate.parse(first))),
        date_to=draw(st.none() | st.just(PartialDate.parse(last))),
        dates=draw(st.sampled_from(Dates)),
        sort=draw(st.sampled_from([Sort.NEWEST, Sort.OLDEST])),
        limit=draw(st.integers(1, 100)),
    )
    return query, matches


def naive(query: StatementQuery, matches: Matches) -> list[Row]:
    found = [row for row in ROWS if matches(row) and filtered(query, row)]

    def place(row: Row) -> tuple[int, str]:
        name = f"{query.dates.value}_{query.order.value}"
        return -sort_keys(query.dates.value, row.day(query.dates), row.article.id, row.place)[name], row.statement.id

    return sorted(found, key=place)


def fits(row: Row, facet: str, wanted: tuple[str, ...]) -> bool:
    if facet in ("speaker", "organisation"):
        return any(set(name.lower().split()) <= row.named(facet) for name in wanted)
    return bool(set(wanted) & row.values(facet))


def filtered(query: StatementQuery, row: Row) -> bool:
    for facet in FILTERS:
        wanted = query.filters[facet]
        if wanted and not fits(row, facet, wanted):
            return False
    day = row.day(query.dates)
    if not (query.date_from or query.date_to):
        return True
    first = query.date_from.first_day if query.date_from else date.min
    last = query.date_to.last_day if query.date_to else date.max
    return day is not None and day.first_day <= last and day.last_day >= first


@pytest.fixture(scope="module")
def engine(fresh_address: Addresses) -> Iterator[Engine]:
    with open_engine(fresh_address()) as engine:
        for start in range(0, len(ARTICLES), 20):
            engine.replace(ARTICLES[start : start + 20])
        yield engine


def test_the_corpus_is_large_enough_to_tell() -> None:
    assert len(ROWS) > 200
    assert all(sum(bool(row.values(facet)) for row in ROWS) > 50 for facet in FILTERS)


@given(asked=queries())
@settings(max_examples=100, deadline=None)
def test_finds_what_a_naive_filter_finds(engine: Engine, asked: tuple[StatementQuery, Matches]) -> None:
    query, matches = asked
    expected = naive(query, matches)
    page = engine.search(query)
    assert page.total.value == len(expected)
    assert [found.statement.id for found in page.data] == [row.statement.id for row in expected[: query.limit]]
    assert (page.next is None) == (len(expected) <= query.limit)


@given(asked=queries())
@settings(max_examples=35, deadline=None)
def test_ranking_finds_the_same(engine: Engine, asked: tuple[StatementQuery, Matches]) -> None:
    query, matches = asked
    query = replace(query, sort=Sort.RELEVANCE)
    ids: list[str] = []
    while True:
        page = engine.search(query)
        ids += [found.statement.id for found in page.data]
        if page.next is None:
            break
        query = replace(query, cursor=page.next, limit=100)
    assert len(ids) == len(set(ids))
    assert set(ids) == {row.statement.id for row in naive(replace(query, sort=Sort.NEWEST), matches)}


@given(asked=queries(), size=st.integers(1, 5))
@settings(max_examples=35, deadline=None)
def test_counts_what_a_naive_filter_counts(engine: Engine, asked: tuple[StatementQuery, Matches], size: int) -> None:
    query, matches = asked
    found = engine.facets(query, list(FACETS), size)
    for facet in FACETS:
        rows = naive(replace(query, filters=query.filters.replace(**{facet: ()})), matches)
        counts = Counter(value for row in rows for value in row.values(facet))
        top = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:size]
        assert [(bucket.value, bucket.count) for bucket in found[facet]] == top
        if facet != "source":
            assert list(found[facet]) == [Bucket(value, count, called(rows, facet, value)) for value, count in top]


def called(rows: list[Row], facet: str, value: str) -> str:
    spelling = FACETS[facet].spelling
    if spelling is None:
        return label(facet, value)
    theirs = [FoundStatement(row.statement, head(row.article)) for row in rows if value in row.values(facet)]
    return most_frequent(Counter(name for each in theirs for name in spelling(each)))
