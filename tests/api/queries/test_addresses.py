from dataclasses import replace

import flask
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from api.queries.addresses import address, addresses, parameters
from api.queries.parameters import ParameterParser
from schemas.dates.partial_dates import PartialDate
from schemas.filters import Filters
from schemas.geography.countries import country_names
from schemas.query import Dates, Sort, StatementQuery
from schemas.statement import Kind
from schemas.wire.query import StatementQuerySchema

texts = st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1).filter(
    lambda text: text.strip()
)
countries = st.lists(st.sampled_from(sorted(country_names())), unique=True).map(tuple)
days = st.dates().map(PartialDate.of)
queries = st.builds(
    StatementQuery,
    q=texts | st.just(""),
    filters=st.builds(
        Filters,
        country=countries,
        about=countries,
        speaker=st.lists(texts.map(str.strip), unique=True).map(tuple),
        kind=st.lists(st.sampled_from(Kind), unique=True).map(tuple),
    ),
    date_from=st.none() | days,
    dates=st.sampled_from(Dates),
    sort=st.sampled_from([None, Sort.NEWEST, Sort.OLDEST]),
    collapse=st.booleans(),
    limit=st.integers(1, 100),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(queries)
def test_an_address_means_the_query_it_was_made_of(app: flask.Flask, query: StatementQuery) -> None:
    with app.test_request_context():
        written = address("statements.statements", query)
    with app.test_request_context(written):
        assert ParameterParser().parse(StatementQuerySchema, location="query") == query


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(queries, countries)
def test_only_one_list_varies(app: flask.Flask, query: StatementQuery, others: tuple[str, ...]) -> None:
    with app.test_request_context():
        here = addresses("statements.statements", facets=("kind",))
        varied = here.varying(replace(query, cursor="cursor"))("country")
        assert varied(others) == here(replace(query, filters=query.filters.replace(country=others)))


def test_an_address_holds_only_what_differs_from_the_defaults(app: flask.Flask) -> None:
    with app.test_request_context():
        assert address("statements.statements", StatementQuery()) == "/v1/statements"
        assert (
            address("pages.index", StatementQuery(q="a b", filters=Filters(country=("AM", "AZ"))))
            == "/?q=a%20b&country=AM,AZ"
        )


@pytest.mark.parametrize("more", [{}, {"facets": ()}])
def test_empty_lists_are_left_out(more: dict[str, tuple[str, ...]]) -> None:
    assert parameters(StatementQuery(), **more) == {}
