from indexer.extraction.coreference.entities.evidence import affiliation, allegiance, introduction, organisation_of
from indexer.extraction.coreference.entities.register import Register
from indexer.extraction.model.coreference import Affiliation, Allegiance
from tests.indexer.extraction.coreference.reading import NOWHERE, body, introduced, person, state

ANA = person("Ana", "PL", organisation="navy", no_state=True)


def test_somebody_is_introduced_once() -> None:
    register = Register()
    assert list(introduction(ANA, NOWHERE, register)) == [introduced(ANA)]
    register.apply([introduced(ANA)])
    assert list(introduction(ANA, NOWHERE, register)) == []


def test_no_country_and_no_territory_is_no_evidence() -> None:
    assert list(allegiance("a", NOWHERE, ())) == []
    (told,) = allegiance("a", NOWHERE, (), ["Abkhazia"])
    assert told.value == Allegiance(frozenset(), frozenset(["Abkhazia"]))


def test_to_belong_to_somebody_is_to_belong_to_the_same_organisation() -> None:
    assert affiliation("a", NOWHERE, ANA).value == Affiliation("navy", frozenset(["PL"]), no_state=True, of_state=False)
    assert affiliation("a", NOWHERE, body("army", "PL")).value == Affiliation("army", frozenset(["PL"]))


def test_a_state_is_no_organisation() -> None:
    assert organisation_of(state("Moscow", "RU")) is None
    assert organisation_of(body("army")) == "army"
