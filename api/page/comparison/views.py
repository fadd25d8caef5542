"""The page of a comparison, and of the choice of whom to compare."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import flask
from flask.typing import ResponseReturnValue

from api.context import current_view
from api.errors.failures import BadParameters, failure_of
from api.page.chart.chart import Chart, charts
from api.page.comparison.candidates import most_frequent
from api.page.comparison.comparison_request import ComparisonRequest, ComparisonSchema
from api.page.comparison.months import by_month, months
from api.page.comparison.parties import Party, Unknown, party
from api.page.export_links import ExportLinks
from api.page.search.filters import filters
from api.page.search.form import Form
from api.page.search.labels import labels_of
from api.queries.addresses import address
from api.queries.answer import meanwhile
from api.queries.parameters import ParameterParser
from schemas.article_ids import TRACKERS
from schemas.page import Timeline, Total
from schemas.query import Interval, StatementQuery
from search.engine import View
from search.errors import QueryError

SIDES = ("a", "b")
BOXES = (*SIDES, "q", "from", "to", "when")

blueprint = flask.Blueprint("comparison", __name__)
parser = ParameterParser(ignored=TRACKERS)


@blueprint.get("/compare")
def comparison() -> ResponseReturnValue:
    """Names lead to the address with the codes and ids that they mean."""
    try:
        request: ComparisonRequest = parser.parse(ComparisonSchema, location="query")
        view = current_view()
        found = {side: party(view, text) for side, text in request.sides.items() if text}
        known = {side: each for side, each in found.items() if isinstance(each, Party)}
        request = request.with_sides({side: each.value for side, each in known.items()})
        if request.parameters() != flask.request.args.to_dict(flat=False):
            return flask.redirect(request.address())
        if len(known) == len(SIDES) and request.a != request.b:
            return compared(view, request, known)
        unknown = {side: each for side, each in found.items() if isinstance(each, Unknown)}
        return choice(view, request, known, unknown)
    except (BadParameters, QueryError) as error:
        failure = failure_of(error)
        form = Form.mistaken(flask.request.args, failure.faults)
        return flask.render_template("comparison_choice.html", form=form, kept=kept(), chosen=()), failure.status


def compared(view: View, request: ComparisonRequest, known: Mapping[str, Party]) -> str:
    parties = [known[side] for side in SIDES]
    queries = [each.said(request.query) for each in parties]
    timelines = by_month(view, request.query, parties)
    drawing = meanwhile(drawn, view, queries, request, timelines)
    by_months = months(view, request.query, parties, timelines, request.until)
    return flask.render_template(
        "comparison.html",
        parties=parties,
        queries=queries,
        totals=[Total(sum(each.count for each in of.stretches) + of.undated) for of in timelines],
        charts=drawing.result(),
        months=by_months,
        links=[ExportLinks.of(query) for query in queries],
        by_month=[address("timeline.timeline_csv", query, interval=(Interval.MONTH,)) for query in queries],
        **form_of(view, request, known),
    )


def choice(view: View, request: ComparisonRequest, known: Mapping[str, Party], unknown: Mapping[str, Unknown]) -> str:
    """Who else there is to compare, or first of all whom."""
    open_side = next((side for side in SIDES if side not in known), SIDES[-1])
    return flask.render_template(
        "comparison_choice.html",
        chosen=[known[side] for side in SIDES if side in known and side != open_side],
        same=len(known) == len(SIDES),
        unknown=unknown,
        offered=most_frequent(view, request.query, [each.value for each in known.values()]),
        address_with=lambda side, value: request.with_sides({side: value}).address(),
        open_side=open_side,
        **form_of(view, request, known),
    )


def form_of(view: View, request: ComparisonRequest, known: Mapping[str, Party]) -> dict[str, object]:
    """The form, and the filters in force."""
    labels = labels_of(view, request.query)
    written = request.sides | {side: each.written for side, each in known.items()}
    return {
        "page_request": request,
        "form": Form.of(request.query, labels, **written),
        "kept": kept(),
        "filters": list(filters(request.query, labels)),
    }


def kept() -> dict[str, str]:
    """What is sent with the form and stands in none of its boxes."""
    return {name: text for name, text in flask.request.args.items() if name not in (*BOXES, "until") and text}


def drawn(
    view: View, queries: Sequence[StatementQuery], request: ComparisonRequest, timelines: Sequence[Timeline]
) -> Sequence[Chart]:
    """By month, which `timelines` are, unless another interval is asked for or no date is known so exactly."""
    counted = timelines if timelines[0].stretches else ()
    return charts(view, queries, request.interval, request.address_by, counted=counted)
