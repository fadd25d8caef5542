from indexer.extraction.coreference.salience import (
    is_subject,
    last_body,
    last_of_a_country,
    last_person,
    last_several,
    latest,
)
from indexer.extraction.model.coreference import Gender, Mention
from schemas.statement import Span
from tests.indexer.extraction.coreference.reading import body, discourse, office, person, state

ANA = person("Ana", gender=Gender.FEMALE, is_human=True)
JAN = person("Jan", gender=Gender.MALE, is_human=True)
ARMY, MOSCOW = body("army"), state("Moscow", "RU")


def test_she_is_who_acted_last_and_fits() -> None:
    read, _ = discourse("", ANA, JAN, ARMY)
    assert last_person(read, Gender.FEMALE) == ANA
    assert last_person(read) == JAN
    assert last_person(discourse("", ARMY)[0]) is None


def test_a_name_of_which_nothing_is_told_comes_after_people_and_offices() -> None:
    minister, lakeside = office("minister"), person("Lakeside")
    assert last_person(discourse("", minister, lakeside)[0]) == minister
    assert last_person(discourse("", lakeside)[0]) == lakeside


def test_it_is_the_body_or_state_that_acted_last() -> None:
    read, _ = discourse("", ARMY, MOSCOW, ANA)
    assert last_body(read) == MOSCOW
    read.history[1] = Mention(Span(1, 2), MOSCOW.id, False)
    assert last_body(read) == ARMY
    assert last_body(discourse("", ANA)[0]) is None


def test_where_none_acted_it_is_the_one_named_just_now() -> None:
    read, _ = discourse("", MOSCOW)
    read.history[0] = Mention(Span(0, 1), MOSCOW.id, False)
    assert last_body(read) == MOSCOW


def test_several_are_the_last_who_are() -> None:
    several = body("two sides", plural=True)
    assert last_several(discourse("", several, ANA)[0]) == several
    assert last_several(discourse("", ANA)[0]) is None


def test_of_some_all_are_found_in_order() -> None:
    read, _ = discourse("", ANA, JAN, ANA, ARMY)
    assert latest(read, {ANA.id, JAN.id}) == [ANA.id, JAN.id]


def test_the_first_that_a_sentence_names_acts_unless_a_preposition_stands_before_it() -> None:
    text = "It rained. Ana met Jan. With Moscow it was over."
    read, _ = discourse(text)
    ana, jan, moscow = (text.index(name) for name in ("Ana", "Jan", "Moscow"))
    assert is_subject(read, ana)
    assert not is_subject(read, moscow)
    read.history.append(Mention(Span(ana, ana + 3), "a", True))
    assert not is_subject(read, jan)


def test_the_country_is_that_of_the_last_who_acted_and_speak_for_one() -> None:
    lena = person("Lena", "PL")
    assert last_of_a_country(discourse("", MOSCOW, lena, ANA)[0]) == lena
    assert last_of_a_country(discourse("", ARMY, ANA)[0]) == ARMY
