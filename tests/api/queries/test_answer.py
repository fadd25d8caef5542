"""Results and counts, asked for together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import pytest
import structlog

from api.queries.addresses import Addresses
from api.queries.answer import FACET_SIZE, facet_rows, search, search_and_count
from schemas.fields import FACETS
from schemas.filters import Filters
from schemas.page import Bucket
from schemas.query import StatementQuery
from search.engine import Engine
from search.errors import EngineUnavailable, QueryError
from search.opening import open_engine
from tests.api.corpus import CORPUS


@pytest.fixture(scope="module", params=["embedded", "elasticsearch"])
def filled(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    address = f"embedded://{tmp_path_factory.mktemp('searching') / 'index'}"
    if request.param == "elasticsearch":
        address = request.getfixturevalue("elasticsearch_address")()
    with open_engine(address) as engine:
        engine.replace(CORPUS)
        yield engine


@pytest.mark.parametrize("facets", [(), ("country",), tuple(FACETS)], ids=len)
@pytest.mark.parametrize(
    "query", [StatementQuery(), StatementQuery(q="corridor", filters=Filters(country=("AM",)))], ids=["all", "some"]
)
def test_are_those_of_the_engine(filled: Engine, query: StatementQuery, facets: tuple[str, ...]) -> None:
    page, counted = search_and_count(filled, query, facets, FACET_SIZE)
    assert page == filled.search(query)
    assert counted() == filled.facets(query, facets, FACET_SIZE)


def test_counts_are_rows_of_an_answer_when_asked_for_and_stay_what_they_were(filled: Engine) -> None:
    answer = search(filled, StatementQuery(q="corridor"), ["kind"], Addresses("/v1/statements", {}))
    assert [(row.value, row.count) for row in answer.facets["kind"]] == [("direct", 1), ("indirect", 1)]
    assert answer.facets is answer.facets


def test_a_mistake_is_raised(filled: Engine) -> None:
    with pytest.raises(QueryError):
        search_and_count(filled, StatementQuery(q='"'), ["kind"], FACET_SIZE)


def test_a_server_that_is_away_is_told_with_the_id_of_the_request() -> None:
    with (
        open_engine("http://127.0.0.1:9?index=away") as engine,
        structlog.testing.capture_logs([structlog.contextvars.merge_contextvars]) as logged,
        structlog.contextvars.bound_contextvars(request_id="trace-1"),
        pytest.raises(EngineUnavailable),
    ):
        search_and_count(engine, StatementQuery(), ["kind"], FACET_SIZE)
    assert logged
    assert {line["request_id"] for line in logged} == {"trace-1"}


@pytest.mark.parametrize(("source", "name"), [("lowland-gazette", "Lowland Gazette"), ("nobodys", "nobodys")])
def test_a_chosen_source_that_is_not_among_the_counted_has_its_name(filled: Engine, source: str, name: str) -> None:
    query = StatementQuery(filters=Filters(source=(source,)))
    (row,) = facet_rows(filled, query, {"source": ()}, Addresses("/v1/statements", {}))["source"]
    assert (row.value, row.label, row.selected) == (source, name, True)
    assert row.count == filled.count(query).value


def test_chosen_values_that_are_not_among_the_counted_are_counted_in_one_question(
    filled: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = filled.view()
    asked: list[Mapping[str, Sequence[str]]] = []
    own = view.value_counts

    def value_counts(query: StatementQuery, values: Mapping[str, Sequence[str]]) -> Mapping[str, Sequence[Bucket]]:
        asked.append(values)
        return own(query, values)

    monkeypatch.setattr(view, "value_counts", value_counts)
    query = StatementQuery(filters=Filters(country=("FR", "AM", "PE"), kind=("direct",)))
    counts = view.facets(query, ["country", "kind", "act"], FACET_SIZE)
    found = facet_rows(view, query, counts, Addresses("/v1/statements", {}))
    assert asked == [{"country": ["FR", "PE"], "kind": [], "act": []}]
    assert [(row.value, row.count) for row in found["country"] if row.selected and not row.count] == [
        ("FR", 0),
        ("PE", 0),
    ]
    facet_rows(view, StatementQuery(), view.facets(StatementQuery(), ["act"], 5), Addresses("/v1/statements", {}))
    assert len(asked) == 1  # where nothing is absent, nothing is asked
