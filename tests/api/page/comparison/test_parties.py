"""Countries and speakers as people write them, and what is offered where a text is neither."""

import pytest

from api.page.comparison.parties import Party, Unknown, party
from schemas.query import StatementQuery
from search.engine import Engine


@pytest.mark.parametrize("text", ["AM", "Armenia", "armenia", "ARM"])
def test_a_country_by_its_code_or_any_name(engine: Engine, text: str) -> None:
    assert party(engine.newest(), text) == Party("AM", "Armenia", "Armenia")


@pytest.mark.parametrize("text", ["person:orhan-demirsoy:TR", "Orhan Demirsoy", "demirsoy"])
def test_a_speaker_by_id_or_a_name_that_nobody_else_has(engine: Engine, text: str) -> None:
    found = party(engine.newest(), text)
    assert isinstance(found, Party)
    assert (found.value, found.name, found.written) == ("person:orhan-demirsoy:TR", "Orhan Demirsoy", "Orhan Demirsoy")
    assert found.said(StatementQuery(q="convoy")).filters["speaker_id"] == ("person:orhan-demirsoy:TR",)


def test_what_a_country_said_is_what_is_said_for_it(engine: Engine) -> None:
    found = party(engine.newest(), "Turkey")
    assert isinstance(found, Party)
    assert engine.count(found.said(StatementQuery())).value == 1


def test_a_text_that_is_neither_has_names_like_it(engine: Engine) -> None:
    found = party(engine.newest(), "Demirsoi")
    assert isinstance(found, Unknown)
    assert (found.text, found.named) == ("Demirsoi", [])
    assert "Orhan Demirsoy" in [bucket.label for bucket in found.like]
    assert party(engine.newest(), "“!?”") == Unknown("“!?”", [], [])
