from indexer.extraction.coreference.bodies.state_names import somebody_from, state
from tests.indexer.extraction.coreference.reading import annotated, body, discourse, person

ANA, JAN = person("Ana", "EG"), person("Jan", "PL")


def test_a_state_is_one_by_each_of_its_names() -> None:
    text = "Moscow, Russia and again Moscow."
    moscow, russia, again = (state(place, text) for place in annotated(text).places)
    assert moscow.id == again.id != russia.id
    assert (moscow.name, moscow.countries) == ("Moscow", {"RU"})


def test_somebody_is_the_last_person_of_the_country() -> None:
    text = "The Egyptian left."
    (egyptian,) = annotated(text).places
    assert somebody_from(egyptian, discourse(text, ANA, JAN, body("army", "EG"))[0]) == ANA.id
    assert somebody_from(egyptian, discourse(text, JAN)[0]) is None
