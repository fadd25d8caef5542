import pytest

from indexer.extraction.coreference.offices.unnamed import (
    is_nobody,
    means_a_holder,
    office_taken,
    offices_in_the_headline,
    same_office,
    told_of_office,
    unnamed_before,
    unnamed_office,
)
from indexer.extraction.model.coreference import Allegiance, Entity, EvidenceKind, Gender, Person, Title
from schemas.statement import Span, Speaker
from tests.indexer.extraction.coreference.reading import NOWHERE, discourse, office, person, phrase
from tests.indexer.extraction.marked import extracted, names


def speakers(text: str) -> list[Speaker | None]:
    return [statement.speaker for statement in extracted(text).statements]


def test_the_ambassador_is_the_one_who_was_summoned() -> None:
    text = "Jakarta summoned the Philippine ambassador. The ambassador, [[Ana Silva]], said {{no}}."
    (speaker,) = speakers(text)
    assert speaker is not None
    assert speaker.countries == ("PH",)


def test_an_ambassador_comes_from_the_embassy_and_not_from_where_the_article_is() -> None:
    text = "BANGKOK, May 3 - Kenya's embassy thanked the police. Ambassador [[Ana Silva]] said {{no}}."
    (speaker,) = speakers(text)
    assert speaker is not None
    assert speaker.countries == ("KE",)


def test_the_danish_leader_is_the_prime_minister_of_whom_no_country_was_told() -> None:
    text = "In Copenhagen, Prime Minister [[Ana Silva]] said {{no}}. [[The Danish leader]] said {{never}}."
    assert names(text) == ["Ana Silva", "Ana Silva"]


def test_no_office_of_another_country_is_taken() -> None:
    text = "[[Vanuatu's prime minister]] said {{yes}}.\n\nThe Cook Islands’ [[Ana Silva]] said {{no}}."
    assert names(text) == ["Vanuatu's prime minister", "Ana Silva"]


def test_nobody_who_speaks_for_no_state_takes_the_office_of_one() -> None:
    text = "[[The Polish envoy]] said {{yes}}. The UN envoy for Peru, [[Jan Kos]], said {{no}}."
    assert names(text) == ["Polish envoy", "Jan Kos"]


def test_an_office_of_a_country_waits_no_longer_than_a_paragraph() -> None:
    text = "[[The Grenadian leader]] said {{yes}}.\n\nIt rained.\n\nIt snowed.\n\n[[Ana Silva]] said {{no}}."
    assert names(text) == ["Grenadian leader", "Ana Silva"]


def test_his_ministry_is_one_of_his_country() -> None:
    text = "Poland's interior ministry waits. Italian Minister Jan Kos left. [[His ministry]] said {{no}}."
    (speaker,) = speakers(text)
    assert speaker is not None
    assert speaker.countries == ("IT",)


def test_a_nationality_may_be_that_of_the_envoy_named_last() -> None:
    text = "[[UN envoy Ana Silva]] said {{yes}}. [[The Lebanese diplomat]] said {{no}}."
    assert names(text) == ["Ana Silva", "Ana Silva"]
    assert [speaker.countries for speaker in speakers(text) if speaker] == [(), ()]


MINISTER = frozenset(["minister"])


@pytest.mark.parametrize(
    ("said", "is_one"),
    [
        ("the minister", True),
        ("Polish minister", True),
        ("a minister", False),
        ("minister", False),
        ("the ministers", False),
    ],
)
def test_one_holder_is_meant_by_an_office_that_tells_which(said: str, is_one: bool) -> None:
    assert means_a_holder(phrase(said)) is is_one


@pytest.mark.parametrize(
    ("text", "is_spoken", "nobody"),
    [
        ("It rained as ministers met.", False, True),
        ("It rained as ministers met.", True, False),
        ("Ministers Meet", False, False),
        ("It rained as a minister met.", False, False),
    ],
)
def test_ministers_are_nobody_unless_they_speak_or_open_a_headline(text: str, is_spoken: bool, nobody: bool) -> None:
    assert is_nobody(phrase(text), is_spoken, text) is nobody


