import pytest

from indexer.extraction.coreference.entities.fold import folded, merged
from indexer.extraction.model.coreference import (
    Affiliation,
    Allegiance,
    Entity,
    Evidence,
    EvidenceKind,
    Gender,
    Person,
    Title,
)
from tests.indexer.extraction.coreference.reading import NOWHERE, office, person

ANA = person("Ana Silva")
GERMAN = frozenset(["DE"])


def after(entity: Entity, *told: tuple[EvidenceKind, object]) -> Person:
    for kind, value in told:
        entity = folded(entity, Evidence(kind, entity.id, NOWHERE, value))
    assert isinstance(entity, Person)
    return entity


def title(role: str | None, of_state: bool = True) -> tuple[EvidenceKind, Title]:
    return EvidenceKind.TITLE, Title(role, frozenset([role or "minister"]), of_state)


def member(organisation: str | None, **about: object) -> tuple[EvidenceKind, Affiliation]:
    return EvidenceKind.AFFILIATION, Affiliation(organisation, **about)


@pytest.mark.parametrize(
    ("roles", "role"),
    [
        (["minister", "envoy"], "minister"),
        (["Rear Adm", "spokeswoman"], "spokeswoman"),
        (["minister", "Rear Adm"], "minister"),
        (["Princess", None], "Princess"),
        ([None, "envoy"], "envoy"),
    ],
)
def test_the_first_office_is_the_role_unless_it_is_a_rank(roles: list[str | None], role: str) -> None:
    assert after(ANA, *map(title, roles)).role == role


def test_every_office_is_one_to_be_met_again_by() -> None:
    assert after(ANA, title("minister"), title("envoy")).nouns == {"minister", "envoy"}


def test_an_office_after_the_first_does_not_make_it_one_of_a_state() -> None:
    assert not after(ANA, title("bishop", False), title("envoy", True)).of_state


def test_the_first_organisation_and_its_countries_stay() -> None:
    told = after(ANA, member(None), member("army", countries=GERMAN), member("navy", countries=frozenset(["FR"])))
    assert (told.organisation, told.countries) == ("army", GERMAN)


def test_who_belongs_to_somebody_who_holds_no_office_of_state_holds_none() -> None:
    assert not after(ANA, title("adviser"), member(None, of_state=False)).of_state
    assert after(ANA, title("adviser"), member(None)).of_state


def test_countries_told_are_added_up() -> None:
    both = [(EvidenceKind.COUNTRY, Allegiance(GERMAN)), (EvidenceKind.COUNTRY, Allegiance(frozenset(["FR"])))]
    assert after(ANA, *both).countries == {"DE", "FR"}


def test_the_first_gender_stays() -> None:
    genders = [(EvidenceKind.GENDER, Gender.FEMALE), (EvidenceKind.GENDER, Gender.MALE)]
    assert after(ANA, *genders).gender is Gender.FEMALE


def test_an_apposition_tells_that_it_is_a_person_and_who() -> None:
    told = after(ANA, (EvidenceKind.APPOSITION, None))
    assert told.is_human
    assert told.described


@pytest.mark.parametrize(
    "told",
    [
        (EvidenceKind.NAME, ("ana",)),
        (EvidenceKind.RELATION, None),
        (EvidenceKind.COUNTRY, Allegiance(GERMAN)),
        (EvidenceKind.PERSON, None),
    ],
)
def test_what_tells_nothing_new_changes_nothing(told: tuple[EvidenceKind, object]) -> None:
    known = person("Ana Silva", "DE", is_human=True)
    assert after(known, told) is known


def test_of_two_who_are_one_the_first_is_right_where_they_differ() -> None:
    one = person("Ana Silva", "DE", role="envoy", gender=Gender.FEMALE)
    other = office("minister", "FR", role="minister", organisation="cabinet", no_state=True)
    both = merged(one, other)
    assert (both.name, both.role, both.organisation, both.no_state) == ("Ana Silva", "envoy", "cabinet", True)
    assert (both.countries, both.gender) == ({"DE", "FR"}, Gender.FEMALE)
