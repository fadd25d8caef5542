import pytest

from indexer.extraction.coreference.speakers.mentioned_entity import mentioned_entity
from indexer.extraction.model.coreference import Entity, Mention
from tests.indexer.extraction.coreference.reading import body, discourse, person, span, state

ANA, ARMY, PERU = person("Ana"), body("army"), state("Peru", "PE")


def meant(text: str, words: str, **named: Entity) -> Entity | None:
    """`named`: the entities by the word that means each."""
    read, _ = discourse(text, *named.values())
    mentions = [Mention(span(text, word), entity.id, True) for word, entity in named.items()]
    return mentioned_entity(span(text, words), sorted(mentions, key=lambda each: each.span), read)


@pytest.mark.parametrize(
    ("words", "entity"),
    [
        ("Ana of the army of Peru", ANA),
        ("the army of Peru", ARMY),
        ("Peru", PERU),
        ("On Monday, Peru", PERU),
        ("friends of Peru", None),
        ("friends in Peru", None),
        ("Ana’s army", ANA),
        ("Ana army", ARMY),
        ("nobody", None),
    ],
)
def test_a_person_is_meant_before_a_body_and_a_state_only_where_the_words_begin_with_it(
    words: str, entity: Entity | None
) -> None:
    named = {name: each for name, each in (("Ana", ANA), ("army", ARMY), ("Peru", PERU)) if name in words}
    assert meant(f"It rained. {words} left.", words, **named) == entity


def test_a_paper_is_meant_by_all_of_its_name() -> None:
    paper = meant("The Los Ana Times left.", "The Los Ana Times", Ana=ANA)
    assert paper is not None
    assert paper.name == "Los Ana Times"


def test_what_lies_outside_of_the_words_is_not_meant() -> None:
    assert meant("Ana and nobody left. Peru did.", "nobody", Ana=ANA, Peru=PERU) is None


@pytest.mark.parametrize(
    ("text", "name", "codes"),
    [
        ("The Union of Ferry Workers (UFW) met. The UFW left.", "Union of Ferry Workers", set()),
        ("North Korea's state agency UFW met. The UFW left.", "UFW", {"KP"}),
        ("The UFW left.", "UFW", set()),
    ],
)
def test_letters_mean_what_the_text_tells_before_them(text: str, name: str, codes: set[str]) -> None:
    found = meant(text, "The UFW")
    assert found is not None
    assert (found.name, found.countries) == (name, codes)


def test_a_station_is_an_outlet_and_no_person() -> None:
    station = meant("Radio Ana said so.", "Radio Ana", Ana=ANA)
    assert station is not None
    assert (station.name, station.countries) == ("Radio Ana", frozenset())


def test_one_of_several_is_not_meant_alone() -> None:
    jan = person("Jan")
    assert meant("Mayor Ana, a judge, and Jan left.", "Mayor Ana, a judge, and Jan", Ana=ANA, Jan=jan) is None
    assert meant("Ana's friend and helper Jan left.", "Ana's friend and helper Jan", Ana=ANA, Jan=jan) == jan
