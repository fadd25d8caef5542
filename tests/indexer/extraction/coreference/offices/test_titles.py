import pytest

from indexer.extraction.coreference.offices.titles import nouns_of, office_of, relation_to
from indexer.extraction.model.coreference import Affiliation, Allegiance, Entity, Title
from schemas.statement import Speaker
from tests.indexer.extraction.coreference.reading import body, discourse, person, phrase
from tests.indexer.extraction.marked import extracted


def speaker(text: str) -> Speaker:
    (statement,) = extracted(text).statements
    assert statement.speaker is not None
    return statement.speaker


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("Minister of Foreign Affairs Ana Silva", "Minister of Foreign Affairs"),
        ("Rear Adm. Ana Silva, the navy's spokeswoman,", "spokeswoman"),
        ("Defence Minister Gen. Ana Silva", "Defence Minister"),
        ("Colonel Ana Silva", "Colonel"),
        ("Ana Silva, a former minister,", None),
        ("Ana Silva", None),
        ("Ana Silva, President Stone's adviser,", "adviser"),
        ("Ana Silva, President Jan Stone's ambassador to Peru,", "ambassador"),
    ],
)
def test_the_office_beside_a_name_is_the_role_and_a_rank_only_where_nothing_else_is_told(
    words: str, role: str | None
) -> None:
    assert speaker(f"Then [[{words}]] said {{{{no}}}}.").role == role


@pytest.mark.parametrize(
    ("before", "organisation", "countries"),
    [
        ("The Polish ministry waits. Its spokeswoman, Ana Silva", "Polish ministry", ("PL",)),
        ("The Chinese foreign ministry's Ana Silva", "Chinese foreign ministry", ("CN",)),
        ("Hvalur Nord, a whaling firm, waits. Its director, Ana Silva", "Hvalur Nord", ()),
        ("Lakeside, which runs ships, waits. Its director, Ana Silva", "Lakeside", ()),
        ("Peru's president, Ana Silva, who chairs Mercosur", None, ("PE",)),
        ("A letter from the IAEA's Ana Silva", "IAEA", ()),
        ("A Peruvian officer, Ana Silva, who heads the UN mission", "UN mission", ()),
        ("The International Atomic Energy Agency waits. IAEA director Ana Silva", "IAEA", ()),
        ("Ana Silva, a director of the IAEA", "IAEA", ()),
        ("EU envoy Ana Silva", "European Union", ()),
        ("UN envoy Ana Silva", "United Nations", ()),
    ],
)
def test_who_belongs_to_a_body_speaks_for_whom_it_speaks(
    before: str, organisation: str | None, countries: tuple[str, ...]
) -> None:
    told = speaker(before.replace("Ana Silva", "[[Ana Silva]]") + ", said {{no}}.")
    assert (told.name, told.organisation, told.countries) == ("Ana Silva", organisation, countries)


MINISTRY = body("ministry", "PL", words=frozenset(["ministry"]))
COMMISSION = body("commission", "", no_state=True, words=frozenset(["commission"]))
EMBASSY = body("embassy", "KE", words=frozenset(["embassy"]))
ARMY = body("army", "PL", words=frozenset(["army"]))


def told(said: str, owner: Entity | None = None, *history: Entity, **about: object) -> dict[str, object]:
    """What the office `said` beside a name tells."""
    read, _ = discourse(said, *history)
    return {each.kind.value: each.value for each in office_of(person("Ana", **about), phrase(said), owner, read)}


@pytest.mark.parametrize(
    ("said", "nouns"),
    [
        ("prime minister", {"minister", "premier"}),
        ("the foreign minister", {"minister"}),
        ("the ambassador", {"envoy"}),
        ("the mayor", {"mayor"}),
    ],
)
def test_an_office_is_met_again_by_its_noun_or_one_that_means_the_same(said: str, nouns: set[str]) -> None:
    assert nouns_of(phrase(said)) == nouns


def test_an_office_tells_title_countries_and_gender() -> None:
    found = told("the Polish spokeswoman")
    assert found.keys() == {"title", "country", "gender"}
    assert found["country"] == Allegiance(frozenset(["PL"]))
    assert found["title"] == Title("spokeswoman", frozenset(["spokesperson"]), True)


def test_a_former_office_tells_only_that_it_is_held_no_more() -> None:
    assert told("the former Polish minister").keys() == {"no state"}
    assert told("the former Polish minister", role="envoy") == {}


def test_a_later_office_of_another_kind_tells_no_country() -> None:
    assert "country" not in told("a Polish minister", role="envoy")
    assert "country" in told("the Polish minister", role="envoy")


def test_an_office_of_a_place_that_is_not_known_is_no_states() -> None:
    assert "no office of state" in told("Arawa's mayor")
    assert "no office of state" not in told("Peru's mayor")


def test_the_holder_belongs_to_the_owner_and_nobody_to_themself() -> None:
    assert told("its spokesman", ARMY)["affiliation"] == Affiliation("army", frozenset(["PL"]))
    assert "affiliation" not in told("her adviser", person("Ana"))


@pytest.mark.parametrize(
    ("said", "organisation"),
    [("Deputy Minister", "ministry"), ("Commissioner", "commission"), ("Foreign Minister", None), ("Mayor", None)],
)
def test_some_offices_belong_to_the_body_at_hand(said: str, organisation: str | None) -> None:
    found = told(said, None, MINISTRY, COMMISSION).get("affiliation")
    assert (found.organisation if isinstance(found, Affiliation) else None) == organisation


@pytest.mark.parametrize(("said", "codes"), [("Ambassador", "KE"), ("army spokesman", "PL"), ("Mayor", "")])
def test_some_offices_speak_for_the_country_of_the_body_at_hand(said: str, codes: str) -> None:
    found = told(said, None, EMBASSY, ARMY).get("country")
    assert found == (Allegiance(frozenset([codes])) if codes else None)


def test_a_relation_to_a_body_tells_whom_somebody_speaks_for_and_no_title() -> None:
    text = "the Norwegian navy"
    read, _ = discourse(text)
    found = {each.kind.value: each.value for each in relation_to(person("Ana"), phrase(text), None, read)}
    assert found == {
        "description": None,
        "country": Allegiance(frozenset(["NO"])),
        "affiliation": Affiliation("Norwegian navy"),
    }
    told_of_owner = [each.kind.value for each in relation_to(person("Ana"), phrase(text), ARMY, read)]
    assert told_of_owner == ["description", "affiliation"]
