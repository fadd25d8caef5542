from indexer.extraction.annotation.annotate import annotate
from indexer.extraction.coreference.entities import History
from indexer.extraction.coreference.persons import Persons
from indexer.extraction.model.annotation import PersonName
from tests.indexer.extraction.documents import document


def persons(text: str) -> tuple[Persons, list[PersonName]]:
    annotations = annotate(document(text), [])
    names = annotations.names
    return Persons(annotations, names), names


def test_one_person_in_two_spellings_is_entered_once() -> None:
    people, _ = persons("Then Serhii Havrylenko spoke. Later Sergei Gavrylenko left.")
    assert [person.name for person in people.people] == ["Serhii Havrylenko"]


def test_two_of_one_surname_are_two_and_the_surname_is_shared() -> None:
    people, names = persons("Then Marco Ruiz met Elena Ruiz. And Ruiz left.")
    assert [person.name for person in people.people] == ["Marco Ruiz", "Elena Ruiz"]
    assert people.is_shared(names[-1])
    assert people.bearer(names[-1]) is None


def test_a_family_name_may_come_first() -> None:
    people, names = persons("Then Shin Dae-hyun spoke. And Shin left.")
    meant = people.meant(names[-1], History())
    assert meant is not None
    assert meant.name == "Shin Dae-hyun"


def test_a_name_that_nobody_bears_is_nobody() -> None:
    people, names = persons("Then Ana Silva met Orlik.")
    assert people.meant(names[-1], History()) is None
    assert people.named("silva") is not None
    assert people.named("orlik") is None
