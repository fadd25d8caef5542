"""Three pages: the search, one statement, one article."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import flask
from flask.typing import ResponseReturnValue

from api.context import current_view
from api.errors.failures import BadParameters, failure_of
from api.page.article.paragraphs import heading, neighbours, paragraphs
from api.page.article.speakers import colours, speakers_of
from api.page.chart.chart import chart
from api.page.chart.split import choices
from api.page.citation import citations, citations_of_article
from api.page.export_links import ExportLinks
from api.page.search.date_ranges import ranges
from api.page.search.filters import Labels, filters
from api.page.search.form import UNBOXED, Form
from api.page.search.offers import offers
from api.page.search.page_request import PageRequest, PageRequestSchema
from api.page.search.relaxation import relax
from api.page.search.same_name import of_same_name
from api.queries.addresses import NOTHING
from api.queries.answer import Answer, search
from api.queries.neighbours import neighbours as around
from api.queries.parameters import ParameterParser
from schemas.article_ids import TRACKERS
from schemas.fields import FACETS
from schemas.query import StatementQuery
from search.documents.serialization import head
from search.engine import View
from search.errors import QueryError

SIMILAR = 5
COPIES = 5
BESIDE = tuple(name for name, field in FACETS.items() if field.beside)

blueprint = flask.Blueprint("pages", __name__)
parser = ParameterParser(ignored=TRACKERS)  # what social networks append to an address that somebody shares


@blueprint.get("/")
def index() -> ResponseReturnValue:
    """The search. What a form sends is led to the address that anybody would get for it."""
    try:
        request: PageRequest = parser.parse(PageRequestSchema, location="query")
        if request.parameters() != flask.request.args.to_dict(flat=False):
            return flask.redirect(request.address())
        return results(current_view(), request)
    except (BadParameters, QueryError) as error:
        failure = failure_of(error)
        form = Form.mistaken(flask.request.args, failure.faults)
        return flask.render_template("mistake.html", form=form), failure.status


def results(view: View, request: PageRequest) -> str:
    query, here = request.query, request.addresses()
    answer = search(view, query, BESIDE, here)
    nothing = not answer.data and not query.cursor
    drawn = chart(view, query, request.interval, request.address_by, request.by) if answer.data else None
    labels = chosen_labels(view, query, answer)
    return flask.render_template(
        "search.html",
        form=Form.of(query, labels, interval=request.interval, by=request.by),
        here=here,
        ranges=list(ranges(query, datetime.now(UTC).date())),
        query=query,
        answer=answer,
        page_request=request,
        chart=drawn,
        splits=list(choices(request.by, request.address_split)),
        links=ExportLinks.of(query),
        filters=list(filters(query, labels)),
        offers=offers(view, query),
        same_name=list(of_same_name(view, query)),
        relaxation=relax(view, query, labels) if nothing else None,
        empty=nothing and view.count(NOTHING).value == 0,
    )


def chosen_labels(view: View, query: StatementQuery, answer: Answer) -> Labels:
    """What the chosen values are called: asked for where no count beside the results tells it."""
    labels = {facet: {row.value: row.label for row in rows if row.selected} for facet, rows in answer.facets.items()}
    untold = {name: query.filters[name] for name in UNBOXED if name not in labels and query.filters[name]}
    counted = view.value_counts(query, untold) if untold else {}
    return labels | {facet: {bucket.value: bucket.label for bucket in of} for facet, of in counted.items()}


@blueprint.get("/statements/<statement_id>")
def statement(statement_id: str) -> str:
    view = current_view()
    found = view.get(statement_id)
    here = flask.url_for("pages.statement", statement_id=statement_id, _external=True)
    return flask.render_template(
        "statement.html",
        found=found,
        citations=citations(found, here),
        around=around(view.statements_of(found.article.id), statement_id),
        similar=view.similar(statement_id, SIMILAR),
    )


@blueprint.get("/articles/<article_id>")
def article(article_id: str) -> str:
    view = current_view()
    split = view.article(article_id)
    speakers = speakers_of(split.extraction.statements)
    title = heading(split.article)
    here = flask.url_for("pages.article", article_id=article_id, _external=True)
    return flask.render_template(
        "article.html",
        article=split.article,
        heading=title or "Untitled article",
        address=here,
        citations=citations_of_article(replace(head(split.article), title=title), here),
        split=split.extraction.split,
        statements=split.extraction.statements,
        paragraphs=paragraphs(split),
        speakers=speakers,
        colours=colours(speakers),
        neighbours=neighbours(split.extraction.statements),
        copies=view.copies(article_id, COPIES),
    )
