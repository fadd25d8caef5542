"""Words looked for in articles: what somebody said in articles about something."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from schemas.dates.partial_dates import PartialDate
from schemas.filters import Filters
from schemas.query import Dates, Sort, StatementQuery, Within
from search.engine import Engine
from search.errors import QueryError
from search.opening import open_engine
from search.queries import article_words
from tests.api.corpus import said, split
from tests.elasticsearch.indices import Addresses

BRIDGE = split(
    "Traders met at the old bridge.\nAmra Vell said that the toll would double.\n"
    "Tomas Orr said that no barge had passed the harbour bridge.",
    said("the toll would double", by="Amra Vell", speaks_for=("PE",)),
    said("no barge had passed the harbour bridge", by="Tomas Orr", speaks_for=("CL",)),
    title="A day in June",
    published="2024-06-10",
)
MARKET = split(
    "Amra Vell said that the market would open. Nobody spoke of barges.",
    said("the market would open", by="Amra Vell", speaks_for=("PE",)),
    title="Bridges and markets",
    published="2023-02",
)
TOLL, BARGE, OPEN = "the toll would double", "no barge had passed the harbour bridge", "the market would open"


@pytest.fixture(scope="module")
def filled(fresh_address: Addresses) -> Iterator[Engine]:
    with open_engine(fresh_address()) as engine:
        engine.replace((BRIDGE, MARKET))
        yield engine


def found(engine: Engine, q: str, **asked: object) -> list[str]:
    query = StatementQuery(q=q, within=Within.ARTICLE, **asked)  # type: ignore[arg-type]
    page = engine.view().search(query)
    assert page.total.value == len(page.data) == engine.count(query).value
    assert [each.statement.id for each in engine.stream(query)] == [each.statement.id for each in page.data]
    return [each.statement.text for each in page.data]


@pytest.mark.parametrize(
    ("q", "texts"),
    [
        ("bridge", [BARGE, OPEN, TOLL]),  # what holds it itself, what has it in its title, the rest
        ("traders", [TOLL, BARGE]),
        ("traders toll", [TOLL, BARGE]),
        ('"old bridge"', [TOLL, BARGE]),
        ('"bridge old"', []),
        ("trad*", [TOLL, BARGE]),
        ("tradors~1", [TOLL, BARGE]),
        ("traders NEAR/5 bridge", [TOLL, BARGE]),
        ("bridge -traders", [OPEN]),
        ("-traders", [OPEN]),
        ("traders OR nobody", [TOLL, BARGE, OPEN]),
        ("barge speaker_country:PE", [TOLL, OPEN]),
        ("-(traders speaker_country:PE)", [BARGE, OPEN]),
        ("speaker:Orr", [BARGE]),
        ("zebra", []),
    ],
)
def test_words_are_those_of_the_article_and_fields_of_the_statement(filled: Engine, q: str, texts: list[str]) -> None:
    assert found(filled, q) == texts


def test_filters_and_orders_are_those_of_statements(filled: Engine) -> None:
    assert found(filled, "bridge", filters=Filters(speaker_country=("PE",))) == [OPEN, TOLL]
    assert found(filled, "bridge", filters=Filters(speaker_country=("PE",)), sort=Sort.OLDEST) == [OPEN, TOLL]
    assert found(filled, "bridge", date_from=PartialDate(2024)) == [BARGE, TOLL]
    assert found(filled, "bridge", date_from=PartialDate(2024), dates=Dates.SAID) == []


def test_counts_are_those_of_what_is_found(filled: Engine) -> None:
    query = StatementQuery(q="traders", filters=Filters(speaker_country=("PE",)), within=Within.ARTICLE)
    view = filled.view()
    counts = view.facets(query, ["speaker_country"], 5)["speaker_country"]
    assert {bucket.value: bucket.count for bucket in counts} == {"PE": 1, "CL": 1}
    assert sum(stretch.count for stretch in view.timeline(query).stretches) == 1
    (row,) = view.value_counts(query, {"speaker_country": ["CL"]})["speaker_country"]
    assert row.count == 1
    assert [row.count for row in view.complete(query, "speaker_id", "amra", 5)] == [1]


def test_words_of_the_statement_itself_are_marked(filled: Engine) -> None:
    query = StatementQuery(q="barge", within=Within.ARTICLE)
    marked = [[span.of(each.statement.text) for span in each.highlight] for each in filled.search(query).data]
    assert marked == [["barge"], [], []]


def test_pages_give_each_once(filled: Engine) -> None:
    texts, cursor = [], None
    while True:
        page = filled.search(StatementQuery(q="bridge", within=Within.ARTICLE, limit=1, cursor=cursor))
        texts += [each.statement.text for each in page.data]
        if (cursor := page.next) is None:
            break
    assert texts == [BARGE, OPEN, TOLL]


def test_words_of_too_many_articles_are_refused(filled: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(article_words, "MOST_ARTICLES", 1)
    with pytest.raises(QueryError, match="more than 1 articles hold this"):
        filled.search(StatementQuery(q="bridge", within=Within.ARTICLE))
