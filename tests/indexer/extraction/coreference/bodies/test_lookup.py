import pytest

from indexer.extraction.coreference.bodies.lookup import body_named, body_of, known_as, last_of, organisation
from indexer.extraction.model.coreference import Body, EvidenceKind
from tests.indexer.extraction.coreference.reading import body, discourse, phrase, resolved

POLISH = body("Polish ministry", "PL", words=frozenset(["polish", "ministry"]))
CZECH = body("Czech ministry", "CZ", words=frozenset(["czech", "ministry"]))


def bodies(text: str) -> list[str]:
    """Those that are introduced, in their order."""
    told = [each.value for each in resolved(text).evidence if each.kind is EvidenceKind.INTRODUCTION]
    return [each.name for each in told if isinstance(each, Body)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Poland's foreign ministry wrote. The ministry waits.", ["Poland's foreign ministry"]),
        ("The Polish ministry wrote. The Czech ministry did not.", ["Polish ministry", "Czech ministry"]),
        ("ASEAN met. The bloc waits.", ["ASEAN"]),
        ("A closed ASEAN council met.", ["closed ASEAN council"]),
        ("A closed Security Council met.", ["United Nations Security Council"]),
        ("The office of the Security Council met.", ["office of the Security Council"]),
        ("The bloc waits. ASEAN met.", ["ASEAN"]),
        ("The International Committee of the Red Cross met.", ["International Committee of the Red Cross"]),
    ],
)
def test_a_body_is_introduced_once_by_its_full_name(text: str, names: list[str]) -> None:
    assert bodies(text) == names


def test_the_ministry_is_the_one_named_last_that_may_speak_for_the_country() -> None:
    read, _ = discourse("", POLISH, CZECH)
    assert known_as("ministry", 0, read) == CZECH
    assert known_as("ministry", 0, read, frozenset(["PL"])) == POLISH
    assert known_as("bank", 0, read) is None
    assert known_as("the", 0, read) is None


def test_a_body_that_nobody_named_is_a_new_one_with_what_the_phrase_tells() -> None:
    text = "Then Poland's foreign ministry wrote."
    read, _ = discourse(text, CZECH)
    found = body_of(phrase(text), read)
    assert (found.name, found.countries) == ("Poland's foreign ministry", {"PL"})
    assert found.id not in read.entities


def test_a_body_of_no_country_told_speaks_for_those_it_is_given() -> None:
    text = "Then the army wrote."
    assert body_of(phrase(text), discourse(text)[0], ["PL"]).countries == {"PL"}


def test_an_organisation_speaks_for_no_state_and_is_named_as_in_the_table() -> None:
    text = "The Arab League met. The League of Arab States left. NATO met. North Atlantic Treaty Organization."
    read, _ = discourse(text)
    league, _, nato, _ = (organisation(each, read) for each in read.annotations.organisations)
    assert (league.name, nato.name) == ("Arab League", "NATO")
    assert league.no_state


def test_a_name_of_its_own_is_one_body_and_what_it_is_tells_for_whom_it_speaks() -> None:
    text = "Lakeside, the Polish army, waits."
    read, _ = discourse(text)
    army = body_named("Lakeside", phrase(text), 0, read)
    assert (army.countries, army.no_state) == ({"PL"}, False)
    assert body_named("Lakeside", None, 0, read).no_state
    known, _ = discourse(text, army)
    assert body_named("Lakeside", None, 30, known) == army


def test_the_last_of_a_kind_is_looked_for_by_nouns_of_bodies_alone() -> None:
    read, _ = discourse("", POLISH, CZECH)
    assert last_of("ministry", read) == CZECH
    assert last_of("polish", read) is None
    assert last_of("embassy", read) is None
