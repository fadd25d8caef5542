import pytest

from indexer.extraction.coreference.offices.holders import anyone, holder, may_hold, speaker_without_office
from indexer.extraction.coreference.offices.titles import nouns_of
from indexer.extraction.coreference.people.gender import gender_of
from indexer.extraction.model.coreference import Person
from tests.indexer.extraction.coreference.reading import body, discourse, person, phrase

NOWHERE = frozenset[str]()


def holder_of(words: str) -> Person:
    office = phrase(words)
    about = {"role": office.role, "nouns": nouns_of(office), "gender": gender_of(office.head)}
    return person("Ana Silva", " ".join(office.codes), no_state=office.nobody, of_state=office.is_official, **about)


@pytest.mark.parametrize(
    ("held", "said"),
    [
        ("the Polish foreign minister", "the minister"),
        ("the Polish foreign minister", "the Polish minister"),
        ("Malta's ambassador", "the Maltese envoy"),
        ("the prime minister", "the premier"),
        ("the PM", "the premier"),
        ("the army spokesman", "the spokesman"),
    ],
)
def test_an_office_is_met_again_by_other_words(held: str, said: str) -> None:
    assert may_hold(holder_of(held), phrase(said), NOWHERE)
    read, _ = discourse(said, holder_of(held))
    assert holder(phrase(said), read) == holder_of(held)


def test_an_office_of_a_country_is_somebody_elses_where_one_of_no_country_told_acts() -> None:
    read, _ = discourse("the Danish premier", holder_of("the prime minister"))
    assert may_hold(holder_of("the prime minister"), phrase("the Danish premier"), NOWHERE)
    assert holder(phrase("the Danish premier"), read) is None


@pytest.mark.parametrize(
    ("held", "said"),
    [
        ("the Polish foreign minister", "the Czech minister"),
        ("the Polish foreign minister", "the finance minister"),
        ("the prime minister", "Djibouti's finance minister"),
        ("the king", "Eswatini's king"),
        ("the PM", "the finance minister"),
        ("the spokeswoman", "the spokesman"),
        ("the former Polish minister", "the Polish minister"),
        ("the Polish minister", "the Abkhaz minister"),
        ("the Polish minister", "the Polish envoy"),
        ("the Polish president", "the council president"),
        ("the Polish envoy", "the UN envoy"),
    ],
)
def test_another_country_portfolio_gender_or_office_is_another_person(held: str, said: str) -> None:
    read, _ = discourse(said, holder_of(held))
    assert holder(phrase(said), read) is None


def test_a_country_left_out_is_the_one_the_article_is_written_from() -> None:
    assert may_hold(holder_of("the king"), phrase("Eswatini's king"), frozenset({"SZ"}))


def test_several_hold_no_office() -> None:
    assert not may_hold(person("ministers", plural=True), phrase("the minister"), NOWHERE)


def test_of_two_who_hold_it_the_last_is_meant() -> None:
    ana, jan = (person(name, nouns=frozenset(["minister"])) for name in ("Ana", "Jan"))
    assert holder(phrase("the minister"), discourse("the minister", ana, jan)[0]) == jan


@pytest.mark.parametrize(
    ("said", "codes", "is_meant"),
    [
        ("the official", "", True),
        ("the Polish official", "PL", True),
        ("the Polish leader", "", True),
        ("the Polish leader", "DE", False),
        ("the minister", "", False),
        ("the opposition leader", "", False),
    ],
)
def test_whoever_holds_an_office_may_be_called_an_official(said: str, codes: str, is_meant: bool) -> None:
    ana = person("Ana", codes, of_state=True)
    assert anyone(phrase(said), discourse(said, ana)[0]) == (ana if is_meant else None)


def test_nobody_without_an_office_is_an_official() -> None:
    assert anyone(phrase("the official"), discourse("the official", person("Ana"), body("army"))[0]) is None


@pytest.mark.parametrize(
    ("about", "is_meant"),
    [
        ({}, True),
        ({"role": "envoy"}, False),
        ({"no_state": True}, False),
        ({"parts": ()}, False),
        ({"parts": ("ana",)}, False),
    ],
)
def test_an_office_told_late_is_the_last_speakers(about: dict[str, object], is_meant: bool) -> None:
    text = "Ana wrote. The negotiator denied it."
    ana = Person("person:Ana", "Ana", 0, **{"parts": ("ana", "ilk"), **about})
    assert speaker_without_office(phrase(text), discourse(text, ana)[0]) == (ana if is_meant else None)


def test_an_office_told_in_another_line_is_not() -> None:
    text = "Ana wrote.\n\nThe negotiator denied it."
    assert speaker_without_office(phrase(text), discourse(text, person("Ana Ilk"))[0]) is None


def test_an_office_of_somebodys_own_is_another_persons() -> None:
    text = "Ana Ilk wrote. Her negotiator denied it."
    assert speaker_without_office(phrase(text), discourse(text, person("Ana Ilk"))[0]) is None
