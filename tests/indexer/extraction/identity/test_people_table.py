from datetime import date

from indexer.extraction.document.reading import read_document
from indexer.extraction.identity.people_table import PeopleTable
from indexer.extraction.model.coreference import Person
from schemas.article import Article
from schemas.dates.partial_dates import PartialDate
from schemas.identity.people import Holder, People
from schemas.statement import Span, Speaker

TEXT = "The Polish president spoke. A president spoke."
PEOPLE = People((Holder("q1", ("Jan Kos",), "president", "", "PL", date.min, date.max, 2),))
TABLE = PeopleTable(PEOPLE, read_document(Article(TEXT, published_on=PartialDate.parse("2024-05-06"))))
OFFICE = Person("office", "president", 0, role="president")


def party(start: int, end: int) -> Speaker:
    return Speaker("president", Span(start, end), countries=("PL",))


def test_a_definite_office_is_whoever_holds_it() -> None:
    assert TABLE.id_of(OFFICE, party(0, 20), None) == "q1"
    assert TABLE.id_of(OFFICE, party(28, 39), None) is None


def test_a_name_that_is_not_there_keeps_its_own_id() -> None:
    assert TABLE.id_of(Person("p", "Jan Kos", 0, parts=("jan", "kos")), party(0, 20), "own") == "q1"
    assert TABLE.id_of(Person("p", "Ana Kos", 0, parts=("ana", "kos")), party(0, 20), "own") == "own"
