"""Three pages: the search, one statement, one article."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

import flask
from flask.typing import ResponseReturnValue

from api.addresses import NOTHING, address
from api.engine import current_engine
from api.errors import BadParameters, failure_of
from api.pages.filters import Filter, filters
from api.pages.form import Form
from api.pages.reading import paragraphs
from api.pages.visit import Visit, VisitSchema
from api.parameters import ParameterParser
from api.searching import search
from schemas.article import TRACKERS
from schemas.query import Facet, StatementQuery
from search.engine import Engine
from search.errors import QueryError

MAX_SOURCES = 200  # offered in the form; others are found by the facet

blueprint = flask.Blueprint("pages", __name__)
parser = ParameterParser(ignored=TRACKERS)  # what social networks append to an address that somebody shares
here = partial(address, "pages.index")


@blueprint.get("/")
def index() -> ResponseReturnValue:
    """The search. What a form sends is led to the address that anybody would get for it."""
    try:
        visit: Visit = parser.parse(VisitSchema, location="query")
        if visit.parameters() != flask.request.args.to_dict(flat=False):
            return flask.redirect(visit.address())
        return results(current_engine(), visit)
    except (BadParameters, QueryError) as error:
        failure = failure_of(error)
        form = Form.mistaken(flask.request.args, failure.faults)
        body = flask.render_template("mistake.html", form=form, sources=sources(current_engine()))
        return body, failure.status


def results(engine: Engine, visit: Visit) -> str:
    query = visit.query
    answer = search(engine, query, tuple(Facet), here)
    nothing = not answer.data and not query.cursor
    outlets = sources(engine)
    return flask.render_template(
        "search.html",
        form=Form.of(query),
        sources=outlets,
        query=query,
        answer=answer,
        visit=visit,
        filters=list(filters(query, outlets)),
        looser=looser(engine, query, outlets) if nothing else [],
        empty=nothing and engine.count(NOTHING).value == 0,
    )


def sources(engine: Engine) -> dict[str, str]:
    """The names of outlets by their ids, in the order of the alphabet."""
    buckets = engine.facets(NOTHING, [Facet.SOURCE], MAX_SOURCES)[Facet.SOURCE]
    return dict(sorted(((bucket.value, bucket.label) for bucket in buckets), key=lambda pair: pair[1].casefold()))


def looser(engine: Engine, query: StatementQuery, outlets: Mapping[str, str]) -> list[tuple[Filter, int]]:
    """What could be taken away from a query that finds nothing, and how many statements that would find."""
    counted = [(each, engine.count(each.without).value) for each in filters(query, outlets, words=True)]
    return sorted(((each, count) for each, count in counted if count), key=lambda pair: -pair[1])


@blueprint.get("/statements/<statement_id>")
def statement(statement_id: str) -> str:
    return flask.render_template("statement.html", found=current_engine().get(statement_id))


@blueprint.get("/articles/<article_id>")
def article(article_id: str) -> str:
    split = current_engine().article(article_id)
    return flask.render_template("article.html", article=split.article, split=split, paragraphs=paragraphs(split))
