import pytest

from indexer.extraction.coreference.linking import Linker
from indexer.extraction.coreference.mention_candidates import Spans, candidates
from indexer.extraction.model.coreference import Entity, Person
from tests.indexer.extraction.coreference.reading import body, discourse, office, person, span, state

ANA, ARMY = person("Ana", "PL", is_human=True), body("army", "PL", words=frozenset(["army"]))

ENVOY = office("envoy", nouns=frozenset(["envoy"]))


def linked(text: str, *history: Entity, speaker: str = "") -> Entity | None:
    """Whom the last candidate of `text` means."""
    read, register = discourse(text, *history)
    spoken = Spans.of([span(text, speaker)] if speaker else [])
    entity = Linker(read, register, {("lakeside",): None}).link(candidates(read.annotations, spoken)[-1])
    return register[entity] if entity is not None else None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Then the army left.", "army"),
        ("Then the envoy left.", "envoy"),
        ("Then the mayor left.", "mayor"),
        ("Then Moscow left.", "Moscow"),
        ("Then NATO left.", "NATO"),
        ("Then Lakeside left.", "Lakeside"),
        ("Then Mr Orlik left.", "Orlik"),
        ("Then Orlik left.", None),
        ("Then ministers left.", None),
        ("Then Polish left.", None),
    ],
)
def test_every_kind_of_candidate_means_somebody_or_nobody(text: str, name: str | None) -> None:
    entity = linked(text, ARMY, ENVOY)
    assert (entity.name if entity is not None else None) == name


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("she", "Ana"),
        ("it", "army"),
        ("they", "Ana"),
        ("we", None),
        ("Peru and Chile", "Peru and Chile"),
        ("The Polish", "Ana"),
        ("Orlik", "Orlik"),
    ],
)
def test_who_speaks_is_read_whole_or_may_be_somebody_new(words: str, name: str | None) -> None:
    entity = linked(f"Then {words} left.", ARMY, ANA, speaker=words)
    assert (entity.name if entity is not None else None) == name


def test_a_pronoun_tells_the_gender_of_whom_it_means() -> None:
    entity = linked("Then she left.", ANA, speaker="she")
    assert isinstance(entity, Person)
    assert entity.gender == "female"


def test_his_army_is_one_of_his_country() -> None:
    jan = person("Jan", "IT", is_human=True)
    entity = linked("Then his navy left.", state("Moscow", "RU"), jan)
    assert entity is not None
    assert entity.countries == {"IT"}


def test_an_office_told_late_is_that_of_whoever_spoke_just_now() -> None:
    entity = linked("Then the chief negotiator left.", person("Ana"), speaker="the chief negotiator")
    assert isinstance(entity, Person)
    assert (entity.name, entity.role) == ("Ana", "chief negotiator")
