from pathlib import Path

from api.page.search.same_name import of_same_name
from schemas.filters import Filters
from schemas.query import StatementQuery
from search.opening import open_engine
from tests.contract.corpus import Said, split

SAID = (
    Said("The dam is safe.", by="Vera Malik", about=("RU",)),
    Said("The dam holds.", by="Vera Malik", speaks_for=("PL",), about=("RU",)),
    Said("Nobody was told.", by="Vera Malik", speaks_for=("CZ",)),
)
ID = "person:vera-malik"


def test_of_the_same_name_what_the_search_would_find_more(tmp_path: Path) -> None:
    with open_engine(f"embedded://{tmp_path}/index") as engine:
        engine.replace([split(*SAID)])
        query = StatementQuery(filters=Filters(speaker_id=(ID,), about=("RU",)))
        (found,) = of_same_name(engine.view(), query)
        assert (found.name, found.country, found.count) == ("Vera Malik", "PL", 1)
        assert found.query.filters["speaker_id"] == (ID, f"{ID}:PL")
        assert list(of_same_name(engine.view(), found.query)) == []
        assert list(of_same_name(engine.view(), StatementQuery())) == []
