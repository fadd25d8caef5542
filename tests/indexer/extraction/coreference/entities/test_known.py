from indexer.extraction.coreference.entities.register import Register
from indexer.extraction.model.coreference import Body, Evidence, EvidenceKind
from schemas.statement import Span
from tests.indexer.extraction.coreference.reading import NOWHERE, body, introduced, office, person


def known(*entities, **named: str) -> Register:
    """`named`: by a name's words the id of whom it means."""
    register = Register()
    register.apply(introduced(entity) for entity in entities)
    for start, (name, about) in enumerate(named.items()):
        register.apply([Evidence(EvidenceKind.NAME, about, Span(start, start), tuple(name.split("_")))])
    return register


def test_bearers_of_a_surname_come_before_those_of_a_first_name_and_these_before_others() -> None:
    shin, park, lee = person("Shin Dae"), person("Park Shin"), person("Lee Shin Soo")
    people = known(shin, lee, shin_dae=shin.id, lee_shin_soo=lee.id)
    assert people.surnamed("shin") == (shin.id,)
    assert people.surnamed("orlik") == ()
    assert list(people.called("shin")) == [shin.id, lee.id]
    people.apply([introduced(park), Evidence(EvidenceKind.NAME, park.id, Span(9, 9), ("park", "shin"))])
    assert people.surnamed("shin") == (park.id,)


def test_a_name_is_known_by_where_it_stands() -> None:
    ana = person("Ana Silva")
    people = known(ana, ana_silva=ana.id)
    assert people.named_at(0) == ana.id
    assert people.named_at(1) is None


def test_a_phrase_stands_beside_the_first_person_of_whom_it_is_told() -> None:
    ana, jan = person("Ana"), person("Jan")
    people = known(ana, jan)
    people.apply(Evidence(EvidenceKind.APPOSITION, each.id, Span(5, 9)) for each in (ana, jan))
    people.apply([Evidence(EvidenceKind.RELATION, jan.id, Span(7, 9))])
    assert (people.beside(5), people.beside(7)) == (ana.id, None)
    assert (people.related_to(7), people.related_to(5)) == (jan.id, None)


def test_bodies_are_found_by_their_words_in_order_and_by_a_name_of_one_word() -> None:
    army, navy = body("Army", words=frozenset(["army", "force"])), body("the navy", words=frozenset(["navy", "force"]))
    bodies = known(army, navy)
    assert bodies.with_word("force") == [army.id, navy.id]
    assert bodies.with_word("bank") == ()
    assert bodies.with_name("Army") == army.id
    assert bodies.with_name("the navy") is None


def test_who_awaits_a_name_does_so_until_it_is_known() -> None:
    minister, ana = office("minister"), person("Ana")
    people = known(minister, ana)
    assert list(people.offices_awaiting_names()) == [minister]
    people.apply([Evidence(EvidenceKind.SAME_AS, minister.id, NOWHERE, ana.id)])
    assert list(people.offices_awaiting_names()) == []


def test_the_group_of_a_number_is_the_one_named_last() -> None:
    def group(name: str, codes: str, **about: bool) -> Body:
        return Body(f"group:{name}", name, 0, frozenset(codes.split()), plural=True, **about)

    two, three, unnamed = group("a", "PE CL"), group("b", "PE CL AR"), group("c", "", awaits_name=True)
    groups = known(two, three, unnamed)
    assert (groups.group_of(2), groups.group_of(3), groups.group_of(0)) == (two.id, three.id, three.id)
    assert groups.group_of(4) is None
    assert list(groups.groups_awaiting_names()) == [unnamed]


def test_of_somebody_who_was_not_introduced_nothing_is_known() -> None:
    assert "person:Ana" not in known()
