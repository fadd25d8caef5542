from api.page.search.labels import labels_of
from schemas.filters import Filters
from schemas.query import StatementQuery
from search.engine import Engine


def test_ids_and_outlets_are_called_by_their_names(engine: Engine) -> None:
    filters = Filters(source=("harbour-post",), speaker_id=("person:orhan-demirsoy:TR",), country=("AM",))
    assert labels_of(engine.newest(), StatementQuery(filters=filters)) == {
        "source": {"harbour-post": "Harbour Post"},
        "speaker_id": {"person:orhan-demirsoy:TR": "Orhan Demirsoy"},
    }


def test_nothing_is_asked_where_nothing_is_chosen(engine: Engine) -> None:
    assert labels_of(engine.newest(), StatementQuery(q="corridor")) == {}
