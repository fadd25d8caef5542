"""How fast the embedded engine indexes and answers: `python -m benchmarks.search [--statements 100000]`.

Statements are made up: words drawn by Zipf's law from made-up words, so that some are in most statements and many in
few, as in news. A page request is what the page asks: 20 results with highlights and all facets, ten values each.
"""

from __future__ import annotations

import argparse
import itertools
import random
import resource
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from rich.console import Console
from rich.table import Table

from schemas.article import Article, Source
from schemas.dates import PartialDate
from schemas.query import Facet, Sort, StatementQuery
from schemas.statement import Context, Extraction, Kind, Span, Speaker, SplitArticle, Statement
from search.embedded.engine import EmbeddedEngine
from search.engine import Engine

STATEMENTS_AN_ARTICLE = 8
ARTICLES_A_BATCH = 200
ROUNDS = 60
FACETS = tuple(Facet)
FACET_SIZE = 10
CODES = "AM AZ RU TR US GB FR DE UA GE IR CN IN PK IL PS EG SA QA SY".split()
SYLLABLES = "ka lo mi ren tas vor el du shi pon gar bet nu fra zel wic ath om".split()


class Maker:
    """The same articles for the same seed."""

    def __init__(self, seed: int = 1):
        self.dice = random.Random(seed)
        self.vocabulary = ["".join(self.dice.choices(SYLLABLES, k=self.dice.randint(1, 4))) for _ in range(30_000)]
        self.weights = list(itertools.accumulate(1 / rank for rank in range(1, len(self.vocabulary) + 1)))
        self.speakers = [self.name() for _ in range(3_000)]
        self.outlets = [Source.named(f"Outlet {n}") for n in range(40)]

    def name(self) -> str:
        return " ".join("".join(self.dice.choices(SYLLABLES, k=2)).capitalize() for _ in range(2))

    def words(self, count: int) -> str:
        return " ".join(self.dice.choices(self.vocabulary, cum_weights=self.weights, k=count))

    def articles(self, statements: int) -> Iterator[SplitArticle]:
        for number in range(statements // STATEMENTS_AN_ARTICLE):
            day = PartialDate.of(date(2015, 1, 1) + timedelta(days=self.dice.randrange(4000)))
            url = f"https://outlet.example/{number}"
            article = Article(self.words(300), self.words(6), url, self.dice.choice(self.outlets), day)
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
            speaker=Speaker(name, Span(0, 10), "minister", None, (dice.choice(CODES),)),
            cue=None,
            countries=tuple(dice.sample(CODES, dice.randint(0, 3))),
            territories=(),
            said_on=None,
            context=Context(self.words(20), self.words(20)),
            fingerprint=statement_id,
        )


def requests(maker: Maker) -> dict[str, list[StatementQuery]]:
    """By name, as many different ones as there are rounds."""
    frequent, middling, rare = maker.vocabulary[:20], maker.vocabulary[50:500], maker.vocabulary[2000:9000]
    draw = maker.dice.choice
    dates = {"date_from": PartialDate(2019), "date_to": PartialDate(2021)}
    kinds: dict[str, Callable[[], StatementQuery]] = {
        "frequent word": lambda: StatementQuery(q=draw(frequent)),
        "rare word": lambda: StatementQuery(q=draw(rare)),
        "two words": lambda: StatementQuery(q=f"{draw(frequent)} {draw(middling)}"),
        "phrase": lambda: StatementQuery(q=f'"{draw(frequent)} {draw(frequent)}"'),
        "prefix": lambda: StatementQuery(q=f"{draw(middling)[:4]}*"),
        "word, country, dates": lambda: StatementQuery(q=draw(middling), country=(draw(CODES),), **dates),
        "everything, newest": lambda: StatementQuery(sort=Sort.NEWEST),
        "dates alone, oldest": lambda: StatementQuery(sort=Sort.OLDEST, **dates),
    }
    return {name: [make() for _ in range(ROUNDS)] for name, make in kinds.items()}


def milliseconds(call: Callable[[], object]) -> float:
    begin = time.perf_counter()
    call()
    return (time.perf_counter() - begin) * 1000


def page(engine: Engine, query: StatementQuery) -> None:
    engine.search(query)
    engine.facets(query, FACETS, FACET_SIZE)


def measure(engine: Engine, maker: Maker, table: Table) -> None:
    for name, queries in requests(maker).items():
        found = statistics.fmean(engine.count(query).value for query in queries)
        results = [milliseconds(lambda query=query: engine.search(query)) for query in queries]  # type: ignore[misc]
        pages = [milliseconds(lambda query=query: page(engine, query)) for query in queries]  # type: ignore[misc]
        table.add_row(
            name, f"{found:,.0f}", *(f"{value:.1f}" for value in (*percentiles(results), *percentiles(pages)))
        )


def percentiles(times: list[float]) -> tuple[float, float]:
    cuts = statistics.quantiles(times, n=20)
    return cuts[9], cuts[18]


def deep(engine: Engine, sort: Sort, q: str) -> tuple[int, float]:
    """Results walked and seconds, by pages of 100, a hundred pages at most."""
    query, walked, begin = StatementQuery(q=q, sort=sort, limit=100), 0, time.perf_counter()
    for _ in range(100):
        found = engine.search(query)
        walked += len(found.data)
        if found.next is None:
            break
        query = StatementQuery(q=q, sort=sort, limit=100, cursor=found.next)
    return walked, time.perf_counter() - begin


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--statements", type=int, default=100_000)
    wanted = parser.parse_args().statements
    console = Console()
    maker = Maker()
    folder = Path(tempfile.mkdtemp(prefix="demarche-bench-"))
    with EmbeddedEngine(folder / "index") as engine:
        spent = 0.0
        articles = maker.articles(wanted)
        while batch := list(itertools.islice(articles, ARTICLES_A_BATCH)):
            spent += milliseconds(lambda batch=batch: engine.replace(batch)) / 1000  # type: ignore[misc]
        status = engine.status()
        console.print(
            f"{status.statements:,} statements of {status.articles:,} articles indexed in {spent:.1f} s "
            f"({status.statements / spent:,.0f}/s, {ARTICLES_A_BATCH} articles a commit), "
            f"{status.bytes / 1e6:,.0f} MB on disk"
        )
        table = Table("query", "found", "search p50 ms", "p95", "page request p50 ms", "p95")
        for column in table.columns[1:]:
            column.justify = "right"
        measure(engine, maker, table)
        console.print(table)
        for sort in Sort:
            walked, seconds = deep(engine, sort, maker.vocabulary[0])
            console.print(f"walked {walked:,} results by {sort.value} in {seconds:.2f} s")
    console.print(f"memory at most {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB")
    shutil.rmtree(folder)


if __name__ == "__main__":
    main()
