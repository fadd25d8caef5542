import pytest

from indexer.extraction.coreference.people.full_names import forms_of_people, is_a_new_person, new_person, people
from indexer.extraction.model.coreference import Evidence, EvidenceKind, Gender, Person
from schemas.statement import Span
from tests.indexer.extraction.coreference.reading import annotated, span


def told(text: str) -> list[Evidence]:
    return list(people(text, annotated(text).names))


def named(text: str) -> list[str]:
    return [each.value.name for each in told(text) if isinstance(each.value, Person)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Then Serhii Havrylenko spoke. Later Sergei Gavrylenko left.", ["Serhii Havrylenko"]),
        ("Then Marco Ruiz met Elena Ruiz. And Ruiz left.", ["Marco Ruiz", "Elena Ruiz"]),
        ("Then Ana Silva spoke. Later Ana Rosa Silva left.", ["Ana Rosa Silva"]),
        ("Then Ana Silva Urges.\n\nThen Ana Silva spoke. And Silva left.", ["Ana Silva"]),
        ("Then Orlik left.", []),
        ("Then Mr Silva and his wife, Ana Silva, left.", ["Ana Silva", "Silva"]),
        ("Then President Silva and the first lady, Ana Silva, left.", ["Ana Silva", "Silva"]),
        ("Then Jan Silva left. Mr Silva and his wife, Ana Silva, left.", ["Jan Silva", "Ana Silva"]),
        ("Then Mr Silva left, and later Ana Silva left.", ["Ana Silva"]),
    ],
)
def test_one_person_in_several_spellings_is_one_by_the_fullest(text: str, names: list[str]) -> None:
    assert named(text) == names


def test_all_forms_of_a_person_stand_together() -> None:
    text = "Then Ana Silva met Jan Kos. Later Ana Rosa Silva left."
    forms = forms_of_people(annotated(text).names)
    assert [[form.of(text) for form in of_one] for of_one in forms] == [["Ana Silva", "Ana Rosa Silva"], ["Jan Kos"]]


def test_every_name_is_told_where_it_stands() -> None:
    text = "Then Ana Silva spoke. Later Ana Silva left."
    names = [each.span.start for each in told(text) if each.kind is EvidenceKind.NAME]
    assert names == [text.index("Ana"), text.rindex("Ana")]


def test_an_honorific_tells_a_person_and_the_gender() -> None:
    kinds = {each.kind: each for each in told("Then Ms Ana Silva spoke.")}
    assert kinds[EvidenceKind.GENDER].value is Gender.FEMALE
    assert EvidenceKind.PERSON in kinds
    assert EvidenceKind.PERSON not in {each.kind for each in told("Then Kim Silva spoke.")}


def test_somebody_known_by_a_surname_alone_is_introduced_by_it() -> None:
    text = "Then Mr Orlik spoke."
    introduction, name, *_ = new_person(text, annotated(text).names[0])
    assert (introduction.value.name, name.value) == ("Orlik", ("orlik",))


@pytest.mark.parametrize(
    ("text", "words", "is_one"),
    [
        ("Then Orlik said no.", "Orlik", True),
        ("Then Orlik, 61, said no.", "Orlik, 61", True),
        ("Then staff in Renk said no.", "staff in Renk", False),
        ("Then Renk staff said no.", "Renk staff", False),
        ("Then Mr Orlik left.", None, True),
        ("Then Orlik left.", None, False),
    ],
)
def test_a_surname_is_a_new_persons_where_it_is_all_that_speaks(text: str, words: str | None, is_one: bool) -> None:
    spoken = span(text, words) if words else None
    assert is_a_new_person(annotated(text).names[0], spoken, text) is is_one


def test_no_name_of_a_place_is_a_new_persons() -> None:
    text = "Then Orlik left."
    place = annotated(text).names[0]
    assert not is_a_new_person(place, None, text.replace("Orlik", "Chile"))
    assert Span(place.start, place.end).of(text) == "Orlik"


def test_what_a_title_tells_goes_before_what_a_first_name_does() -> None:
    genders = [each.value for each in told("Then Ms Maxim Orlik left.") if each.kind is EvidenceKind.GENDER]
    assert genders == [Gender.FEMALE, Gender.MALE]
