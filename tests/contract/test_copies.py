"""Articles that carry the text of another."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

import pytest

from schemas.article import Article, Source
from schemas.dates.partial_dates import PartialDate
from schemas.filters import Filters
from schemas.page import Relation, Total
from schemas.query import ArticleQuery, Sort
from schemas.statement import Extraction, FoundArticle, SplitArticle
from search.documents import duplicates
from search.documents.duplicates import ALIKE
from search.documents.index_fields import sort_keys
from search.engine import Engine
from search.errors import NotFound
from search.opening import open_engine
from search.queries.collapse import SHOWN
from search.text.shingles import Shingled
from tests.contract.corpus import CORPUS, INGESTED
from tests.elasticsearch.indices import Addresses

VOCABULARY = [first + last for first in ("bar", "cor", "dun", "fel", "gom", "har", "kin") for last in "aeioulmnrst"]
DAYS = ("2024-05-10", "2024-05-11", "2024-05", "2023", None)
OUTLETS = ("Lowland Gazette", "Harbour Post", "Northern Mail", None)


def article(
    text: str, number: int, outlet: str | None = "Lowland Gazette", day: str | None = "2024-05-10"
) -> SplitArticle:
    found = Article(
        text=text,
        title=f"Headline {number}",
        url=f"https://news.example/{number}",
        source=Source.named(outlet) if outlet else None,
        published_on=PartialDate.parse(day) if day else None,
    )
    return SplitArticle(found, Extraction((), (), (), "test-1"), INGESTED)


def prose(dice: random.Random, words: int) -> str:
    return " ".join(dice.choices(VOCABULARY, k=words))


TEXT = prose(random.Random(1), 300)
MORE = prose(random.Random(2), 100)


def told(engine: Engine, asked: SplitArticle, limit: int = 10) -> list[tuple[str, str, float]]:
    return [
        (copy.article.title, copy.likeness.value, copy.share) for copy in engine.copies(asked.article.id, limit).data
    ]


def test_the_same_text_first_then_what_shares_most(engine: Engine) -> None:
    words = TEXT.split()
    asked = article(TEXT, 0)
    engine.replace(
        [
            asked,
            article(TEXT.upper().replace(" ", "\r\n"), 1, "Harbour Post", "2024-05-12"),
            article(f"Source: Northern Mail\n\nHeadline 2\n\n{TEXT}", 2, "Northern Mail", "2024-05-11"),
            article(TEXT, 3, day=None),
            article(f"{TEXT} {MORE}", 4, day="2024-05-11"),
            article(f"{MORE[:100]} {' '.join(words[:100])}", 5, "Harbour Post"),
            article(" ".join(words[:250]), 6, None),
            article(MORE, 7),
            article(prose(random.Random(3), 300), 8),
        ]
    )
    assert told(engine, asked) == [
        ("Headline 2", "same", 1.0),
        ("Headline 1", "same", 1.0),
        ("Headline 3", "same", 1.0),
        ("Headline 6", "near", 1.0),
        ("Headline 4", "version", 1.0),
        ("Headline 5", "near", 0.83),
    ]
    assert engine.copies(asked.article.id, 2).total == Total(6)
    assert told(engine, asked, 2) == told(engine, asked)[:2]


def test_few_words_are_the_same_or_nothing(engine: Engine) -> None:
    asked = article("Talks went on today.", 0)
    engine.replace([asked, article("TALKS went on – today", 1, None), article("Talks went on today, they said.", 2)])
    assert told(engine, asked) == [("Headline 1", "same", 1.0)]
    assert engine.copies(asked.article.id, 1).total == Total(1)


def test_signs_without_a_word_are_no_copies_of_others(engine: Engine) -> None:
    engine.replace([article(text, number) for number, text in enumerate(("…", "—", "…"))])
    assert told(engine, article("…", 0)) == [("Headline 2", "same", 1.0)]
    assert told(engine, article("—", 1)) == []


def test_an_update_and_a_deletion_are_seen(engine: Engine) -> None:
    asked, other = article(TEXT, 0), article(TEXT, 1)
    engine.replace([asked, other])
    assert told(engine, asked) == [("Headline 1", "same", 1.0)]
    engine.replace([replace(other, article=replace(other.article, text=MORE))])
    assert told(engine, asked) == []
    engine.replace([other])
    engine.delete(other.article.id)
    assert told(engine, asked) == []


def test_there_is_no_such_article(filled: Engine) -> None:
    for unknown in ("nothing", f"{CORPUS[0].article.id}-00", ""):
        with pytest.raises(NotFound):
            filled.copies(unknown, 10)


# A random corpus in families: texts, and what editors make of them.


def edited(dice: random.Random, text: str) -> str:
    words = text.split()
    match dice.randrange(6):
        case 0:
            return text
        case 1:
            return " ".join(words[: len(words) // dice.choice((2, 3))])
        case 2:
            return f"{text} {prose(dice, len(words) // 2)}"
        case 3:
            return f"{prose(dice, 30)} {text}"
        case 4:
            at = dice.randrange(len(words))
            return " ".join(words[:at] + words[at + len(words) // 8 :])
    share = dice.choice((0.05, 0.1, 0.2, 0.3))
    return " ".join(dice.choice(VOCABULARY) if dice.random() < share else word for word in words)


def families() -> Sequence[SplitArticle]:
    dice = random.Random(20240510)
    found: list[SplitArticle] = []
    for _ in range(20):
        text = prose(dice, dice.choice((10, 40, 150, 400)))
        for _ in range(dice.randint(1, 9)):
            found.append(article(text, len(found), dice.choice(OUTLETS), dice.choice(DAYS)))
            text = edited(dice, text) if dice.random() < 0.5 else text
    dice.shuffle(found)
    return found


FAMILIES = families()


@pytest.fixture(scope="module")
def edited_news(fresh_address: Addresses) -> Iterator[Engine]:
    with open_engine(fresh_address()) as engine:
        for first in range(0, len(FAMILIES), 30):
            engine.replace(FAMILIES[first : first + 30])
        yield engine


@cache
def triples(text: str) -> set[tuple[str, ...]]:
    words = text.split()
    return {tuple(words[at : at + 3]) for at in range(len(words) - 2)} if len(words) >= 20 else set()


@cache
def bands(article: Article) -> frozenset[str]:
    return frozenset(Shingled.of(article).bands)


def naive(asked: SplitArticle) -> list[tuple[str, str, float, bool]]:
    """In order, what is like the article: its id, how it is like it, how much, and whether they share a band."""
    found: list[tuple[str, str, float, bool]] = []
    for other in FAMILIES:
        one, two = asked.article, other.article
        these, those = triples(one.text), triples(two.text)
        fewest = min(len(these), len(those))
        if other is asked:
            continue
        if one.text == two.text:
            found.append((two.id, "same", 1.0, True))
        elif fewest and len(these & those) / fewest >= ALIKE:
            sharing = not bands(one).isdisjoint(bands(two))
            assert sharing or len(these & those) / len(these | those) < 0.7
            kind = "version" if one.source and one.source == two.source else "near"
            found.append((two.id, kind, round(len(these & those) / fewest, 2), sharing))
    return sorted(found, key=place)


def place(like: tuple[str, str, float, bool]) -> tuple[bool, float, int, str]:
    id_, kind, share, _ = like
    day = next(other.article.published_on for other in FAMILIES if other.article.id == id_)
    return kind != "same", -share, -sort_keys("published", day, id_, 0)["published_oldest"], id_


def test_it_is_what_comparing_all_with_all_finds(edited_news: Engine) -> None:
    found = missed = 0
    for asked in FAMILIES:
        answer = edited_news.copies(asked.article.id, 100)
        alike = naive(asked)
        expected = [like[:3] for like in alike if like[3]]
        assert [(copy.article.id, copy.likeness.value, copy.share) for copy in answer.data] == expected
        assert answer.total == Total(len(expected))
        found, missed = found + len(expected), missed + len(alike) - len(expected)
    assert found > 200
    assert missed < found / 10  # those whose bands say nothing: Jaccard similarities around 0.35


def test_both_ways(edited_news: Engine) -> None:
    for asked in FAMILIES[:10]:
        for copy in edited_news.copies(asked.article.id, 100).data:
            back = {other.article.id: other for other in edited_news.copies(copy.article.id, 100).data}
            assert (back[asked.article.id].share, back[asked.article.id].likeness) == (copy.share, copy.likeness)


def test_the_order_of_writing_is_nothing_to_it(edited_news: Engine, engine: Engine) -> None:
    for end in range(len(FAMILIES), 0, -15):
        engine.replace(FAMILIES[max(end - 15, 0) : end])
    for asked in FAMILIES[:10]:
        assert engine.copies(asked.article.id, 100) == edited_news.copies(asked.article.id, 100)


def test_of_too_many_candidates_those_with_most_in_common(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = article(TEXT, 0)
    engine.replace([asked, *(article(f"{TEXT} {prose(random.Random(n), 20 + 20 * n)}", n) for n in range(1, 11))])
    assert engine.copies(asked.article.id, 20).total == Total(10)
    for name in ("embedded", "elastic"):
        monkeypatch.setattr(f"search.{name}.searching.copies.CANDIDATES", 4)
        monkeypatch.setattr(f"search.{name}.searching.copies.CANDIDATES_AT_ONCE", 2)
    few = engine.copies(asked.article.id, 20)
    assert few.total == Total(4, Relation.AT_LEAST)
    assert {copy.article.title for copy in few.data} == {f"Headline {n}" for n in range(1, 5)}


def test_long_candidates_are_not_all_read(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = article(TEXT, 0)
    engine.replace([asked, *(article(f"{TEXT} {prose(random.Random(n), 20)}", n) for n in range(1, 6))])
    monkeypatch.setattr(duplicates, "MOST_CHARACTERS", 3 * len(TEXT) + 1_000)
    assert engine.copies(asked.article.id, 20).total == Total(3, Relation.AT_LEAST)


def test_a_thousand_copies_and_a_text_without_end(engine: Engine) -> None:
    endless = prose(random.Random(4), 220_000)[:1_000_000]
    asked = article(endless, 0)
    engine.replace([asked, article(f"{endless[:999_000]} more", 1, None)])
    engine.replace([article(TEXT, n) for n in range(2, 1_002)])
    assert told(engine, asked) == [("Headline 1", "near", 1.0)]
    answer = engine.copies(article(TEXT, 2).article.id, 3)
    assert answer.total == Total(999)
    assert len(answer.data) == 3


# Lists of articles in which those of one text are one.


def walk(engine: Engine, query: ArticleQuery) -> list[FoundArticle]:
    found: list[FoundArticle] = []
    while True:
        page = engine.articles(query)
        found += page.data
        assert len(page.data) == query.limit or page.next is None
        if page.next is None:
            return found
        query = replace(query, cursor=page.next)


@pytest.mark.parametrize("sort", [Sort.NEWEST, Sort.OLDEST])
@pytest.mark.parametrize("limit", [3, 100])
@pytest.mark.parametrize(
    "query",
    [
        ArticleQuery(),
        ArticleQuery(filters=Filters(source=("harbour-post", "northern-mail"))),
        ArticleQuery(q="headline -7 -12", date_from=PartialDate(2024, 5, 11)),
        ArticleQuery(filters=Filters(source=("nobody",))),
    ],
    ids=["all", "outlets", "words", "none"],
)
def test_each_text_once_as_the_first_that_carries_it(
    edited_news: Engine, query: ArticleQuery, sort: Sort, limit: int
) -> None:
    texts = {one.article.id: one.article.text for one in FAMILIES}
    query = replace(query, sort=sort, limit=limit)
    groups: dict[str, list[FoundArticle]] = {}
    for found in walk(edited_news, replace(query, limit=100)):
        assert found.carried is None
        groups.setdefault(texts[found.article.id], []).append(found)
    folded = walk(edited_news, replace(query, collapse=True))
    assert [one.article.id for one in folded] == [group[0].article.id for group in groups.values()]
    assert edited_news.articles(replace(query, collapse=True)).total == Total(len(groups))
    for one, group in zip(folded, groups.values(), strict=True):
        assert one.carried is not None
        sources = [copy.article.source for copy in group]
        assert one.carried.articles == len(group)
        assert one.carried.outlets == len({source.id for source in sources if source}) + sources.count(None)
        assert len(one.carried.others) == min(SHOWN, len(group) - 1)
        assert {copy.id for copy in one.carried.others} <= {copy.article.id for copy in group[1:]}
        days = [copy.published_on for copy in one.carried.others]
        assert days == sorted(days, key=lambda day: (day is None, day.first_day.toordinal() if day else 0))


def test_a_great_many_articles_are_counted_about(edited_news: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    exact = edited_news.articles(ArticleQuery(collapse=True)).total.value
    monkeypatch.setattr("search.results.EXACT_BELOW", 10)
    total = edited_news.articles(ArticleQuery(collapse=True)).total
    assert total.relation is Relation.ABOUT
    assert abs(total.value - exact) <= exact / 10
