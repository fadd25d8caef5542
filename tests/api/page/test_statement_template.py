"""What a result says: who said it to whom, how sure that is, the words, and who else carried them."""

from dataclasses import replace

import flask
import pytest
from markupsafe import Markup

from schemas.article import Source
from schemas.statement import Act, Carried, Copy, FoundStatement, Span, Target
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


def result(app: flask.Flask, found: FoundStatement) -> str:
    with app.test_request_context("/"):
        return str(app.jinja_env.get_template("_statement.html").module.result(found))  # type: ignore[attr-defined]


def found(place: int, **changed: object) -> FoundStatement:
    statement = replace(CORRIDOR.extraction.statements[place], **changed)  # type: ignore[arg-type]
    return FoundStatement(statement, head(CORRIDOR.article))


def test_a_speaker_who_is_inferred_is_shown_as_probable(app: flask.Flask) -> None:
    assert "probably" not in result(app, found(0))
    told = result(app, found(1))
    title = "The text has a pronoun here: who is meant is inferred"
    assert f'<abbr class="probably" title="{title}">probably</abbr> <a class="name"' in told


def test_each_part_of_an_interrupted_quote_has_its_own_quotation_marks(app: flask.Flask) -> None:
    statement = replace(CORRIDOR.extraction.statements[1], sentence=None)
    told = result(app, FoundStatement(statement, head(CORRIDOR.article), (Span(0, 2), Span(45, 51))))
    assert (
        '<p dir="auto">“<mark>We</mark> will never close the corridors,”<span class="quiet"> … </span>'
        "“and our <mark>guards</mark> know it.”"
    ) in told


def test_whom_it_is_said_to_stands_behind_the_verb(app: flask.Flask) -> None:
    assert '<span class="target">to <bdi>Anna Petrosjan</bdi></span>' in result(app, found(0))
    assert 'class="target"' not in result(app, found(1))
    cue = CORRIDOR.extraction.statements[0].cue
    assert cue
    accused = found(0, cue=replace(cue, act=Act.ACCUSE), target=Target("Armenia", Span(0, 4), ("AM",)))
    assert "said Armenia" in " ".join(Markup(result(app, accused)).striptags().split())


def test_what_was_said_stands_in_its_sentence(app: flask.Flask) -> None:
    assert (
        '<blockquote class="said"><p dir="auto"><span class="quiet">Orhan Demirsoy said that </span>'
        'the corridor must stay open to every convoy<span class="quiet">.</span></p>'
    ) in result(app, found(0))


@pytest.mark.parametrize(("place", "opened"), [(0, ""), (500, " open")])
def test_a_long_one_is_folded_unless_what_is_searched_for_is_in_the_rest(
    app: flask.Flask, place: int, opened: str
) -> None:
    text = "it is late " * 60
    long = replace(found(0, text=text, parts=(text,), sentence=None), highlight=(Span(place, place + 2),))
    assert f'<details class="rest"{opened}><summary>The rest</summary>' in result(app, long)
    assert "The rest" not in result(app, found(0))


def test_what_one_can_do_with_it_is_named_by_who_said_it(app: flask.Flask) -> None:
    told, statement_id = result(app, found(0)), CORRIDOR.extraction.statements[0].id
    address = f"/statements/{statement_id}"
    assert 'id="w1"' in told
    assert f'aria-describedby="w1" href="{address}#cite" data-cite>Cite</a>' in told


def test_who_else_carried_it(app: flask.Flask) -> None:
    told = shown(app, Carried(statements=3, outlets=3, others=COPIES))
    assert "3 outlets carried this Harbour Post, June 2024" in told
    assert "<b>Vex</b> News" in told
    assert "more" not in told


def test_copies_that_are_not_named_are_counted(app: flask.Flask) -> None:
    assert "<b>Vex</b> News and 1,198 more" in shown(app, Carried(statements=1201, outlets=12, others=COPIES))


def test_two_copies_are_named_and_a_day_where_it_is_another(app: flask.Flask) -> None:
    told = shown(app, Carried(statements=6, outlets=6, others=(Copy("x", head(CORRIDOR.article)), *COPIES, *COPIES)))
    assert "6 outlets carried this Lowland Gazette Harbour Post, June 2024 and 3 more" in told


def test_one_outlet_that_carried_it_again(app: flask.Flask) -> None:
    assert "Carried 2 times" in shown(app, Carried(statements=2, outlets=1, others=COPIES[:1]))


@pytest.mark.parametrize("carried", [None, Carried(statements=1, outlets=1, others=())])
def test_what_nobody_else_carried_says_nothing(app: flask.Flask, carried: Carried | None) -> None:
    assert "arried" not in shown(app, carried)
