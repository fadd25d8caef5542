import pytest

from indexer.extraction.identity.entity_ids import id_of_entity
from indexer.extraction.model.coreference import Body, Entity, Person, State


@pytest.mark.parametrize(
    ("entity", "expected"),
    [
        (Person("p", "Ana Silva", 0, parts=("ana", "silva")), "person:ana-silva:PT"),
        (Person("p", "Leo", 0, parts=("leo",), role="Pope"), "person:pope-leo:PT"),
        (Person("p", "Silva", 0, parts=("silva",), role="Minister"), None),
        (Person("p", "A. Silva", 0, parts=("a.", "silva")), None),
        (Person("p", "minister", 0), None),
        (Person("p", "Ana Silva", 0, parts=("ana", "silva"), no_state=True), "person:ana-silva"),
        (Person("p", "Human Rights", 0, parts=("human", "rights")), None),
        (Person("p", "Condemns Silva", 0, parts=("condemns", "silva")), None),
        (Body("b", "Portuguese army", 0), "body:PT:army"),
        (Body("b", "nonpartisan Budget Institute", 0, no_state=True), "body:budget-institute"),
        (Body("b", "management of the Budget Institute", 0), None),
        (Body("b", "ministers", 0, plural=True), None),
        (State("s", "Lisbon", 0, frozenset({"PT"})), "state:PT"),
        (State("s", "the Congos", 0, frozenset({"CD", "CG"})), None),
        (State("s", "Abkhazia", 0, territories=frozenset({"Abkhazia"})), "territory:abkhazia"),
        (State("s", "the Kremlin", 0, frozenset({"RU"})), "body:RU:presidency"),
    ],
)
def test_an_entity_has_the_id_of_its_kind(entity: Entity, expected: str | None) -> None:
    assert id_of_entity(entity, ("PT",)) == expected
