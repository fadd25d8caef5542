import dataclasses

import pytest

from indexer.extraction.model.coreference import EvidenceKind, Person
from tests.indexer.extraction.coreference.reading import resolved
from tests.indexer.extraction.marked import names


def test_a_surname_is_the_person_named_in_full() -> None:
    assert names("Minister Ana Silva came. [[Silva]] said {{it was late}}.") == ["Ana Silva"]


def test_two_of_one_surname_stay_two() -> None:
    text = (
        "[[Minister Marco Ruiz]] said {{no}}. His neighbour, [[Elena Ruiz]], said {{yes}}. "
        "[[Ruiz]] said {{she was sure}}."
    )
    assert names(text) == ["Marco Ruiz", "Elena Ruiz", "Elena Ruiz"]


def test_he_and_she_are_who_acted_last_and_fit() -> None:
    text = (
        "Spokeswoman Ana Silva met Spokesman Jan Kos. [[She]] said {{it went well}}.\n\n"
        "Kos left early. [[He]] said {{he was tired}}."
    )
    assert names(text) == ["Ana Silva", "Jan Kos"]


def test_who_is_named_only_in_a_quote_is_no_antecedent() -> None:
    assert names("Ana Silva sat down. “{{One sailor, Ned Pike, told me so}},” [[she]] said.") == ["Ana Silva"]


def test_it_is_the_government_that_acted_last() -> None:
    assert names("Beijing has kept quiet about Manila. [[It]] has called for {{calm}}.") == ["Beijing"]


def test_the_minister_is_the_one_of_that_country() -> None:
    text = (
        "Polish Foreign Minister Jan Kos met Foreign Minister Eva Lund of Sweden. "
        "[[The Swedish minister]] said {{yes}}. [[The Polish minister]] said {{no}}."
    )
    assert names(text) == ["Eva Lund", "Jan Kos"]


def test_an_office_waits_for_the_name_of_its_holder() -> None:
    text = "The Latvian interior minister came alone. “{{We are ready}},” [[Ilze Berga]] said."
    assert names(text) == ["Ilze Berga"]


def test_a_private_person_takes_no_office() -> None:
    text = "The Latvian interior minister came alone. “{{We are tired}},” said [[Ned Pike]], 61."
    assert names(text) == ["Ned Pike"]
    assert names("“{{Nobody asked us}},” [[he]] said.") == [None]


def test_the_fullest_form_is_the_name_but_a_headline_does_not_lengthen_it() -> None:
    text = "Ana Silva Urges Calm\n\nAna Rosa Silva spoke. [[Silva]] said {{no}}."
    assert names(text) == ["Ana Rosa Silva"]


TEXT = "[[Minister Ana Silva]] of Poland said {{no}}. Moscow waits. [[She]] said {{yes}}. [[Moscow]] said {{never}}."


def test_every_attribution_has_a_source_and_the_entity_that_it_means() -> None:
    found = resolved(TEXT)
    ana, she, moscow = found.sources
    assert ana.entity == she.entity
    assert [source.is_state for source in found.sources] == [False, False, True]
    assert found.entities[moscow.entity].countries == {"RU"}


def test_every_mention_means_an_entity_that_is_there() -> None:
    found = resolved("Summoned was the Polish envoy. The envoy, [[Ana Silva]], said {{no}}.")
    assert {mention.entity for mention in found.mentions} == found.entities.keys()
    (ana,) = found.entities.values()
    assert (ana.name, ana.countries) == ("Ana Silva", {"PL"})


def test_what_is_known_of_an_entity_is_told_by_evidence_with_its_place_in_the_text() -> None:
    text = TEXT.replace("[[", "").replace("]]", "").replace("{{", "").replace("}}", "")
    told = {(each.kind, each.span.of(text)) for each in resolved(TEXT).evidence}
    assert (EvidenceKind.APPOSITION, "Minister") in told
    assert (EvidenceKind.COUNTRY, "Poland") in told
    assert (EvidenceKind.GENDER, "She") in told
    assert not {kind for kind, _ in told if kind is EvidenceKind.SAME_AS}


def test_nothing_that_is_given_can_be_changed() -> None:
    found = resolved(TEXT)
    person = next(entity for entity in found.entities.values() if isinstance(entity, Person))
    with pytest.raises(dataclasses.FrozenInstanceError):
        person.role = "king"  # type: ignore[misc]
    with pytest.raises(TypeError):
        found.entities["person:0"] = person  # type: ignore[index]


def test_without_attributions_there_are_no_sources() -> None:
    assert resolved("Minister Ana Silva left.").sources == ()
    assert resolved("").mentions == ()