@pytest.mark.parametrize(("said", "role"), [("the minister", "minister"), ("a minister", None), ("ministers", None)])
def test_an_office_awaits_a_name_and_has_a_role_where_it_means_one_holder(said: str, role: str | None) -> None:
    new = unnamed_office(phrase(said), said)
    assert new.awaits_name is (role is not None)
    (title,) = [each.value for each in told_of_office(new, phrase(said), None, discourse(said)[0]) if each.value]
    assert title == Title(role, MINISTER if said != "ministers" else frozenset(["ministers"]), role is not None)


def test_an_official_or_somebody_of_a_body_is_of_a_state_though_not_said_to_be_the_only_one() -> None:
    for said, of_state in (("a customs official", True), ("an aide", False)):
        new = unnamed_office(phrase(said), said)
        told = told_of_office(new, phrase(said), None, discourse(said)[0])
        assert [each.value.of_state for each in told if isinstance(each.value, Title)] == [of_state]


def test_an_office_met_again_adds_countries_gender_and_a_role_where_none_is_known() -> None:
    said = phrase("the Polish spokeswoman")
    told = {each.kind: each.value for each in same_office(said, person("Ana"))}
    assert told.keys() == {EvidenceKind.COUNTRY, EvidenceKind.GENDER, EvidenceKind.TITLE}
    assert EvidenceKind.TITLE not in {each.kind for each in same_office(said, person("Ana", role="envoy"))}
    assert EvidenceKind.COUNTRY not in {each.kind for each in same_office(said, person("Ana", no_state=True))}
    official = [each.value for each in same_office(phrase("the Polish official"), person("Ana"))]
    assert official == [Allegiance(frozenset(["PL"]))]


def taken(person: Person, *history: Entity, at: Span = NOWHERE) -> list[str]:
    read, _ = discourse("One.\nTwo.\nThree.\nFour.\n", *history)
    return [each.about for each in office_taken(person, at, read)]


def test_the_office_that_waits_is_taken_by_who_speaks_next_and_may_hold_it() -> None:
    waiting = office("minister", "PL", gender=Gender.FEMALE)
    assert taken(person("Ana"), waiting) == [waiting.id]
    assert taken(person("Ana", "PL"), waiting) == [waiting.id]
    assert taken(person("Ana", "DE"), waiting) == []
    assert taken(person("Jan", gender=Gender.MALE), waiting) == []
    assert taken(person("Ana"), person("minister")) == []


def test_who_acted_since_takes_no_office() -> None:
    ana, waiting = person("Ana"), office("minister")
    assert taken(ana, waiting, ana) == []
    assert taken(ana, ana, waiting) == [waiting.id]


def test_an_office_of_a_country_is_taken_within_a_few_lines() -> None:
    far = Span(24, 24)
    assert taken(person("Ana"), office("minister", "PL"), at=far) == []
    assert taken(person("Ana"), office("minister"), at=far) == ["office:minister"]


def test_an_office_in_the_headline_is_the_first_persons_of_whom_it_is_told() -> None:
    waiting = office("minister", "PL", nouns=MINISTER)
    read, _ = discourse("", waiting)

    def named(holder: Person) -> list[str]:
        return [each.about for each in offices_in_the_headline(holder, NOWHERE, read)]

    assert named(person("Ana", nouns=MINISTER)) == [waiting.id]
    assert named(person("Ana", "DE", nouns=MINISTER)) == []
    assert named(person("Ana", nouns=MINISTER, no_state=True)) == []
    assert named(person("Ana")) == []


def test_the_ambassador_named_now_is_the_one_spoken_of_before() -> None:
    waiting = office("envoy", "PL", nouns=frozenset(["envoy"]))
    read, _ = discourse("", waiting)

    def before(said: str, codes: str = "") -> list[str]:
        return [each.about for each in unnamed_before(phrase(said), person("Ana", codes), read)]

    assert before("the ambassador") == [waiting.id]
    assert before("an ambassador") == []
    assert before("the ambassador", "DE") == []
    assert before("the mayor") == []


def test_an_office_that_speaks_for_no_state_is_not_of_whoever_has_a_country() -> None:
    text = "[[The UN envoy]] said {{yes}}. The Peruvian envoy, [[Luis Rojo]], said {{no}}."
    assert names(text) == ["UN envoy", "Luis Rojo"]
