"""Statements that say much the same as another."""

from __future__ import annotations

import pytest

from search.engine import Engine
from search.errors import NotFound
from tests.contract.corpus import CORPUS, Said, split

ASKED = "The northern corridor stays closed until every convoy has been inspected by our customs officers."
PARAPHRASE = "Until our officers have inspected every convoy, the northern corridor stays closed to all."
RELATED = "The corridor stays closed while customs officers inspect every convoy."
UNRELATED = "Grain prices rose in spring, which was to be expected by everyone in the trade."
SHORT = "It is closed."


def filled_with(engine: Engine) -> dict[str, str]:
    """Ids by text."""
    articles = [
        split(Said(ASKED, by="A"), Said(UNRELATED, by="B"), Said(SHORT, by="C"), title="One"),
        split(Said(PARAPHRASE, by="D"), title="Two"),
        split(Said(RELATED, by="E"), title="Three"),
        *(split(Said(ASKED, by="A"), title=f"Copy {n}") for n in range(5)),
        *(split(Said(PARAPHRASE, by="D"), title=f"Copy of it {n}") for n in range(5)),
        *(split(Said(f"{UNRELATED} {n}", by="B"), title=f"Filler {n}") for n in range(30)),
        *CORPUS,
    ]
    engine.replace(articles)
    return {statement.text: statement.id for one in articles[:3] for statement in one.extraction.statements}


def test_the_most_alike_first_and_none_that_is_not(engine: Engine) -> None:
    ids = filled_with(engine)
    found = [one.statement.text for one in engine.similar(ids[ASKED], 10)]
    assert found[:2] == [PARAPHRASE, RELATED]
    assert not {ASKED, UNRELATED, SHORT}.intersection(found)
    assert [one.statement.text for one in engine.similar(ids[ASKED], 1)] == [PARAPHRASE]


def test_a_few_words_are_like_nothing(engine: Engine) -> None:
    assert engine.similar(filled_with(engine)[SHORT], 10) == ()


def test_a_statement_without_its_like(filled: Engine) -> None:
    assert filled.similar(CORPUS[0].extraction.statements[2].id, 10) == ()


def test_there_is_no_such_statement(filled: Engine) -> None:
    with pytest.raises(NotFound):
        filled.similar("nowhere-00", 10)
