import pytest

from indexer.extraction.annotation.annotate import annotate
from indexer.extraction.coreference.entities import Entity, History, Naming, Sort, heads_of, may_be
from indexer.extraction.model.annotation import RolePhrase
from tests.indexer.extraction.documents import document

NOWHERE = frozenset[str]()


def phrase(text: str) -> RolePhrase:
    return annotate(document(text), []).role_phrases[0]


def holder_of(words: str) -> Entity:
    office = phrase(words)
    person = Entity(Sort.PERSON, "Ana Silva", 0, parts=("ana", "silva"), role=office.role)
    person.heads, person.codes, person.nobody = heads_of(office), set(office.codes), office.nobody
    person.learn_gender(office.head)
    return person


@pytest.mark.parametrize(
    ("held", "said"),
    [
        ("the Polish foreign minister", "the minister"),
        ("the Polish foreign minister", "the Polish minister"),
        ("Malta's ambassador", "the Maltese envoy"),
        ("the prime minister", "the premier"),
        ("the army spokesman", "the spokesman"),
        ("the prime minister", "the Danish premier"),
    ],
)
def test_an_office_is_met_again_by_other_words(held: str, said: str) -> None:
    assert may_be(holder_of(held), phrase(said), NOWHERE)


@pytest.mark.parametrize(
    ("held", "said"),
    [
        ("the Polish foreign minister", "the Czech minister"),
        ("the Polish foreign minister", "the finance minister"),
        ("the prime minister", "Djibouti's finance minister"),
        ("the king", "Eswatini's king"),
        ("the spokeswoman", "the spokesman"),
        ("the former Polish minister", "the Polish minister"),
    ],
)
def test_another_country_portfolio_or_sex_is_another_person(held: str, said: str) -> None:
    assert not may_be(holder_of(held), phrase(said), NOWHERE)


def test_a_country_left_out_is_the_one_the_article_is_written_from() -> None:
    assert may_be(holder_of("the king"), phrase("Eswatini's king"), frozenset({"SZ"}))


def test_an_office_that_gets_its_name_hands_over_what_is_known() -> None:
    office, person = Entity(Sort.PERSON, "minister", 3, named=False), Entity(Sort.PERSON, "Ana Silva", 40)
    office.role, office.codes = "minister", {"PL"}
    office.become(person)
    assert office.itself is person
    assert (person.role, person.codes, person.first) == ("minister", {"PL"}, 3)


def test_she_is_who_acted_last_and_fits() -> None:
    ana, jan, ministry = (
        Entity(Sort.PERSON, "Ana", 0, human=True, gender="f"),
        Entity(Sort.PERSON, "Jan", 9, human=True, gender="m"),
        Entity(Sort.BODY, "ministry", 20),
    )
    history = History()
    assert history.last_person("f") is None
    assert history.last_body() is None
    for place, entity in enumerate((ana, jan, ministry)):
        history.add(Naming(place, place + 1, entity, True))
    assert history.last_person("f") is ana
    assert history.last_person("") is jan
    assert history.last_body() is ministry
