import pytest

from indexer.extraction.coreference.linking import Linker
from indexer.extraction.coreference.mention_candidates import Spans, candidates
from indexer.extraction.model.coreference import Entity, Person
from tests.indexer.extraction.coreference.reading import body, discourse, office, person, span, state
from tests.indexer.extraction.marked import extracted

ANA, ARMY = person("Ana", "PL", is_human=True), body("army", "PL", words=frozenset(["army"]))

ENVOY = office("envoy", nouns=frozenset(["envoy"]))


def linked(
    text: str, *history: Entity, speaker: str = "", target: str = "", spoken_by: Entity | None = None
) -> Entity | None:
    """Whom the last candidate of `text` means."""
    read, register = discourse(text, *history)
    spoken = Spans.of([span(text, speaker)] if speaker else [])
    told = Spans.of([span(text, target)] if target else [])
    last = candidates(read.annotations, spoken, told)[-1]
    entity = Linker(read, register, {("lakeside",): None}).link(last, spoken_by.id if spoken_by is not None else None)
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
        ("they", None),
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
    entity = linked("Ana came. Then the chief negotiator left.", person("Ana Ilk"), speaker="the chief negotiator")
    assert isinstance(entity, Person)
    assert (entity.name, entity.role) == ("Ana Ilk", "chief negotiator")


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("her", None),
        ("it", "army"),
        ("them", None),
        ("both armies", None),
        ("ministers", "ministers"),
        ("the envoy", "envoy"),
        ("us", None),
    ],
)
def test_a_target_is_read_whole_and_may_be_somebody_in_general(words: str, name: str | None) -> None:
    entity = linked(f"Then it told {words}.", ARMY, ENVOY, ANA, target=words)
    assert (entity.name if entity is not None else None) == name


def test_a_target_is_not_who_speaks_to_it() -> None:
    eva = person("Eva", is_human=True)
    assert linked("Then Ana told her.", eva, ANA, target="her", spoken_by=ANA) == eva
    assert linked("Then Ana told her.", ANA, target="her", spoken_by=ANA) is None


def test_them_are_those_of_an_office_at_hand() -> None:
    entity = linked("Then Polish leaders came to ask them.", ANA, target="them")
    assert entity is not None
    assert entity.countries == {"PL"}


def test_both_neighbours_are_the_others_that_are_named() -> None:
    china = state("China", "CN")
    entity = linked(
        "China, like India and Peru, asked both neighbours.", china, target="both neighbours", spoken_by=china
    )
    assert entity is not None
    assert entity.countries == {"IN", "PE"}


def test_a_target_that_speaks_too_is_no_group() -> None:
    assert linked("Then rescuers left.", speaker="rescuers", target="rescuers") is None


@pytest.mark.parametrize(
    ("words", "name"), [("The negotiator", "Ana Silva"), ("Her lawyer", "lawyer"), ("Their lawyer", "lawyer")]
)
def test_nobody_is_her_own_lawyer(words: str, name: str) -> None:
    (statement,) = extracted(f"Then Ana Silva wrote a letter. [[{words}]] said {{{{no}}}}.").statements
    assert statement.speaker is not None
    assert statement.speaker.name == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Peru and Chile met. Then they left.", "Peru and Chile"),
        ("The ferry to Peru and Chile sank. Then they left.", None),
        ("Peru and Chile met Bolivia. Then they left.", None),
        ("Peru and Chile met. It rained. Then they left.", None),
    ],
)
def test_they_are_the_states_of_the_sentence_before(text: str, name: str | None) -> None:
    entity = linked(text, speaker="they")
    assert (entity.name if entity is not None else None) == name
