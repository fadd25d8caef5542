import pytest

from indexer.extraction.coreference.offices.owners import owner_of
from indexer.extraction.model.coreference import Entity, Evidence, EvidenceKind, Gender
from schemas.statement import Span
from tests.indexer.extraction.coreference.reading import body, discourse, person, phrase, state

ANA = person("Ana Silva", "PL", gender=Gender.FEMALE, is_human=True)
ARMY = body("army", "PL", words=frozenset(["army"]))
MOSCOW = state("Moscow", "RU")


def owner(said: str, *history: Entity) -> Entity | None:
    read, register = discourse(said, *history)
    if ANA in history:
        register.apply([Evidence(EvidenceKind.NAME, ANA.id, Span(0, 0), ANA.parts)])
    return owner_of(phrase(said), read)


@pytest.mark.parametrize(
    ("said", "whose"),
    [
        ("its spokesman", MOSCOW),
        ("the country's spokesman", MOSCOW),
        ("her adviser", ANA),
        ("the army's spokesman", ARMY),
        ("Silva's adviser", ANA),
        ("his adviser", None),
        ("her counterpart", None),
        ("our adviser", None),
        ("the adviser", None),
        ("Orlik's adviser", None),
        ("Poland's adviser", None),
    ],
)
def test_whose_it_is_a_possessive_tells(said: str, whose: Entity | None) -> None:
    assert owner(said, ANA, ARMY, MOSCOW) == whose


def test_the_country_is_the_one_named_last() -> None:
    read, _ = discourse("Danish officials waited. Then the country's minister spoke.", MOSCOW)
    found = owner_of(read.annotations.role_phrases[-1], read)
    assert found is not None
    assert found.countries == {"DK"}


def test_a_body_that_nobody_named_is_an_owner_all_the_same() -> None:
    found = owner("the ruling party's chairman")
    assert found is not None
    assert (found.name, found.countries) == ("ruling party", frozenset())
