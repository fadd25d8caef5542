import pytest

from indexer.extraction.coreference.entities.register import Register
from indexer.extraction.model.coreference import Allegiance, Entity, Evidence, EvidenceKind, Gender, Person, Title
from tests.indexer.extraction.coreference.reading import NOWHERE, body, introduced, office, person, state

ANA = person("Ana Silva")


def register(*entities: Entity) -> Register:
    made = Register()
    made.apply(introduced(entity) for entity in entities)
    return made


def told(kind: EvidenceKind, about: Entity, value: object = None) -> Evidence:
    return Evidence(kind, about.id, NOWHERE, value)


def test_evidence_makes_an_entity_anew_and_leaves_the_one_before_as_it_was() -> None:
    known = register(ANA)
    before = known[ANA.id]
    known.apply([told(EvidenceKind.GENDER, ANA, Gender.FEMALE)])
    assert before == ANA
    assert known.person(ANA.id).gender is Gender.FEMALE


def test_all_evidence_is_kept_in_its_order() -> None:
    known = register(ANA)
    known.apply([told(EvidenceKind.PERSON, ANA), told(EvidenceKind.NO_STATE, ANA)])
    assert [each.kind for each in known.evidence] == ["introduction", "person", "no state"]


def test_evidence_is_read_before_any_is_written() -> None:
    known = register(ANA)

    def countries():
        yield told(EvidenceKind.COUNTRY, ANA, Allegiance(frozenset(["PL"])))
        assert not known[ANA.id].countries

    known.apply(countries())
    assert known[ANA.id].countries == {"PL"}


def test_who_is_introduced_twice_stays_who_it_was() -> None:
    known = register(ANA)
    known.apply([told(EvidenceKind.NO_STATE, ANA), introduced(ANA)])
    assert known[ANA.id].no_state


def test_an_office_that_gets_its_name_is_the_person_and_hands_over_what_is_known() -> None:
    minister = office("minister", "PL", role="minister", nouns=frozenset(["minister"]), of_state=True)
    known = register(minister, ANA)
    known.apply([told(EvidenceKind.SAME_AS, minister, ANA.id)])
    both = known.person(minister.id)
    assert both is known[ANA.id]
    assert (both.name, both.role, both.countries, both.of_state) == ("Ana Silva", "minister", {"PL"}, True)
    assert known.all().keys() == {ANA.id}


def test_what_is_told_of_somebody_under_an_earlier_id_is_told_of_whom_it_is() -> None:
    minister = office("minister")
    known = register(minister, ANA)
    known.apply([told(EvidenceKind.SAME_AS, minister, ANA.id), told(EvidenceKind.NO_STATE, minister)])
    assert known[ANA.id].no_state


def test_evidence_of_somebody_who_was_never_introduced_is_a_fault() -> None:
    with pytest.raises(KeyError):
        Register().apply([told(EvidenceKind.PERSON, ANA)])


def test_a_title_is_folded_and_a_state_has_none() -> None:
    moscow = state("Moscow", "RU")
    known = register(ANA, moscow, body("army"))
    known.apply([told(EvidenceKind.TITLE, ANA, Title("envoy", frozenset(["envoy"]), True))])
    assert known.person(ANA.id).role == "envoy"
    assert not isinstance(known[moscow.id], Person)
