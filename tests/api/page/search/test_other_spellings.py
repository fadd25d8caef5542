import pytest

from api.page.search.other_spellings import other_spellings
from schemas.filters import Filters
from schemas.query import StatementQuery
from search.engine import Engine


@pytest.mark.parametrize(
    ("q", "found"),
    [
        ("corirdor", {"corridor": 2}),
        ("harvset fields", {"harvest fields": 45}),
        ("Petrosyan corridor", {"petrosjan corridor": 1}),
        ("cease fyre", {}),  # nothing is like it
        ("corridor zebra", {}),
        ("corirdor -open", {}),
        ('"corirdor"', {}),
        ("corridor harvest", {}),
        ("xy", {}),
    ],
)
def test_words_that_nobody_said_are_spelled_as_others_are(engine: Engine, q: str, found: dict[str, int]) -> None:
    asked = other_spellings(engine.view(), StatementQuery(q=q))
    assert {each.query.q: each.count for each in asked} == found


def test_what_finds_nothing_under_the_filters_is_not_offered(engine: Engine) -> None:
    query = StatementQuery(q="corirdor", filters=Filters(speaker_country=("RU",)))
    assert list(other_spellings(engine.view(), query)) == []
