"""Three pages: the search, one statement, one article."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

import flask
from flask.typing import ResponseReturnValue

from api.context import current_engine
from api.errors.failures import BadParameters, failure_of
from api.page.article.paragraphs import neighbours, paragraphs
from api.page.article.voices import colours, voices
from api.page.citation import citations
from api.page.export_links import Taking
from api.page.search.date_ranges import ranges
from api.page.search.filters import Filter, filters, words_and_filters
from api.page.search.form import Form
from api.page.search.page_request import Visit, VisitSchema
from api.page.timeline_chart import chart
from api.queries.addresses import NOTHING
from api.queries.answer import search, source_name
from api.queries.neighbours import neighbours as around
from api.queries.parameters import ParameterParser
from schemas.fields import FILTERS
from schemas.identity import TRACKERS
from schemas.query import StatementQuery
from search.engine import Engine
from search.errors import QueryError

SIMILAR = 5
COPIES = 5
FACETS = tuple(name for name, field in FILTERS.items() if field.beside)

blueprint = flask.Blueprint("pages", __name__)
parser = ParameterParser(ignored=TRACKERS)  # what social networks append to an address that somebody shares


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
        return flask.render_template("mistake.html", form=form), failure.status


def results(engine: Engine, visit: Visit) -> str:
    query, here = visit.query, visit.near()
    answer = search(engine, query, FACETS, here)
    nothing = not answer.data and not query.cursor
    outlets = {id_: source_name(engine, id_) for id_ in query.filters["source"]}
    return flask.render_template(
        "search.html",
        form=Form.of(query, outlets, visit.interval),
        here=here,
        ranges=list(ranges(query, datetime.now(UTC).date())),
        query=query,
        answer=answer,
        visit=visit,
        chart=chart(engine, query, visit.interval, visit.by) if answer.data else None,
        taking=Taking.of(query),
        filters=list(filters(query, outlets)),
        looser=looser(engine, query, outlets) if nothing else None,
        empty=nothing and engine.count(NOTHING).value == 0,
    )


@dataclass(frozen=True, slots=True)
class Looser:
    """What to ask instead of a query that finds nothing: what it would find without one of its filters, or with one."""

    without: Sequence[tuple[Filter, int]]
    alone: Sequence[tuple[Filter, int]]


def looser(engine: Engine, query: StatementQuery, outlets: Mapping[str, str]) -> Looser:
    """With one filter alone only where taking away any one of them would not help; for words alone there is nothing."""
    asked = list(words_and_filters(query, outlets))
    if len(asked) == 1 and query.q.strip():
        return Looser([], [])
    without = counted(engine, [(each, each.without) for each in asked])
    return Looser(without, [] if without else counted(engine, [(each, each.alone) for each in asked]))


def counted(engine: Engine, queries: Sequence[tuple[Filter, StatementQuery]]) -> list[tuple[Filter, int]]:
    """Those that find something, and how much, most first."""
    found = [(each, engine.count(query).value) for each, query in queries]
    return sorted(((each, count) for each, count in found if count), key=lambda pair: -pair[1])


@blueprint.get("/statements/<statement_id>")
def statement(statement_id: str) -> str:
    engine = current_engine()
    found = engine.get(statement_id)
    here = flask.url_for("pages.statement", statement_id=statement_id, _external=True)
    return flask.render_template(
        "statement.html",
        found=found,
        citations=citations(found, here),
        around=around(engine.article(found.article.id).extraction.statements, statement_id),
        similar=engine.similar(statement_id, SIMILAR),
    )


@blueprint.get("/articles/<article_id>")
def article(article_id: str) -> str:
    engine = current_engine()
    split = engine.article(article_id)
    cast = voices(split.extraction.statements)
    return flask.render_template(
        "article.html",
        article=split.article,
        split=split.extraction.split,
        statements=split.extraction.statements,
        paragraphs=paragraphs(split),
        cast=cast,
        colours=colours(cast),
        neighbours=neighbours(split.extraction.statements),
        copies=engine.copies(article_id, COPIES),
    )
