import pytest

from indexer.extraction.identity.entity_ids import id_of_entity, is_somebody_of
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
        (Body("b", "Portuguese army", 0), "body:PT:army"),
        (Body("b", "ministers", 0, plural=True), None),
        (State("s", "Lisbon", 0, frozenset({"PT"})), "state:PT"),
        (State("s", "the Congos", 0, frozenset({"CD", "CG"})), None),
        (State("s", "Abkhazia", 0, territories=frozenset({"Abkhazia"})), "territory:abkhazia"),
        (State("s", "the Kremlin", 0, frozenset({"RU"})), "body:RU:presidency"),
    ],
)
def test_an_entity_has_the_id_of_its_kind(entity: Entity, expected: str | None) -> None:
    assert id_of_entity(entity, ("PT",)) == expected


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        ("Taliban", False),
        ("Taliban member", True),
        ("some Taliban", True),
        ("Taliban in Kabul", False),
        ("Taliban News Agency", False),
    ],
)
def test_somebody_of_a_body_is_not_the_body(shown: str, expected: bool) -> None:
    assert is_somebody_of(Body("b", "Taliban", 0), shown) is expected
    assert not is_somebody_of(Person("p", "Taliban", 0), shown)
