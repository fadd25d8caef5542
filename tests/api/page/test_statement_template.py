"""What a result says where an engine folded copies of it into one."""

from dataclasses import replace

import flask
import pytest
from markupsafe import Markup

from schemas.article import Source
from schemas.statement import Carried, Copy, FoundStatement
from search.documents.serialization import head
from tests.api.corpus import BORDER, CORRIDOR, UNDATED

COPIES = (
    Copy(BORDER.extraction.statements[0].id, head(BORDER.article)),
    Copy(UNDATED.extraction.statements[0].id, replace(head(UNDATED.article), source=Source.named("<b>Vex</b> News"))),
)


def shown(app: flask.Flask, carried: Carried | None) -> str:
    found = FoundStatement(CORRIDOR.extraction.statements[0], head(CORRIDOR.article), carried=carried)
    with app.test_request_context("/"):
        macros = app.jinja_env.get_template("_statement.html").module
        return Markup(macros.result(found)).striptags()  # type: ignore[attr-defined]


def test_who_else_carried_it(app: flask.Flask) -> None:
    told = shown(app, Carried(statements=3, outlets=3, others=COPIES))
    assert "3 outlets carried this Harbour Post, June 2024: Notes of June" in told
    assert "<b>Vex</b> News: Undated note" in told
    assert "more" not in told


def test_copies_that_are_not_named_are_counted(app: flask.Flask) -> None:
    assert "Undated note and 1,198 more" in shown(app, Carried(statements=1201, outlets=12, others=COPIES))


def test_one_outlet_that_carried_it_again(app: flask.Flask) -> None:
    assert "Carried 2 times" in shown(app, Carried(statements=2, outlets=1, others=COPIES[:1]))


@pytest.mark.parametrize("carried", [None, Carried(statements=1, outlets=1, others=())])
def test_what_nobody_else_carried_says_nothing(app: flask.Flask, carried: Carried | None) -> None:
    assert "arried" not in shown(app, carried)
