"""The picture over time in figures, as a page of its own: for whoever does not see it, or wants the numbers."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import flask

from api.context import current_view
from api.page.chart.chart import Chart, chart
from api.page.search.filters import filters
from api.page.search.labels import labels_of
from api.page.search.page_request import PageRequest, PageRequestSchema
from api.queries.addresses import address
from api.queries.parameters import ParameterParser
from schemas.article_ids import TRACKERS
from schemas.query import Interval, StatementQuery

blueprint = flask.Blueprint("table", __name__)
parser = ParameterParser(ignored=TRACKERS)


@blueprint.get("/timeline")
def table() -> str:
    """It takes what a search takes."""
    request: PageRequest = parser.parse(PageRequestSchema, location="query")
    view, query = current_view(), replace(request.query, cursor=None)
    return flask.render_template(
        "timeline.html",
        query=query,
        filters=list(filters(query, labels_of(view, query))),
        chart=chart(view, query, request.interval, partial(table_address, query, by=request.by), request.by),
    )


def table_address(query: StatementQuery, interval: Interval, by: str | None) -> str:
    return address("table.table", replace(query, cursor=None), interval=(interval,), by=(by,) if by else ())


def table_of(drawn: Chart) -> str:
    """The address of its figures."""
    return table_address(drawn.query, drawn.interval, drawn.split.by if drawn.split else None)
