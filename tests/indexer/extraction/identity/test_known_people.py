from collections.abc import Iterator
from pathlib import Path

import pytest

from indexer.extraction.identity.known_people import known_people
from tests.indexer.extraction.marked import speakers

PRESIDENTS = """id,names,office,organisation,country,from,to
q1,Elnara Vəliyeva,president,,AZ,2018,2023
q2,Tural Sadıqzadə,president,,AZ,2024,
q3,Jan Kos,,,PL,,
q4,Jan Kos,,,PL,,
"""


@pytest.fixture(autouse=True)
def table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    path = tmp_path / "people.csv"
    path.write_text(PRESIDENTS, "utf-8")
    monkeypatch.setenv("DEMARCHE_PEOPLE", str(path))
    known_people.cache_clear()
    yield
    known_people.cache_clear()


def ids(text: str, published_on: str = "2021-05-06") -> list[str | None]:
    return [speaker.id if speaker else None for speaker in speakers(text, published_on=published_on)]


@pytest.mark.parametrize("words", ["The Azerbaijani president", "Azerbaijan's president"])
def test_an_office_is_whoever_holds_it_on_the_day_of_publication(words: str) -> None:
    text = f"[[{words}]] said {{{{it was late}}}}."
    assert ids(text) == ["q1"]
    assert ids(text, "2024-05-06") == ["q2"]
    assert ids(text, "2017-05-06") == [None]


@pytest.mark.parametrize(
    "words", ["The former Azerbaijani president", "The Polish president", "An Azerbaijani president"]
)
def test_another_office_is_not(words: str) -> None:
    assert ids(f"[[{words}]] said {{{{it was late}}}}.") == [None]


def test_a_name_has_the_id_of_the_table_and_what_is_there_twice_none() -> None:
    assert ids("[[Elnara Valiyeva]] said {{it was late}}.") == ["q1"]
    assert ids("[[Polish Minister Jan Kos]] said {{it was late}}.") == [None]
    assert ids("[[Czech Minister Jan Kos]] said {{it was late}}.") == ["person:jan-kos:CZ"]
    assert ids("[[Ana Silva]] said {{it was late}}.") == ["person:ana-silva"]
