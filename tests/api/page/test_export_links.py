import flask
import pytest
from flask.testing import FlaskClient

from api.page.export_links import ExportLinks
from schemas.dates.partial_dates import PartialDate
from schemas.filters import Filters
from schemas.query import Sort, StatementQuery

QUERY = StatementQuery(
    q="harvest", filters=Filters(country=("UA",)), date_from=PartialDate(2023), collapse=True, limit=10
)


def test_the_whole_search_is_taken_from_its_first_result(app: flask.Flask) -> None:
    with app.test_request_context("/"):
        links = ExportLinks.of(StatementQuery(q="harvest", limit=10, cursor="abc"))
    assert links == ExportLinks(
        json="/v1/statements?q=harvest&limit=10&cursor=abc",
        csv="/v1/statements.csv?q=harvest",
        ndjson="/v1/statements.ndjson?q=harvest",
        atom="/v1/statements.atom?q=harvest",
    )


@pytest.mark.parametrize("query", [QUERY, StatementQuery(), StatementQuery(q="harvest", sort=Sort.OLDEST)])
def test_every_address_is_answered(app: flask.Flask, client: FlaskClient, query: StatementQuery) -> None:
    with app.test_request_context("/"):
        links = ExportLinks.of(query)
    for address in (links.json, links.csv, links.ndjson, links.atom):
        with client.get(address) as response:
            assert response.status_code == 200
            assert response.data
