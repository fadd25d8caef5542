import pytest

from indexer.extraction.coreference.target_antecedents import (
    known_by_noun,
    plural_before,
    pronoun_target,
    two_others,
)
from indexer.extraction.model.coreference import Entity, Gender
from tests.indexer.extraction.coreference.reading import body, discourse, office, person, span, state

ANA, JAN = person("Ana", is_human=True), person("Jan", is_human=True)
EVA = person("Eva", is_human=True, gender=Gender.FEMALE)


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("The ministers met Ilk. He told them so.", "The ministers"),
        ("Ilk met the envoys and the ministers to urge them so.", "the ministers"),
        ("The ministers met. It rained. He told them so.", None),
        ("The minister met Ilk. He told them so.", None),
        ("The governments met. He told them so.", None),
        ("The ministers met Ilk. He told him so.", None),
        ("Ilk told them so. The ministers met.", None),
    ],
)
def test_they_are_those_of_an_office_in_the_sentence_or_the_one_before(text: str, office: str | None) -> None:
    read, _ = discourse(text)
    words = span(text, "them" if "them" in text else "him")
    phrase = plural_before(words, read)
    assert (phrase.span.of(text) if phrase is not None else None) == office


@pytest.mark.parametrize(
    ("words", "history", "meant"),
    [
        ("her", [ANA], ANA),
        ("her", [ANA, JAN], None),
        ("her", [JAN, EVA], EVA),
        ("him", [ANA, EVA], ANA),
        ("him", [EVA], None),
        ("it", [body("army")], body("army")),
        ("them", [body("armies", plural=True)], body("armies", plural=True)),
        ("them", [ANA], None),
    ],
)
def test_a_pronoun_means_the_only_one_at_hand_or_one_of_that_sex(
    words: str, history: list[Entity], meant: Entity | None
) -> None:
    text = f"Somebody told {words} so."
    read, _ = discourse(text, *history)
    assert pronoun_target(span(text, words), read) == meant


def test_who_was_named_sentences_before_is_not_at_hand() -> None:
    text = "Ana. It rained. It snowed. Ilk told her so."
    read, _ = discourse(text, ANA)
    assert pronoun_target(span(text, "her"), read) is None


CHINA, GROUP = state("China", "CN"), body("both neighbours", plural=True)


@pytest.mark.parametrize(
    ("text", "group", "codes"),
    [
        ("China urged both neighbours, India and Nepal.", GROUP, {"IN", "NP"}),
        ("China urged the two neighbours, India and Nepal.", GROUP, {"IN", "NP"}),
        ("China urged the neighbours, India and Nepal.", GROUP, None),
        ("China urged both neighbours, India, Peru and Nepal.", GROUP, None),
        ("China urged both neighbours, India and Nepal.", body("both", "IN", plural=True), None),
    ],
)
def test_both_are_the_only_others_that_are_named(text: str, group: Entity, codes: set[str] | None) -> None:
    words = span(text, text.split(",")[0].partition("urged ")[2])
    read, _ = discourse(text)
    told = [evidence.value.countries for evidence in two_others(group, words, CHINA, read)]  # type: ignore[union-attr]
    assert told == ([] if codes is None else [codes])


def test_a_speaker_of_no_country_tells_no_others() -> None:
    text = "Ilk urged both neighbours, India and Nepal."
    read, _ = discourse(text)
    assert list(two_others(GROUP, span(text, "both neighbours"), ANA, read)) == []


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("the senator", "Jan"),
        ("the spokesman", "Eva"),
        ("the army", "army"),
        ("the mayor", None),
        ("the navy", None),
    ],
)
def test_a_noun_means_who_has_the_office_or_the_body(words: str, name: str | None) -> None:
    holders = [person("Jan", nouns=frozenset(["senator"])), person("Eva", nouns=frozenset(["spokesperson"]))]
    text = f"Ilk called {words}’s remark absurd."
    read, _ = discourse(text, *holders, office("clerk"), body("army", words=frozenset(["army"])))
    entity = known_by_noun(span(text, words), read)
    assert (entity.name if entity is not None else None) == name
