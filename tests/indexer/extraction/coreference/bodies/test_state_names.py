import pytest

from indexer.extraction.coreference.bodies.state_names import only_country_before, somebody_from, state
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


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Russia protests. Danish officials waited. Then the country’s minister spoke.", "Denmark"),
        ("Danish officials waited. It rained. Then the country’s minister spoke.", "Denmark"),
        ("Danish officials left Oslo. Then the country’s minister spoke.", None),
        (
            "Danish officials waited. It rained. It snowed. It hailed. It froze. Then the country’s minister spoke.",
            None,
        ),
        ("It rained. Then the country’s minister spoke.", None),
    ],
)
def test_the_country_is_the_only_one_of_the_last_sentence_that_names_any(text: str, name: str | None) -> None:
    found = only_country_before(text.index("the country"), discourse(text)[0])
    assert (found and found.name) == name
