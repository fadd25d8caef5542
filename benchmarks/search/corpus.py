"""Made-up articles, and what is asked of them.

Words are made-up too, and drawn by Zipf's law from 30,000 of them, as in news. A statement has 8 to 60 words, so a
word's rank tells in how many statements it is. Ranks 36 to 60, the frequent words here, are in 6 to 10 % of them; the
sixth word is in some 40 %, as stop words are, and stands for the worst that anybody asks.
"""

from __future__ import annotations

import itertools
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from schemas.article import Article, Source
from schemas.dates.partial_dates import PartialDate
from schemas.filters import Filters
from schemas.query import Sort, StatementQuery
from schemas.statement import Act, Context, Cue, Extraction, Kind, Span, Speaker, SplitArticle, Statement

STATEMENTS_AN_ARTICLE = 8
VOCABULARY = 30_000
FIRST_DAY, DAYS = date(2015, 1, 1), 4_000
CODES = "AM AZ RU TR US GB FR DE UA GE IR CN IN PK IL PS EG SA QA SY".split()
SYLLABLES = "ka lo mi ren tas vor el du shi pon gar bet nu fra zel wic ath om".split()

# Fields of one value, so that a relational table needs no join and no array for them.
FACETS = ("speaker_country", "speaker_id", "source", "kind")
COLUMNS = ("speaker_country", "speaker", "source", "kind")  # where nobody made ids of names
FACET_SIZE = 20
DEEP = 10_000

WORST = 5  # ranks, counted from 0
FREQUENT = range(35, 60)
MIDDLING = range(60, 500)


class Maker:
    """The same articles for the same seed."""

    def __init__(self, seed: int = 1):
        self.dice = random.Random(seed)
        self.vocabulary = self.made_up(VOCABULARY)
        self.weights = list(itertools.accumulate(1 / rank for rank in range(1, VOCABULARY + 1)))
        self.speakers = [self.name() for _ in range(3_000)]
        self.outlets = [Source.named(f"Outlet {n}") for n in range(40)]
        self.country_of = {name: self.dice.choice(CODES) for name in self.speakers}

    def made_up(self, count: int) -> list[str]:
        """The short ones first, as the frequent ones of a language are."""
        words: dict[str, None] = {}
        while len(words) < count:
            words["".join(self.dice.choices(SYLLABLES, k=2 + (len(words) > 250) + (len(words) > 4_000)))] = None
        return list(words)

    def name(self) -> str:
        return " ".join("".join(self.dice.choices(SYLLABLES, k=2)).capitalize() for _ in range(2))

    def words(self, count: int) -> str:
        return " ".join(self.dice.choices(self.vocabulary, cum_weights=self.weights, k=count))

    def articles(self, statements: int) -> Iterator[SplitArticle]:
        for number in range(statements // STATEMENTS_AN_ARTICLE):
            day = PartialDate.of(FIRST_DAY + timedelta(days=self.dice.randrange(DAYS)))
            url = f"https://outlet.example/{number}"
            article = Article(self.words(100), self.words(6), url, self.dice.choice(self.outlets), day)
            said = tuple(self.statement(f"{article.id}-{n:02}") for n in range(STATEMENTS_AN_ARTICLE))
            yield SplitArticle(article, Extraction((), (), said, "made-up"), datetime(2026, 1, 1, tzinfo=UTC))

    def statement(self, statement_id: str) -> Statement:
        dice = self.dice
        name = self.speakers[int(len(self.speakers) * dice.random() ** 3)]
        return Statement(
            id=statement_id,
            kind=dice.choice(list(Kind)),
            text=self.words(dice.randint(8, 60)),
            spans=(Span(0, 100),),
            speaker=Speaker(name, Span(0, 10), "minister", None, (self.country_of[name],)),
            cue=Cue("said", Span(11, 15), "say", dice.choice(list(Act))),
            countries=tuple(dice.sample(CODES, dice.randint(0, 3))),
            territories=(),
            said_on=None,
            context=Context(self.words(20), self.words(20)),
            fingerprint=statement_id,
        )


@dataclass(frozen=True, slots=True)
class Asked:
    """One request, in a form that each system can be asked in.

    `words` must all be found, next to each other if `phrase`. `page` is whether total and facets are wanted beside the
    first 20; `deep` wants the 20 after the newest 10,000 instead.
    """

    words: tuple[str, ...] = ()
    phrase: bool = False
    country: str | None = None
    years: tuple[int, int] | None = None
    newest: bool = False
    facets: bool = False
    deep: bool = False
    rows: bool = True

    @property
    def query(self) -> StatementQuery:
        text = " ".join(self.words)
        first, last = self.years or (None, None)
        return StatementQuery(
            q=f'"{text}"' if self.phrase else text,
            filters=Filters(speaker_country=(self.country,) if self.country else ()),
            date_from=PartialDate(first) if first else None,
            date_to=PartialDate(last) if last else None,
            sort=Sort.NEWEST if self.newest else None,
        )


Ask = Callable[[Asked], int]  # a system answers, and tells the total it found


def mix(maker: Maker, rounds: int) -> dict[str, list[Asked]]:
    """By name, as many different requests as there are rounds."""
    dice, vocabulary = random.Random(2), maker.vocabulary

    def frequent() -> str:
        return vocabulary[dice.choice(FREQUENT)]

    def middling() -> str:
        return vocabulary[dice.choice(MIDDLING)]

    def years() -> tuple[int, int]:
        first = dice.randrange(2015, 2023)
        return first, first + dice.randrange(3)

    kinds = {
        "frequent word": lambda: Asked((frequent(),)),
        "two words": lambda: Asked((frequent(), middling())),
        "phrase": lambda: Asked((vocabulary[dice.randrange(20)], frequent()), phrase=True),
        "word, country, dates": lambda: Asked((frequent(),), country=dice.choice(CODES), years=years()),
        "dates alone": lambda: Asked(years=years(), newest=True),
        "page at 10,000": lambda: Asked((vocabulary[WORST],), newest=True, deep=True),
        "four facets": lambda: Asked((frequent(),), facets=True, rows=False),
        "page request": lambda: Asked((frequent(),), facets=True),
        "page request, two words": lambda: Asked((frequent(), middling()), facets=True),
        "page request, word in 40 %": lambda: Asked((vocabulary[WORST],), facets=True),
    }
    return {name: [make() for _ in range(rounds)] for name, make in kinds.items()}
